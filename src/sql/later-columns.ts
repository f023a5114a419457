import type { TableName } from './inspect.ts';
import { ident, join, type Sql, sql, tableName } from './sql.ts';

/** What ledgers of earlier versions lack. */
export const laterColumns = {
  namespace: sql`VARCHAR(190) NOT NULL DEFAULT ''`,
  reviewers: sql`TEXT`,
  sent: sql`MEDIUMTEXT`,
  untold: sql`BOOLEAN`,
  gone_at: sql`TIMESTAMP(3) NULL`,
} as const;

export type LaterColumn = keyof typeof laterColumns;

export function selectLaterColumns(ledger: TableName): Sql {
  const names = Object.keys(laterColumns).map((name) => sql`${name}`);
  return sql`SELECT COLUMN_NAME AS name FROM information_schema.COLUMNS
    WHERE TABLE_SCHEMA = ${ledger.schema} AND TABLE_NAME = ${ledger.name} AND COLUMN_NAME IN (${join(names)})`;
}

export function addLaterColumn(ledger: TableName, name: LaterColumn): Sql {
  return sql`ALTER TABLE ${tableName(ledger)} ADD COLUMN ${ident(name)} ${laterColumns[name]}`;
}
