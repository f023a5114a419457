import type { NameCase } from '../mysql/name-case.ts';
import type { TableName } from '../sql/inspect.ts';
import { parseStatement } from '../sql/parser/parse-statement.ts';
import type { TableReference } from '../sql/parser/span.ts';
import type { AlterTable, Statement } from '../sql/parser/statement.ts';
import { TokenCursor } from '../sql/parser/token-cursor.ts';
import { type Token, tokenize } from '../sql/parser/tokens.ts';
import { type Reach, readReach } from './statement-reach.ts';

/** What a statement in the binlog means to a migration of a table. */
export type StatementMeaning =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'xa-start' }
  | { readonly kind: 'xa-commit'; readonly xid: string }
  | { readonly kind: 'xa-rollback'; readonly xid: string }
  /** It changes rows or definition of a watched table in a way no row event tells. */
  | { readonly kind: 'touches'; readonly table: TableName; readonly what: 'rows' | 'definition' }
  /** It may change rows of a watched table without naming it. Only the server knows. `null`: nobody can tell what it names. */
  | { readonly kind: 'may-reach'; readonly reach: Reach | null }
  | ({ readonly kind: 'defines' } & Definition);

/** It changes what other statements reach. */
export interface Definition {
  /** Whether it may open a way from a name to another table, or lead one elsewhere. */
  readonly adds: boolean;
  /** Whether it may take away what an earlier statement went through. */
  readonly removes: boolean;
  /** Whose definitions it changes; `null` where they are no tables, or not known. */
  readonly tables: readonly TableName[] | null;
}

/**
 * Reads a statement the way it is logged: comments and all. Whatever mentions the table and is not known to change no
 * rows is taken to change them, because stopping a migration costs time and missing a change costs rows; definitions are
 * recognised by the table they name, because other tables have columns and indexes of the same name.
 *
 * A statement that does not mention it may change it all the same: through a view, a stored function, or a trigger of another
 * table. It is handed on with all that it names.
 *
 * @param schema the default schema of the session that ran it
 */
export function readStatement(
  text: string,
  schema: string,
  watched: readonly TableName[],
  nameCase: Pick<NameCase, 'same'>,
): StatementMeaning {
  const same: SameName = (left, right) => nameCase.same(left, right);
  if (text === 'BEGIN' || text === 'COMMIT') return nothing;
  const tokens = behindSetStatement(tokenize(text, { start: 0, end: text.length }, null));
  const [first, second, third] = tokens;
  if (first === undefined) return nothing;
  if (first.keyword === 'XA') return readXa(second?.keyword ?? '', text.slice(third?.start ?? text.length));

  const touching = (table: TableName | undefined, what: 'rows' | 'definition'): StatementMeaning =>
    table === undefined ? nothing : { kind: 'touches', table, what };
  const named = (names: readonly Named[]): TableName | undefined =>
    watched.find((table) => names.some((name) => isOf(name, table, schema, same)));
  /** Whom a new foreign key refers to; its name alone means one beside the child. */
  const parentOf = (child: { schema: string | null }): TableName | undefined =>
    watched.find((table) => refersTo(tokens, table, child.schema ?? schema, same));
  const statement = parseStatement(text, { start: first.start, end: text.length });
  const mentioned = watched.find((table) => mayWrite(table, statement, { text, tokens, schema, same }));
  const touched = touchedBy(statement);
  return touched.kind === 'nothing' ? readUnnamed(statement, text, tokens, schema) : touched;

  function touchedBy(statement: Statement): StatementMeaning {
    switch (statement.kind) {
      case 'alter-table':
        return touching(
          named([statement.table, ...partitionTables(statement)]) ?? parentOf(statement.table),
          'definition',
        );
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
        if (statement.verb === 'CREATE TRIGGER') return touching(named(triggeredTable(tokens)), 'definition');
        if (otherDefinitions.some((verb) => statement.verb.startsWith(verb))) return touching(mentioned, 'definition');
        return changesNoRows(tokens) ? nothing : touching(mentioned, 'rows');
    }
  }
}

interface Read {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly schema: string;
  readonly same: SameName;
}

/** INSERT and REPLACE write the table that they name first, and read what else they name, though that may lead somewhere. */
function mayWrite(table: TableName, statement: Statement, { text, tokens, schema, same }: Read): boolean {
  const isInsert = ['INSERT', 'REPLACE'].includes(tokens[0]?.keyword ?? '');
  const written = isInsert ? readReach(statement, text, tokens, schema)?.tables[0] : undefined;
  return written === undefined ? mentions(tokens, table, schema, same) : isOf(written, table, schema, same);
}

