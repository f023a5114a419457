import type { TableName } from './inspect.ts';
import { timed } from './probes.ts';
import { ident, join, raw, type Sql, sql, tableName } from './sql.ts';

/** One row for each: `name`; none where the table has no partitions. */
export function selectPartitions({ schema, name }: TableName): Sql {
  return sql`SELECT DISTINCT PARTITION_NAME AS name FROM information_schema.PARTITIONS
    WHERE TABLE_SCHEMA = ${schema} AND TABLE_NAME = ${name} AND PARTITION_NAME IS NOT NULL`;
}

export interface Looked {
  readonly table: TableName;
  /** Of a unique index, which has all columns that the partitions go by. */
  readonly index: string;
  readonly columns: readonly string[];
}

/**
 * One row: `found`, how many rows the server does not find by their key. It looks for a key only in the partition where that belongs,
 * and reads all rows of a partition without asking where they belong.
 */
export function countMisplaced(looked: Looked, partition: string): Sql {
  return sql`SELECT ${misplaced(looked, sql`PARTITION (${ident(partition)})`)}`;
}

/** The same of all partitions, given up after some seconds. */
export function countMisplacedInTime(flavor: 'mysql' | 'mariadb', looked: Looked): Sql {
  return timed(flavor, misplaced(looked, raw('')));
}

function misplaced({ table, index, columns }: Looked, within: Sql): Sql {
  const [row, found] = [ident('a'), ident('b')];
  const same = columns.map((column) => sql`${found}.${ident(column)} = ${row}.${ident(column)}`);
  const known = columns.map((column) => sql`${row}.${ident(column)} IS NOT NULL`);
  return sql`COUNT(*) AS found FROM ${tableName(table)} ${within} AS ${row}
    LEFT JOIN ${tableName(table)} AS ${found} FORCE INDEX (${ident(index)}) ON ${join(same, ' AND ')}
    WHERE ${found}.${ident(columns[0] ?? '')} IS NULL AND ${join(known, ' AND ')}`;
}
