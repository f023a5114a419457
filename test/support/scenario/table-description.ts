import type { TestDatabase } from '../servers/index.ts';
import { quote } from './table-shape.ts';

export interface TableDescription {
  /** SHOW CREATE TABLE; the database is not named by its name, which differs. */
  readonly definition: string;
  /** Every table of the database, and of schemas named after it, but the ledger, which is meant to stay. */
  readonly tables: readonly string[];
}

/** Of the table and what is around it. */
export async function describeDatabase(database: TestDatabase, table: string): Promise<TableDescription> {
  const [created] = await database.query(`SHOW CREATE TABLE ${quote(table)}`);
  const tables = await database.query(
    `SELECT SCHEMA_NAME AS owner, TABLE_NAME AS name FROM information_schema.SCHEMATA
     LEFT JOIN information_schema.TABLES ON TABLE_SCHEMA = SCHEMA_NAME
     WHERE SCHEMA_NAME LIKE '${database.name}%' AND NOT TABLE_NAME <=> 'ghostship_migrations'
     ORDER BY owner, name`,
  );
  return {
    definition: String(created?.['Create Table']).replaceAll(database.name, 'database'),
    tables: tables.map(({ owner, name }) => `${String(owner)}.${String(name)}`),
  };
}

/** Transactions that were rolled back have used up numbers on one table that they did not on the other. */
export function withoutCounter(definition: string): string {
  return definition.replace(/ AUTO_INCREMENT=\d+/u, '');
}

/** Whether the next row would get a number that no row has; `true` where rows get no number. */
export async function countsOn(database: TestDatabase, table: string): Promise<boolean> {
  const { definition } = await describeDatabase(database, table);
  const column = /^ {2}(`(?:[^`]|``)+`) .* AUTO_INCREMENT/mu.exec(definition)?.[1];
  if (column === undefined) return true;
  const counter = / AUTO_INCREMENT=(\d+)/u.exec(definition)?.[1] ?? '1';
  const [row] = await database.query(
    `SELECT COALESCE(MAX(${column}), 0) < ${counter} AS counts_on FROM ${quote(table)}`,
  );
  return row?.counts_on === 1;
}
