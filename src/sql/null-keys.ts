import type { TableName } from './inspect.ts';
import { ident, type Sql, sql, tableName } from './sql.ts';

/** @param index that begins with the column, so that this is one look into it */
export function selectAnyNull(table: TableName, index: string, column: string): Sql {
  return sql`SELECT 1 AS found FROM ${tableName(table)} FORCE INDEX (${ident(index)}) WHERE ${ident(column)} IS NULL LIMIT 1`;
}