/** What is no matter by the names in it. */
function readUnnamed(statement: Statement, text: string, tokens: readonly Token[], schema: string): StatementMeaning {
  const mayReach = (): StatementMeaning => ({ kind: 'may-reach', reach: readReach(statement, text, tokens, schema) });
  const defines = (adds: boolean, tables: readonly TableReference[]): StatementMeaning => ({
    kind: 'defines',
    adds,
    removes: true,
    tables: tables.map((table) => ({ schema: table.schema ?? schema, name: table.name })),
  });
  switch (statement.kind) {
    case 'data':
      return mayReach();
    case 'truncate-table':
      return nothing;
    case 'create-table':
      if (statement.selects) return statement.replaces ? { kind: 'may-reach', reach: null } : mayReach();
      return statement.replaces && !statement.temporary ? defines(false, [statement.table]) : nothing;
    case 'drop-table':
      return statement.temporary ? nothing : defines(false, statement.tables);
    case 'alter-table':
      return tokens.some(({ keyword }) => changesWays.has(keyword)) ? defines(true, [statement.table]) : nothing;
    case 'rename-table':
      return defines(
        true,
        statement.renames.flatMap(({ from, to }) => [from, to]),
      );
    case 'drop-database':
      return { kind: 'defines', adds: false, removes: true, tables: null };
    case 'other':
      if (!changesNoRows(tokens)) return rewrites.has(tokens[0]?.keyword ?? '') ? nothing : mayReach();
      if (!isDefinition(statement.verb)) return nothing;
      return {
        kind: 'defines',
        adds: tokens[0]?.keyword !== 'DROP',
        removes: !/^CREATE (?!OR\b)/u.test(headOf(tokens)),
        tables: null,
      };
  }
}

/** Triggers go with the name of a table, and foreign keys change rows with those of another one. */
const changesWays: ReadonlySet<string> = new Set(['RENAME', 'REFERENCES', 'FOREIGN', 'CONSTRAINT']);

/** They write a table anew, with the rows that it has. */
const rewrites: ReadonlySet<string> = new Set(['OPTIMIZE', 'REPAIR']);

/** No statement that writes rows goes through one of these. */
const besides: ReadonlySet<string> = new Set(
  'EVENT INDEX INSTANCE ROLE SEQUENCE SERVER TABLESPACE UNDO USER'.split(' '),
);

function isDefinition(verb: string): boolean {
  const [action = '', object = ''] = verb.split(' ');
  return ['ALTER', 'CREATE', 'DROP', 'RENAME'].includes(action) && !besides.has(object);
}

function headOf(tokens: readonly Token[]): string {
  return tokens
    .slice(0, 2)
    .map(({ keyword }) => keyword)
    .join(' ');
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

/** They write the tables anew that they name. */
const otherDefinitions = ['OPTIMIZE', 'REPAIR'];

/** EXCHANGE PARTITION and CONVERT name a second table behind the clause. */
function partitionTables({ clauses }: AlterTable): TableReference[] {
  return clauses.flatMap((clause) => (clause.kind === 'partition' && clause.table !== null ? [clause.table] : []));
}

/** The table that a trigger is of, which would be lost with the old table. Its body may name any others. */
function triggeredTable(tokens: readonly Token[]): TableReference[] {
  const cursor = new TokenCursor(tokens);
  for (const word of ['TRIGGER', 'ON']) while (!cursor.done && !cursor.take(word)) cursor.next();
  const table = cursor.tableName();
  return table === null ? [] : [table];
}

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

/** @param schema what names without a schema belong to */
export function mentions(
  tokens: readonly Token[],
  table: TableName,
  schema: string,
  same: SameName = sameInAnyCase,
): boolean {
  return tokens.some((token, at) => {
    if (token.kind !== 'word' && token.kind !== 'identifier') return false;
    const qualifier = tokens[at - 1]?.text === '.' ? tokens[at - 2]?.text : undefined;
    return same(token.text, table.name) && same(qualifier ?? schema, table.schema);
  });
}

/** The schemas of what the statement may name: the one of its session, and whatever stands before a dot or after DATABASE. */
export function schemasIn(text: string, schema: string): ReadonlySet<string> {
  const tokens = tokenize(text, { start: 0, end: text.length }, null);
  const named = tokens.filter(
    (_, at) => tokens[at + 1]?.text === '.' || ['DATABASE', 'SCHEMA', 'EXISTS'].includes(tokens[at - 1]?.keyword ?? ''),
  );
  const schemas = [schema, ...named.map(({ text: name }) => name)].filter((name) => name !== '');
  return new Set(schemas.map((name) => name.toLowerCase()));
}

function refersTo(tokens: readonly Token[], table: TableName, schema: string, same: SameName): boolean {
  return tokens.some((token, at) => {
    if (token.keyword !== 'REFERENCES') return false;
    const [first, dot, second] = tokens.slice(at + 1, at + 4);
    const parent = dot?.text === '.' ? { schema: first?.text, name: second?.text } : { schema, name: first?.text };
    return same(parent.name ?? '', table.name) && same(parent.schema ?? '', table.schema);
  });
}

interface Named {
  readonly schema: string | null;
  readonly name: string;
}

/** @param schema what a name without a schema belongs to */
function isOf(name: Named, table: TableName, schema: string, same: SameName): boolean {
  return same(name.name, table.name) && same(name.schema ?? schema, table.schema);
}

type SameName = (left: string, right: string) => boolean;

/** For names of whatever kind: a stop too many does no harm. */
function sameInAnyCase(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
