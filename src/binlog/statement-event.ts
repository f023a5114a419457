import type { TableName } from '../sql/inspect.ts';

/** What a statement in the binlog means to a migration of a table. */
export type StatementMeaning =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'xa-start'; readonly xid: string }
  | { readonly kind: 'xa-commit'; readonly xid: string }
  | { readonly kind: 'xa-rollback'; readonly xid: string }
  /** It changes rows or definition of a watched table in a way no row event tells. */
  | { readonly kind: 'touches'; readonly table: TableName; readonly what: 'rows' | 'definition' };

/**
 * Reads a statement the way it is logged. When in doubt it touches: stopping a migration costs time, missing a
 * change costs rows.
 *
 * @param schema the default schema of the session that ran it
 */
export function readStatement(text: string, schema: string, watched: readonly TableName[]): StatementMeaning {
  const statement = withoutComments(text);
  const xa = /^XA\s+(START|BEGIN|COMMIT|ROLLBACK)\s+(.*)$/isu.exec(statement);
  if (xa !== null) return readXa(xa[1] ?? '', xa[2] ?? '');
  const head = /^\s*([A-Za-z]+)(?:\s+([A-Za-z]+))?/u.exec(statement);
  const verb = (head?.[1] ?? '').toUpperCase();
  const names = readNames(statement);
  const mentioned = (table: TableName): boolean => mentions(names, table, schema);

  if (rowVerbs.has(verb)) return touching(watched.find(mentioned), 'rows');
  if (verb === 'DROP' && /^\s*DROP\s+(DATABASE|SCHEMA)\b/iu.test(statement)) {
    return touching(
      watched.find((table) => names.some(({ name }) => same(name, table.schema))),
      'definition',
    );
  }
  if (!definitionPattern.test(statement)) return nothing;
  return touching(watched.find(mentioned), 'definition');
}

const nothing: StatementMeaning = { kind: 'nothing' };

const rowVerbs: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'DELETE', 'REPLACE', 'LOAD', 'WITH', 'CALL']);

/**
 * Definitions that matter: of the table, its indexes, its triggers. DROP TEMPORARY TABLE and CREATE TEMPORARY TABLE are
 * of one session only. ANALYZE, CHECK, GRANT, views and routines change neither rows nor definition.
 */
const definitionPattern =
  /^\s*(ALTER\s+(ONLINE\s+)?(IGNORE\s+)?TABLE|TRUNCATE|RENAME\s+TABLES?|DROP\s+TABLES?|DROP\s+(INDEX|TRIGGER)|(OPTIMIZE|REPAIR)\b|CREATE\s+(OR\s+REPLACE\s+)?TABLE|CREATE\s+(OR\s+REPLACE\s+)?(UNIQUE\s+|FULLTEXT\s+|SPATIAL\s+)?INDEX|CREATE\s+(OR\s+REPLACE\s+)?(DEFINER\s*=\s*\S+\s+)?TRIGGER)/iu;

function touching(table: TableName | undefined, what: 'rows' | 'definition'): StatementMeaning {
  return table === undefined ? nothing : { kind: 'touches', table, what };
}

function readXa(verb: string, rest: string): StatementMeaning {
  const xid = rest.replace(/\s+ONE\s+PHASE\s*$/iu, '').trim();
  switch (verb.toUpperCase()) {
    case 'COMMIT':
      return { kind: 'xa-commit', xid };
    case 'ROLLBACK':
      return { kind: 'xa-rollback', xid };
    default:
      return { kind: 'xa-start', xid };
  }
}

interface MentionedName {
  readonly qualifier: string | null;
  readonly name: string;
}

function mentions(names: readonly MentionedName[], table: TableName, schema: string): boolean {
  return names.some(({ qualifier, name }) => same(name, table.name) && same(qualifier ?? schema, table.schema));
}

/** Without case: on some machines the servers fold it, and a stop too many does no harm. */
function same(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

function readNames(statement: string): MentionedName[] {
  const part = '(?:`(?:[^`]|``)*`|[\\p{L}\\p{N}_$]+)';
  const pattern = new RegExp(`(?:(${part})\\s*\\.\\s*)?(${part})`, 'gu');
  const text = statement.replaceAll(/'(?:[^'\\]|\\.|'')*'/gsu, "''");
  return [...text.matchAll(pattern)].map((match) => ({
    qualifier: match[1] === undefined ? null : unquote(match[1]),
    name: unquote(match[2] ?? ''),
  }));
}

function unquote(name: string): string {
  return name.startsWith('`') ? name.slice(1, -1).replaceAll('``', '`') : name;
}

function withoutComments(text: string): string {
  return text.replaceAll(/^(?:\s*\/\*(?![!M]).*?\*\/)+/gsu, '').trimStart();
}
