import type { TableName } from '../sql/inspect.ts';
import type { Statement } from '../sql/parser/statement.ts';
import { tablesInTokens } from '../sql/parser/tables-in-tokens.ts';
import { TokenCursor } from '../sql/parser/token-cursor.ts';
import type { Token } from '../sql/parser/tokens.ts';
import { isBuiltIn, isReservedBeforeParenthesis } from './built-in-functions.ts';

/** What a statement names that could change rows of another table: a view, a table with triggers, a stored function. */
export interface Reach {
  readonly tables: readonly TableName[];
  /** What it calls without a schema, and what no server has built in. */
  readonly functions: readonly string[];
}

/**
 * Everything that a statement which writes rows names, with the tables that it only reads: a view of those may call a function.
 *
 * @param tokens of the whole statement
 * @param schema the default schema of the session that ran it
 * @returns `null` where that cannot be told for sure
 */
export function readReach(statement: Statement, text: string, tokens: readonly Token[], schema: string): Reach | null {
  // What is in such a comment is code for one server and not for another.
  if (/\/\*M?!/u.test(text)) return null;
  const references = referencesOf(statement, tokens);
  if (references === null) return null;
  const created = statement.kind === 'create-table' ? [statement.table] : [];
  const ends = new Set([...references, ...created].map(({ end }) => end));
  return {
    tables: references.map((table) => ({ schema: table.schema ?? schema, name: table.name })),
    functions: calledFunctions(tokens, ends),
  };
}

function referencesOf(statement: Statement, tokens: readonly Token[]): ReturnType<typeof tablesInTokens> {
  if (statement.kind === 'data') return statement.tables;
  const rest = tokens.slice(1);
  if (statement.kind === 'create-table') {
    const query = tokens.findIndex(({ keyword }) => keyword === 'SELECT');
    return query < 0 ? null : tablesInTokens('SELECT', tokens.slice(query));
  }
  switch (tokens[0]?.keyword ?? '') {
    case 'REPLACE':
      return tablesInTokens('INSERT', rest);
    case 'SELECT':
      return tablesInTokens('SELECT', tokens);
    case 'DO':
      return rest.some(({ keyword }) => keyword === 'SELECT') ? null : [];
    case 'LOAD':
      return loadedTable(rest);
    default:
      return null;
  }
}

/** `LOAD DATA … INTO TABLE t …`, without a query in its SET. */
function loadedTable(tokens: readonly Token[]): ReturnType<typeof tablesInTokens> {
  const at = tokens.findIndex(({ keyword }, index) => keyword === 'INTO' && tokens[index + 1]?.keyword === 'TABLE');
  const table = at < 0 ? null : new TokenCursor(tokens.slice(at + 2)).tableName();
  return table === null || tokens.some(({ keyword }) => keyword === 'SELECT') ? null : [table];
}

/** A server looks for a stored function where it has none of that name built in. Some of its own it only knows without a blank. */
function calledFunctions(tokens: readonly Token[], ends: ReadonlySet<number>): readonly string[] {
  return tokens.flatMap((name, at) => {
    const parenthesis = tokens[at + 1];
    if (parenthesis?.keyword !== '(' || (name.kind !== 'word' && name.kind !== 'identifier')) return [];
    if (ends.has(name.end) || isReservedBeforeParenthesis(name.keyword)) return [];
    return parenthesis.start === name.end && isBuiltIn(name.keyword) ? [] : [name.text];
  });
}
