import { selectColumns, selectForeignKeys, selectIndexColumns, type TableName } from './inspect.ts';
import { ident, join, type Sql, sql } from './sql.ts';
import { selectTriggers } from './triggers.ts';

/**
 * How many rows the questions about columns, indexes, foreign keys and triggers must answer.
 *
 * @param withKeys whether foreign keys are asked for with the table
 */
export function countParts(table: TableName, withKeys: boolean): Sql {
  const counts = Object.entries({
    columns: selectColumns(table),
    indexes: selectIndexColumns(table),
    ...(withKeys ? { foreign_keys: selectForeignKeys(table) } : {}),
    triggers: selectTriggers(table),
  }).map(([part, question]) => sql`(SELECT COUNT(*) FROM (${question}) AS ${ident(part)}) AS ${ident(part)}`);
  return sql`SELECT ${join(counts)}`;
}
