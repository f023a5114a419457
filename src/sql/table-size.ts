import type { TableName } from './inspect.ts';
import { bytes } from './keys.ts';
import { ident, join, raw, type Sql, sql, tableName } from './sql.ts';

/**
 * Rows, up to `limit`, and the bytes of their long values. Counted: what the servers estimate may be wrong by any factor.
 *
 * @param longColumns columns whose values may be long
 */
export function countRows(table: TableName, longColumns: readonly string[], limit: number): Sql {
  const lengths = longColumns.map((column) => sql`COALESCE(LENGTH(${bytes(ident(column))}), 0)`);
  return sql`SELECT COUNT(*) AS found, COALESCE(SUM(counted.value_bytes), 0) AS long_bytes
    FROM (SELECT ${join([raw('0'), ...lengths], ' + ')} AS value_bytes FROM ${tableName(table)} LIMIT ${limit}) AS counted`;
}
