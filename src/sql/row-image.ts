import type { TableName } from './inspect.ts';
import { ident, join, raw, type Sql, sql, tableName } from './sql.ts';

/** What one column takes in a row image: bytes that are always the same, and perhaps those of its value. */
export interface ImageColumn {
  readonly name: string;
  readonly fixedBytes: number;
  readonly value: 'none' | 'length' | 'document';
}

/** The mean size of a row image, over up to `rows` rows. A NULL takes no byte. */
export function averageImage(table: TableName, columns: readonly ImageColumn[], rows: number): Sql {
  const sizes = columns.map(({ name, fixedBytes, value }) => {
    const column = ident(name);
    const length =
      value === 'none' ? raw('0') : value === 'length' ? sql`LENGTH(${column})` : sql`JSON_STORAGE_SIZE(${column})`;
    return sql`IF(${column} IS NULL, 0, ${fixedBytes} + ${length})`;
  });
  return sql`SELECT COALESCE(AVG(sampled.image), 0) AS image
    FROM (SELECT ${join([raw('0'), ...sizes], ' + ')} AS image FROM ${tableName(table)} LIMIT ${rows}) AS sampled`;
}
