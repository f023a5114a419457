import type { TableName } from '../sql/inspect.ts';
import { parseStatement } from '../sql/parser/parse-statement.ts';
import { type Token, tokenize } from '../sql/parser/tokens.ts';

/** What a statement in the binlog means to a migration of a table. */
export type StatementMeaning =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'xa-start' }
  | { readonly kind: 'xa-commit'; readonly xid: string }
  | { readonly kind: 'xa-rollback'; readonly xid: string }
  /** It changes rows or definition of a watched table in a way no row event tells. */
  | { readonly kind: 'touches'; readonly table: TableName; readonly what: 'rows' | 'definition' };

/**
 * Reads a statement the way it is logged: comments and all. Whatever mentions the table and is not known to change no
 * rows is taken to change them, because stopping a migration costs time and missing a change costs rows; definitions are
 * recognised by the table they name, because other tables have columns and indexes of the same name.
 *
 * Out of reach are statements that change the table without naming it: through a view, a stored function, or a trigger of
 * another table, by a session with `binlog_format=STATEMENT`.
 *
 * @param schema the default schema of the session that ran it
 */
export function readStatement(text: string, schema: string, watched: readonly TableName[]): StatementMeaning {
  if (text === 'BEGIN' || text === 'COMMIT') return nothing;
  const tokens = behindSetStatement(tokenize(text, { start: 0, end: text.length }, null));
  const [first, second, third] = tokens;
  if (first === undefined) return nothing;
  if (first.keyword === 'XA') return readXa(second?.keyword ?? '', text.slice(third?.start ?? text.length));

  const touching = (table: TableName | undefined, what: 'rows' | 'definition'): StatementMeaning =>
    table === undefined ? nothing : { kind: 'touches', table, what };
  const mentioned = watched.find((table) => mentions(tokens, table, schema));
  const named = (names: readonly { schema: string | null; name: string }[]): TableName | undefined =>
    watched.find((table) =>
      names.some((name) => same(name.name, table.name) && same(name.schema ?? schema, table.schema)),
    );
  /** Whom a new foreign key refers to; its name alone means one beside the child. */
  const parentOf = (child: { schema: string | null }): TableName | undefined =>
    watched.find((table) => refersTo(tokens, table, child.schema ?? schema));
  const statement = parseStatement(text, { start: first.start, end: text.length });
  switch (statement.kind) {
    case 'alter-table':
      // EXCHANGE PARTITION and CONVERT name a second table behind the clause.
      if (statement.clauses.some(({ kind }) => kind === 'partition')) return touching(mentioned, 'definition');
      return touching(named([statement.table]) ?? parentOf(statement.table), 'definition');
    case 'truncate-table':
      return touching(named([statement.table]), 'definition');
    case 'create-table':
      if (statement.temporary) return nothing;
      return touching(
        (statement.replaces ? named([statement.table]) : undefined) ?? parentOf(statement.table),
        'definition',
      );
    case 'drop-table':
      return statement.temporary ? nothing : touching(named(statement.tables), 'definition');
    case 'rename-table':
      return touching(named(statement.renames.flatMap(({ from, to }) => [from, to])), 'definition');
    case 'drop-database':
      return touching(
        watched.find((table) => same(statement.name.text, table.schema)),
        'definition',
      );
    case 'data':
      return touching(mentioned, 'rows');
    case 'other':
      if (otherDefinitions.some((verb) => statement.verb.startsWith(verb))) return touching(mentioned, 'definition');
      return changesNoRows(tokens) ? nothing : touching(mentioned, 'rows');
  }
}

const nothing: StatementMeaning = { kind: 'nothing' };

/** What else is logged and changes no row of a table that was there before. */
const rowlessVerbs: ReadonlySet<string> = new Set(
  'ALTER BEGIN COMMIT CREATE DROP FLUSH GRANT INSTALL RELEASE RENAME REVOKE ROLLBACK SAVEPOINT SET START UNINSTALL'.split(
    ' ',
  ),
);

/** MariaDB's ANALYZE in front of a statement runs it. */
function changesNoRows([first, second]: readonly Token[]): boolean {
  if (first?.keyword === 'ANALYZE') return ['TABLE', 'TABLES'].includes(second?.keyword ?? '');
  return rowlessVerbs.has(first?.keyword ?? '');
}

/** A trigger would be lost with the old table; the others write the table anew. */
const otherDefinitions = ['CREATE TRIGGER', 'DROP TRIGGER', 'OPTIMIZE', 'REPAIR'];

/** MariaDB: `SET STATEMENT variable = value FOR statement`. */
function behindSetStatement(tokens: readonly Token[]): readonly Token[] {
  if (tokens[0]?.keyword !== 'SET' || tokens[1]?.keyword !== 'STATEMENT') return tokens;
  return tokens.slice(tokens.findIndex((token) => token.keyword === 'FOR') + 1);
}

/** The name of an XA transaction, however an event spells it. */
export function writeXid(global: Uint8Array, branch: Uint8Array, formatId: number): string {
  return [Buffer.from(global).toString('hex'), Buffer.from(branch).toString('hex'), formatId].join(',');
}

function readXa(verb: string, rest: string): StatementMeaning {
  const parts = /X'([0-9a-f]*)'\s*,\s*X'([0-9a-f]*)'\s*,\s*(\d+)/iu.exec(rest);
  const [, global = '', branch = '', formatId = 0] = parts ?? [];
  const xid = writeXid(Buffer.from(global, 'hex'), Buffer.from(branch, 'hex'), Number(formatId));
  switch (verb) {
    case 'COMMIT':
      return { kind: 'xa-commit', xid };
    case 'ROLLBACK':
      return { kind: 'xa-rollback', xid };
    case 'START':
    case 'BEGIN':
      return { kind: 'xa-start' };
    default:
      return nothing;
  }
}

function mentions(tokens: readonly Token[], table: TableName, schema: string): boolean {
  return tokens.some((token, at) => {
    if (token.kind !== 'word' && token.kind !== 'identifier') return false;
    const qualifier = tokens[at - 1]?.text === '.' ? tokens[at - 2]?.text : undefined;
    return same(token.text, table.name) && same(qualifier ?? schema, table.schema);
  });
}

function refersTo(tokens: readonly Token[], table: TableName, schema: string): boolean {
  return tokens.some((token, at) => {
    if (token.keyword !== 'REFERENCES') return false;
    const [first, dot, second] = tokens.slice(at + 1, at + 4);
    const parent = dot?.text === '.' ? { schema: first?.text, name: second?.text } : { schema, name: first?.text };
    return same(parent.name ?? '', table.name) && same(parent.schema ?? '', table.schema);
  });
}

/** Without case: on some machines the servers fold it, and a stop too many does no harm. */
function same(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
