import type { TableName } from './inspect.ts';
import { ident, join, type Sql, sql, tableName } from './sql.ts';

/** Histograms of MySQL: `name`, `buckets`, `auto_update` (since 8.4). */
export function selectHistograms({ schema, name }: TableName): Sql {
  return sql`SELECT COLUMN_NAME AS name, JSON_EXTRACT(HISTOGRAM, '$."number-of-buckets-specified"') AS buckets,
      COALESCE(JSON_EXTRACT(HISTOGRAM, '$."auto-update"') = TRUE, 0) AS auto_update
    FROM information_schema.COLUMN_STATISTICS WHERE SCHEMA_NAME = ${schema} AND TABLE_NAME = ${name} ORDER BY 1`;
}

/** What MariaDB keeps of a table beyond what InnoDB counts by itself: `name` of each column. */
export function selectColumnStatistics({ schema, name }: TableName): Sql {
  return sql`SELECT column_name AS name FROM mysql.column_stats WHERE db_name = ${schema} AND table_name = ${name}`;
}

/** For a person to run. */
export function updateHistograms(table: TableName, columns: readonly string[], buckets: number, auto: boolean): Sql {
  const list = join(columns.map(ident));
  const update = auto ? sql` AUTO UPDATE` : sql``;
  return sql`ANALYZE TABLE ${tableName(table)} UPDATE HISTOGRAM ON ${list} WITH ${buckets} BUCKETS${update}`;
}

/** For a person to run. */
export function collectStatistics(table: TableName): Sql {
  return sql`ANALYZE TABLE ${tableName(table)} PERSISTENT FOR ALL`;
}
