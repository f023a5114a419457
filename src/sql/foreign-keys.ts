import type { TableName } from './inspect.ts';
import { ourMark } from './marker.ts';
import { inDialect } from './server.ts';
import { ident, join, quotedNames, raw, type Sql, sql, tableName, unquoteIdent } from './sql.ts';

/** A foreign key of the table itself, as SHOW CREATE TABLE has it. */
export interface OwnForeignKey {
  readonly name: string;
  readonly columns: readonly string[];
  readonly parent: TableName;
  readonly parentColumns: readonly string[];
  /** `ON DELETE …` and what else stands behind the columns. */
  readonly actions: string;
  /** The index of just these columns; `null` where there is none. */
  readonly index: string | null;
}

const quoted = '`(?:[^`]|``)+`';
const list = `\\((${quoted}(?:, ?${quoted})*)\\)`;
const line = new RegExp(
  `^\\s*CONSTRAINT (${quoted}) FOREIGN KEY ${list} REFERENCES (?:(${quoted})\\.)?(${quoted}) ${list}(.*?),?$`,
  'gmu',
);

const indexLine = new RegExp(`^\\s*KEY (${quoted}) \\((${quoted}(?:, ?${quoted})*)\\)`, 'gmu');

/** @param schema of the table: a parent beside it is named without one */
export function readForeignKeys(createStatement: string, schema: string): OwnForeignKey[] {
  const indexes = [...createStatement.matchAll(indexLine)].map(([, name = '', columns]) => ({ name, columns }));
  return [...createStatement.matchAll(line)].map(
    ([, name = '', columns = '', of, parent = '', others = '', actions]) => ({
      name: unquoteIdent(name),
      columns: quotedNames(columns),
      parent: { schema: of === undefined ? schema : unquoteIdent(of), name: unquoteIdent(parent) },
      parentColumns: quotedNames(others),
      actions: (actions ?? '').trim(),
      index: nameOf(indexes.find((index) => index.columns === columns)),
    }),
  );
}

function nameOf(index: { readonly name: string } | undefined): string | null {
  return index === undefined ? null : unquoteIdent(index.name);
}

/** True where the server itself changes rows of the child when the parent's change. */
export function cascades({ actions }: OwnForeignKey): boolean {
  return /\b(?:CASCADE|SET NULL|SET DEFAULT)\b/iu.test(actions);
}

/** The statement with other names for the tables its foreign keys refer to; those in `schema` stand without it. */
export function referringTo(
  createStatement: string,
  schema: { readonly from: string; readonly to: string },
  rename: (parent: TableName) => TableName,
): string {
  return createStatement.replaceAll(line, (text: string, ...groups: (string | undefined)[]) => {
    const [, , of, name = ''] = groups;
    const parent = rename({ schema: of === undefined ? schema.from : unquoteIdent(of), name: unquoteIdent(name) });
    const shown = parent.schema === schema.to ? ident(parent.name) : tableName(parent);
    return text.replace(/ REFERENCES (?:`(?:[^`]|``)+`\.)?`(?:[^`]|``)+` /u, () => ` REFERENCES ${shown.text} `);
  });
}

export function withoutForeignKeys(createStatement: string): string {
  return createStatement
    .replaceAll(line, '')
    .replace(/,(?=\s*\n\))/u, '')
    .replaceAll(/\n{2,}/gu, '\n');
}

/** The statement without these foreign keys, and without these indexes. */
export function withoutKeys(
  createStatement: string,
  foreignKeys: readonly string[],
  indexes: readonly string[],
): string {
  const gone = [
    ...foreignKeys.map((name) => `  CONSTRAINT ${ident(name).text} FOREIGN KEY (`),
    ...indexes.map((name) => `  KEY ${ident(name).text} (`),
  ];
  const lines = createStatement.split('\n').filter((text) => !gone.some((head) => text.startsWith(head)));
  return lines.join('\n').replace(/,\n\)/u, '\n)');
}

