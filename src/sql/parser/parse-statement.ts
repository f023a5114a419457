import type { ServerDialect } from './executable-comment.ts';
import { likelyMeant } from './misspelt.ts';
import { type Quoting, usualQuoting } from './quoting.ts';
import { readElements } from './read-add-clause.ts';
import { readAlterTable } from './read-alter-table.ts';
import { readDataStatement } from './read-data-statement.ts';
import { readCreateIndex, readDropIndex } from './read-index-statement.ts';
import { readOptions } from './read-table-options.ts';
import type { Span, TableReference } from './span.ts';
import type { Statement, StatementBody, TableRename } from './statement.ts';
import { TokenCursor } from './token-cursor.ts';
import { type Token, tokenize } from './tokens.ts';

/**
 * Reads the statement at `span` of `text`. It reads what matters for tables and skips the rest, because the server decides
 * what is valid. A statement that it does not understand is `other`, and a clause is `unknown`; it never throws. It is written
 * by hand: the existing parsers refuse a third of what MySQL accepts in an ALTER, and do not keep the offsets.
 *
 * @param server decides which executable comments are code; without one all of them are.
 */
export function parseStatement(
  text: string,
  span: Span,
  server: ServerDialect | null = null,
  quoting: Quoting = usualQuoting,
): Statement {
  const tokens = tokenize(text, span, server, quoting);
  const readers = [
    readAlterTable,
    readCreateIndex,
    readDropIndex,
    readCreateTable,
    readDropTable,
    readRenameTable,
    readTruncate,
    readDropDatabase,
    readDataStatement,
  ];
  for (const read of readers) {
    const statement = read(new TokenCursor(tokens), text);
    if (statement !== null) return { ...statement, start: span.start, end: span.end };
  }
  return {
    kind: 'other',
    verb: clipped(readVerb(new TokenCursor(tokens))),
    why: null,
    start: span.start,
    end: span.end,
  };
}

function readCreateTable(cursor: TokenCursor, text: string): StatementBody | null {
  if (!cursor.take('CREATE')) return null;
  const replaces = cursor.take('OR', 'REPLACE');
  const temporary = cursor.take('TEMPORARY');
  if (!cursor.take('TABLE')) return null;
  const ifNotExists = cursor.take('IF', 'NOT', 'EXISTS');
  const table = cursor.tableName();
  if (table === null) return null;
  const list = cursor.group() ?? [];
  const like = readLike(cursor) ?? readLike(new TokenCursor(list));
  const elements = list[0]?.keyword === 'LIKE' ? [] : readElements(text, list);
  const options = readOptions(text, cursor);
  const selects = isQuery(list) || hasQuery(cursor.rest());
  return { kind: 'create-table', table, temporary, replaces, ifNotExists, like, selects, elements, options };
}

function readLike(cursor: TokenCursor): TableReference | null {
  return cursor.take('LIKE') ? cursor.tableName() : null;
}

/** The parentheses after the name of the table hold either columns or a query. */
function isQuery([first]: readonly Token[]): boolean {
  return ['SELECT', 'WITH', 'VALUES', 'TABLE', '('].includes(first?.keyword ?? '');
}

/** SELECT is a reserved word and no partition has a subquery. The other ways to write a query stand outside of parentheses. */
function hasQuery(tokens: readonly Token[]): boolean {
  let depth = 0;
  for (const { keyword } of tokens) {
    if (keyword === '(') depth += 1;
    else if (keyword === ')') depth -= 1;
    if (keyword === 'SELECT' || (depth === 0 && ['AS', 'TABLE', 'VALUES'].includes(keyword))) return true;
  }
  return false;
}

function readDropTable(cursor: TokenCursor): StatementBody | null {
  if (!cursor.take('DROP')) return null;
  const temporary = cursor.take('TEMPORARY');
  if (!cursor.take('TABLE') && !cursor.take('TABLES')) return null;
  const ifExists = cursor.take('IF', 'EXISTS');
  const tables: TableReference[] = [];
  do {
    const table = cursor.tableName();
    if (table === null) return null;
    tables.push(table);
  } while (cursor.take(','));
  return { kind: 'drop-table', tables, temporary, ifExists };
}

function readRenameTable(cursor: TokenCursor): StatementBody | null {
  if (!cursor.take('RENAME', 'TABLE') && !cursor.take('RENAME', 'TABLES')) return null;
  const ifExists = cursor.take('IF', 'EXISTS');
  const renames: TableRename[] = [];
  do {
    const from = cursor.tableName();
    cursor.takeWait();
    const to = cursor.take('TO') ? cursor.tableName() : null;
    if (from === null || to === null) return null;
    renames.push({ from, to });
  } while (cursor.take(','));
  return { kind: 'rename-table', renames, ifExists };
}

function readTruncate(cursor: TokenCursor): StatementBody | null {
  if (!cursor.take('TRUNCATE')) return null;
  cursor.take('TABLE');
  const table = cursor.tableName();
  return table === null ? null : { kind: 'truncate-table', table };
}

function readDropDatabase(cursor: TokenCursor): StatementBody | null {
  if (!cursor.take('DROP', 'DATABASE') && !cursor.take('DROP', 'SCHEMA')) return null;
  cursor.take('IF', 'EXISTS');
  const name = cursor.name();
  return name === null ? null : { kind: 'drop-database', name };
}

const objectWords = (
  'DATABASE EVENT FUNCTION INDEX INSTANCE PACKAGE PROCEDURE ROLE SCHEMA SEQUENCE SERVER TABLE TABLESPACE TRIGGER UNDO ' +
  'USER VIEW'
).split(' ');

/** What {@link readVerb} says of two dashes without a blank: to the servers they begin no comment. */
export const dashes = '--';

const maxVerbLetters = 60;

/** No word of SQL is longer, and people are told of it. */
function clipped(verb: string): string {
  return verb.length <= maxVerbLetters ? verb : `${verb.slice(0, maxVerbLetters)}…`;
}

function readVerb(cursor: TokenCursor): string {
  const verb = cursor.next()?.keyword ?? '';
  if (verb === '-' && cursor.peek()?.keyword === '-') return dashes;
  const next = cursor.peek()?.keyword ?? '';
  const both = `${verb} ${next}`;
  if (verb !== 'ALTER' && verb !== 'CREATE' && verb !== 'DROP') return likelyMeant(both) === null ? verb : both;
  const object = cursor.rest().find((token) => objectWords.includes(token.keyword));
  if (object !== undefined) return `${verb} ${object.keyword}`;
  return likelyMeant(both) === null ? verb : both;
}
