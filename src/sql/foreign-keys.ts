import type { TableName } from './inspect.ts';
import { ourMark } from './marker.ts';
import { ident, join, raw, type Sql, sql, tableName, unquoteIdent } from './sql.ts';

/** A foreign key of the table itself, as SHOW CREATE TABLE has it. */
export interface OwnForeignKey {
  readonly name: string;
  readonly columns: readonly string[];
  readonly parent: TableName;
  readonly parentColumns: readonly string[];
  /** `ON DELETE …` and what else stands behind the columns. */
  readonly actions: string;
}

const quoted = '`(?:[^`]|``)+`';
const list = `\\((${quoted}(?:, ?${quoted})*)\\)`;
const line = new RegExp(
  `^\\s*CONSTRAINT (${quoted}) FOREIGN KEY ${list} REFERENCES (?:(${quoted})\\.)?(${quoted}) ${list}(.*?),?$`,
  'gmu',
);

/** @param schema of the table: a parent beside it is named without one */
export function readForeignKeys(createStatement: string, schema: string): OwnForeignKey[] {
  return [...createStatement.matchAll(line)].map(
    ([, name = '', columns = '', of, parent = '', others = '', actions]) => ({
      name: unquoteIdent(name),
      columns: unquoteAll(columns),
      parent: { schema: of === undefined ? schema : unquoteIdent(of), name: unquoteIdent(parent) },
      parentColumns: unquoteAll(others),
      actions: (actions ?? '').trim(),
    }),
  );
}

/** True where the server itself changes rows of the child when the parent's change. */
export function cascades({ actions }: OwnForeignKey): boolean {
  return /\b(?:CASCADE|SET NULL|SET DEFAULT)\b/iu.test(actions);
}

export function withoutForeignKeys(createStatement: string): string {
  return createStatement
    .replaceAll(line, '')
    .replace(/,(?=\s*\n\))/u, '')
    .replaceAll(/\n{2,}/gu, '\n');
}

/** With `foreign_key_checks` off no row is looked at. */
export function addForeignKeys(table: TableName, keys: readonly OwnForeignKey[]): Sql {
  const clauses = keys.map(
    ({ name, columns, parent, parentColumns, actions }) =>
      sql`ADD CONSTRAINT ${ident(name)} FOREIGN KEY (${join(columns.map(ident))})
        REFERENCES ${tableName(parent)} (${join(parentColumns.map(ident))}) ${raw(actions)}`,
  );
  return sql`ALTER TABLE ${tableName(table)} ALGORITHM=INPLACE, ${join(clauses)} ${raw(ourMark)}`;
}

export function dropForeignKeys(table: TableName, names: readonly string[]): Sql {
  return sql`ALTER TABLE ${tableName(table)} ${join(names.map((name) => sql`DROP FOREIGN KEY ${ident(name)}`))} ${raw(ourMark)}`;
}

function unquoteAll(names: string): string[] {
  return [...names.matchAll(new RegExp(quoted, 'gu'))].map(([name]) => unquoteIdent(name));
}
