import type { Row, TestDatabase } from '../servers/index.ts';
import { quote } from './table-shape.ts';

/** Every row of a table, told apart by byte and type, and sorted. */
export interface TableContent {
  readonly columns: readonly string[];
  readonly rows: readonly string[];
}

/** @param ignoredColumns not looked at */
export async function readContent(
  database: TestDatabase,
  table: string,
  ignoredColumns: readonly string[] = [],
): Promise<TableContent> {
  const session = await database.connect();
  await session.query("SET time_zone = '+00:00'");
  const [described] = await session.query(
    `SELECT COLUMN_NAME AS name, DATA_TYPE AS type FROM information_schema.COLUMNS
     WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ? ORDER BY ORDINAL_POSITION`,
    [table],
  );
  const columns = (described as { name: string; type: string }[]).filter(({ name }) => !ignoredColumns.includes(name));
  const list = columns.map(({ name, type }, index) => `${exactly(quote(name), type)} AS c${index}`);
  const [rows] = await session.query(`SELECT ${list.join(', ')} FROM ${quote(table)}`);
  await session.end();
  return {
    columns: columns.map(({ name }) => name),
    rows: (rows as Row[]).map((row) => columns.map((_, index) => shown(row[`c${index}`])).join(separator)).sort(),
  };
}

/** No value holds one: all of them are hexadecimal or numbers. */
const separator = ' | ';

function shown(value: unknown): string {
  if (value === null) return 'NULL';
  if (typeof value === 'string') return `=${value}`;
  throw new Error(`A ${typeof value} would be compared by what JavaScript makes of it.`);
}

/** Text that is equal only where the values are the same in every bit that the type keeps. */
function exactly(column: string, type: string): string {
  switch (type) {
    case 'float':
    case 'double':
      // All 17 digits, and the sign of a zero.
      return `CONCAT(${column}, '/', ${column} + 0e0)`;
    case 'enum':
    case 'set':
      return `CONCAT(${column} + 0, '/', HEX(${column}))`;
    case 'json':
      return `HEX(CAST(${column} AS CHAR))`;
    case 'bit':
      return `CAST(${column} + 0 AS CHAR)`;
    default:
      return textual.has(type) ? `HEX(${column})` : `CAST(${column} AS CHAR)`;
  }
}

const textual: ReadonlySet<string> = new Set(
  `char varchar tinytext text mediumtext longtext binary varbinary tinyblob blob mediumblob longblob vector geometry point
   linestring polygon multipoint multilinestring multipolygon geometrycollection geomcollection`.split(/\s+/u),
);

/** What one table has and the other has not, a few rows of it in words; `null` where they are the same. */
export function describeDifference(found: TableContent, expected: TableContent): string | null {
  if (found.columns.join() !== expected.columns.join()) {
    return `columns are ${found.columns.join()}, not ${expected.columns.join()}`;
  }
  const surplus = without(found.rows, expected.rows);
  const missing = without(expected.rows, found.rows);
  if (surplus.length === 0 && missing.length === 0) return null;
  return [
    `${surplus.length} rows too many, ${missing.length} missing, of ${expected.rows.length}`,
    ...surplus.slice(0, 4).map((row) => `  has    ${named(row, missing, found.columns)}`),
    ...missing.slice(0, 4).map((row) => `  wanted ${named(row, surplus, found.columns)}`),
  ].join('\n');
}

/** The first column, and those in which the row differs from its counterpart. */
function named(row: string, others: readonly string[], columns: readonly string[]): string {
  const values = row.split(separator);
  const counterpart = others.find((other) => other.startsWith(`${values[0]}${separator}`))?.split(separator);
  return columns
    .map((column, index) => (index > 0 && counterpart?.[index] === values[index] ? '' : `${column} ${values[index]}`))
    .filter((text) => text !== '')
    .join(', ');
}

/** A row that is there twice must be there twice on both sides. */
function without(rows: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const row of others) left.set(row, (left.get(row) ?? 0) + 1);
  return rows.filter((row) => {
    const count = left.get(row) ?? 0;
    left.set(row, count - 1);
    return count <= 0;
  });
}
