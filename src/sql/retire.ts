import type { TableName } from './inspect.ts';
import { join, type Sql, sql, tableName } from './sql.ts';

export function renameTable(from: TableName, to: TableName): Sql {
  return sql`RENAME TABLE ${tableName(from)} TO ${tableName(to)}`;
}

export interface Rename {
  readonly from: TableName;
  readonly to: TableName;
}

/** All of them or none, one after the other: a name that one gives up another can take. */
export function renameAll(renames: readonly Rename[]): Sql {
  return sql`RENAME TABLE ${join(renames.map(({ from, to }) => sql`${tableName(from)} TO ${tableName(to)}`))}`;
}
