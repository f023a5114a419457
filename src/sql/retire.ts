import type { TableName } from './inspect.ts';
import { type Sql, sql, tableName } from './sql.ts';

export function renameTable(from: TableName, to: TableName): Sql {
  return sql`RENAME TABLE ${tableName(from)} TO ${tableName(to)}`;
}
