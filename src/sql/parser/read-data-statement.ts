import type { StatementBody } from './statement.ts';
import { tablesInTokens } from './tables-in-tokens.ts';
import { TokenCursor } from './token-cursor.ts';
import type { Token } from './tokens.ts';

/**
 * INSERT, UPDATE and DELETE; `null` for any other statement. One of these whose tables cannot be told for sure is `other`, with the
 * reason: it is written with executable comments, or in a way that this reader does not know.
 */
export function readDataStatement(cursor: TokenCursor, text: string): StatementBody | null {
  const head = cursor.peek();
  const verb = cursor.takeAny(['INSERT', 'UPDATE', 'DELETE']);
  const rest = cursor.rest();
  const last = rest.at(-1);
  if (verb === null || head === undefined || last === undefined) return null;
  if (hasExecutableComment(text, head.start, last.end)) return { kind: 'other', verb, why: differsByServer };
  const tables = tablesInTokens(verb, rest);
  const [table] = tables ?? [];
  if (tables === null || table === undefined) return { kind: 'other', verb, why: hasUnknownTables };
  const isInsert = verb === 'INSERT';
  const rows = isInsert ? countRows(rest) : 0;
  return {
    kind: 'data',
    verb,
    table,
    tables,
    rows,
    isSelfContained:
      (rows > 0 || (!isInsert && tables.length === 1 && !rest.some(({ keyword }) => keyword === 'LIMIT'))) &&
      !rest.some(({ keyword }) => ['SELECT', 'TABLE', 'WITH'].includes(keyword)),
    bearsDuplicates: isInsert && rest.some(({ keyword }) => ['IGNORE', 'DUPLICATE'].includes(keyword)),
    takesAll: !isInsert && !isLimited(rest),
  };
}

const differsByServer = 'A part of it stands in a comment that one server runs and another does not.';
const hasUnknownTables =
  'Which tables it names cannot be told for certain: it has a form, or calls a function of another database, that is not read here.';

/** A condition in parentheses is one of a query in it. */
function isLimited(tokens: readonly Token[]): boolean {
  const cursor = new TokenCursor(tokens);
  while (!cursor.done) {
    if (cursor.group() !== null) continue;
    if (['WHERE', 'LIMIT', 'JOIN', 'ON', 'USING'].includes(cursor.next()?.keyword ?? '')) return true;
  }
  return false;
}

/** Rows that are written out: behind VALUES in parentheses, or one behind SET. */
function countRows(tokens: readonly Token[]): number {
  const cursor = new TokenCursor(tokens);
  let rows = 0;
  let counting = false;
  while (!cursor.done) {
    if (cursor.group() !== null) {
      if (counting) rows += 1;
      continue;
    }
    const keyword = cursor.next()?.keyword ?? '';
    if (keyword === 'SELECT' || keyword === 'TABLE') return rows;
    if (keyword === 'SET') return 1;
    if (keyword === 'VALUES' || keyword === 'VALUE') counting = true;
    else if (keyword === 'ON' || keyword === 'AS') counting = false;
  }
  return rows;
}

/** What is in it is code for one server and not for another. A server runs one around the whole statement, or nothing of it. */
function hasExecutableComment(text: string, start: number, end: number): boolean {
  const isWithin = /\/\*M?!\d*\s*$/u.test(text.slice(Math.max(0, start - 100), start));
  return (isWithin && !/^\s*\*\//u.test(text.slice(end, end + 100))) || /\/\*M?!/u.test(text.slice(start, end));
}