/**
 * With `foreign_key_checks` off no row is looked at. MariaDB makes NO ACTION of RESTRICT where it adds a key in place.
 *
 * An index that the server has made for a key is made anew, under the name of the key where that is written. A name that the
 * server makes itself, of the name of the table and the next number, is not written: then the index keeps its own. Where the number
 * is not the next one, another key takes the number before it for a moment.
 *
 * @param present names of those that the table has already
 * @returns statements, in order
 */
export function addForeignKeys(
  table: TableName,
  keys: readonly OwnForeignKey[],
  algorithm: 'INPLACE' | 'COPY' = 'INPLACE',
  present: readonly string[] = [],
): Sql[] {
  const start = `${table.name}_ibfk_`;
  const numberOf = (name: string): number => (name.startsWith(start) ? Number(name.slice(start.length)) : 0) || 0;
  const alter = (clauses: readonly Sql[]): Sql =>
    sql`ALTER TABLE ${tableName(table)} ALGORITHM=${raw(algorithm)}, ${join(clauses)} ${raw(ourMark)}`;
  const statements: Sql[] = [];
  const fillers: string[] = [];
  let last = Math.max(0, ...present.map(numberOf));
  let clauses: Sql[] = [];
  const isNumbered = ({ name, index }: OwnForeignKey): boolean => numberOf(name) > last && index !== name;
  const numbered = keys.filter(isNumbered).toSorted((one, other) => numberOf(one.name) - numberOf(other.name));
  for (const key of numbered) {
    const before = `${start}${numberOf(key.name) - 1}`;
    if (numberOf(key.name) > last + 1) {
      if (clauses.length > 0) statements.push(alter(clauses));
      clauses = [];
      statements.push(alter([named({ ...key, name: before })]));
      fillers.push(before);
    }
    clauses.push(sql`ADD FOREIGN KEY ${indexName(key)} ${referring(key)}`);
    last = numberOf(key.name);
  }
  if (clauses.length > 0 && fillers.length > 0) {
    statements.push(alter(clauses), dropForeignKeys(table, fillers));
    clauses = [];
  }
  clauses.push(...keys.filter((key) => !numbered.includes(key)).map(named));
  return clauses.length > 0 ? [...statements, alter(clauses)] : statements;
}

function named(key: OwnForeignKey): Sql {
  return sql`ADD ${writeForeignKey(key, true)}`;
}

/** As a clause, without ADD. */
export function writeForeignKey(key: OwnForeignKey, withName: boolean): Sql {
  const constraint = withName ? sql`CONSTRAINT ${ident(key.name)}` : raw('');
  return sql`${constraint} FOREIGN KEY ${referring(key)}`;
}

/** MariaDB would take it for the name of the key. */
function indexName({ index }: OwnForeignKey): Sql {
  return raw(index === null ? '' : inDialect('mysql', ident(index)));
}

function referring({ columns, parent, parentColumns, actions }: OwnForeignKey): Sql {
  return sql`(${join(columns.map(ident))}) REFERENCES ${tableName(parent)} (${join(parentColumns.map(ident))}) ${raw(actions)}`;
}

/** Foreign keys together with the indexes that came with them. */
export function dropKeys(table: TableName, foreignKeys: readonly string[], indexes: readonly string[]): Sql {
  const clauses = [
    ...foreignKeys.map((name) => sql`DROP FOREIGN KEY ${ident(name)}`),
    ...indexes.map((name) => sql`DROP INDEX ${ident(name)}`),
  ];
  return sql`ALTER TABLE ${tableName(table)} ${join(clauses)}`;
}

/** Of these names, the ones that foreign keys of the schema have. */
export function selectForeignKeyNames(schema: string, names: readonly string[]): Sql {
  return sql`SELECT CONSTRAINT_NAME AS name, TABLE_NAME AS child FROM information_schema.TABLE_CONSTRAINTS
    WHERE CONSTRAINT_SCHEMA = ${schema} AND CONSTRAINT_TYPE = 'FOREIGN KEY'
      AND CONSTRAINT_NAME IN (${join(names.map((name) => sql`${name}`))})`;
}

export function dropForeignKeys(table: TableName, names: readonly string[]): Sql {
  return sql`ALTER TABLE ${tableName(table)} ${join(names.map((name) => sql`DROP FOREIGN KEY ${ident(name)}`))} ${raw(ourMark)}`;
}
