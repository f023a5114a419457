import type { TableName } from './inspect.ts';
import { ourMark } from './marker.ts';
import { ident, join, raw, type Sql, sql, tableName, unquoteIdent } from './sql.ts';

/** A CHECK constraint of a table, as SHOW CREATE TABLE has it. */
export interface OwnCheck {
  readonly name: string;
  /** `CONSTRAINT … CHECK (…)`, and what else stands there. */
  readonly definition: string;
}

/** In the order of the definition. MySQL writes each of them so; MariaDB writes those of a column behind it, without a name. */
export function readChecks(createStatement: string): OwnCheck[] {
  const lines = createStatement.matchAll(/^\s*(CONSTRAINT (`(?:[^`]|``)+`) CHECK .*?),?$/gmu);
  return [...lines].map(([, definition = '', name = '']) => ({ name: unquoteIdent(name), definition }));
}

/** MySQL: of these names, the ones that checks of the schema have. It compares them without regard to case, as it does where it makes one. */
export function selectCheckNames(schema: string, names: readonly string[]): Sql {
  return sql`SELECT CONSTRAINT_NAME AS name, TABLE_NAME AS holder FROM information_schema.TABLE_CONSTRAINTS
    WHERE CONSTRAINT_SCHEMA = ${schema} AND CONSTRAINT_TYPE = 'CHECK'
      AND CONSTRAINT_NAME IN (${join(names.map((name) => sql`${name}`))})`;
}

/** MySQL does it instantly. */
export function dropChecks(table: TableName, names: readonly string[]): Sql {
  return sql`ALTER TABLE ${tableName(table)} ${join(names.map((name) => sql`DROP CHECK ${ident(name)}`))} ${raw(ourMark)}`;
}

/** MySQL gives a check without a name this one, and another with each new name of the table. */
export function isMadeUp(name: string, table: TableName): boolean {
  return name.startsWith(`${table.name}_chk_`) && /^\d+$/u.test(name.slice(table.name.length + 5));
}
