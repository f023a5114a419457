import type { TableName } from './inspect.ts';
import { type Sql, sql } from './sql.ts';

/** MySQL: `name` of an index, NULL for reads without one, and `read_rows` since the server started, or somebody has cleared them. */
export function selectIndexReads({ schema, name }: TableName): Sql {
  return sql`SELECT INDEX_NAME AS name, COUNT_FETCH AS read_rows
    FROM performance_schema.table_io_waits_summary_by_index_usage
    WHERE OBJECT_SCHEMA = ${schema} AND OBJECT_NAME = ${name}`;
}

/** MariaDB, the same where `userstat` is ON: of the table with `name` NULL, then of its indexes. What was not read has no row. */
export function selectUserStatistics({ schema, name }: TableName): Sql {
  return sql`SELECT NULL AS name, ROWS_READ AS read_rows FROM information_schema.TABLE_STATISTICS
      WHERE TABLE_SCHEMA = ${schema} AND TABLE_NAME = ${name}
    UNION ALL SELECT INDEX_NAME, ROWS_READ FROM information_schema.INDEX_STATISTICS
      WHERE TABLE_SCHEMA = ${schema} AND TABLE_NAME = ${name}`;
}

/** RDS: for how many hours it keeps the binary log; NULL for no longer than it must. */
export const selectRdsRetention = sql`SELECT value AS hours FROM mysql.rds_configuration
  WHERE name = 'binlog retention hours'`;
