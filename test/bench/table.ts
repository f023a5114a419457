import type { TestDatabase } from '../support/servers/index.ts';
import { type Column, indexed, keys, rows, type TableKind } from './table-kind.ts';

/** The table that is rebuilt, with statements that write to it. */
export interface Table {
  readonly name: string;
  /** As the server estimates it right after filling. */
  readonly bytes: number;
  readonly rows: number;
  /** The number of a row there is not yet. */
  newNumber(): number;
  update(n: number): string;
  insert(n: number): string;
  delete(n: number): string;
}

export const tableName = 'orders';

/** Makes and fills the table; nothing of it goes to the binlog. */
export async function createTable(database: TestDatabase, kind: TableKind): Promise<Table> {
  const key: readonly Column[] = keys[kind.key];
  const columns: readonly Column[] = [...key, ...indexed, ...rows[kind.row]];
  await database.query('SET SESSION sql_log_bin = 0, foreign_key_checks = 0');
  await database.query(`CREATE TABLE ${tableName} (
    ${columns.map(({ name, type }) => `${name} ${type}`).join(', ')}, PRIMARY KEY (${names(key)})) ENGINE=InnoDB`);
  await createNumbers(database, kind.rows);
  // In the order of the key, so that the table starts out as dense as every rebuild leaves it.
  await database.query(`INSERT INTO ${tableName} (${names(columns)})
    SELECT ${valuesIn(columns, 'n')} FROM numbers ORDER BY ${valuesIn(key, 'n')}`);
  await database.query('DROP TABLE numbers');
  const indexes = indexed.slice(0, kind.indexes).map(({ name }) => `ADD INDEX by_${name} (${name})`);
  if (indexes.length > 0) await database.query(`ALTER TABLE ${tableName} ${indexes.join(', ')}`);
  await database.query(`ANALYZE TABLE ${tableName}`);
  await database.query('SET SESSION sql_log_bin = 1');

  let last = kind.rows;
  const where = (n: number): string => key.map(({ name, valueIn }) => `${name} = ${valueIn(n)}`).join(' AND ');
  return {
    name: tableName,
    bytes: await bytesOf(database),
    rows: kind.rows,
    newNumber: () => ++last,
    update: (n) => `UPDATE ${tableName} SET k1 = ${Math.floor(Math.random() * 2 ** 32)}, k2 = k2 ^ 1 WHERE ${where(n)}`,
    insert: (n) => `INSERT INTO ${tableName} (${names(columns)}) VALUES (${valuesIn(columns, n)})`,
    delete: (n) => `DELETE FROM ${tableName} WHERE ${where(n)}`,
  };
}

/** A table of the numbers from 1 on. */
async function createNumbers(database: TestDatabase, count: number): Promise<void> {
  const places = Array.from({ length: String(count - 1).length }, (_, index) => index);
  const digits = `(SELECT 0 AS d${[1, 2, 3, 4, 5, 6, 7, 8, 9].map((d) => ` UNION ALL SELECT ${d}`).join('')})`;
  const number = places.map((place) => `d${place}.d * ${10 ** place}`).join(' + ');
  await database.query('CREATE TABLE numbers (n INT UNSIGNED PRIMARY KEY)');
  await database.query(`INSERT INTO numbers SELECT 1 + ${number} AS n
    FROM ${places.map((place) => `${digits} AS d${place}`).join(' JOIN ')} HAVING n <= ${count}`);
}

async function bytesOf(database: TestDatabase): Promise<number> {
  const [row] = await database.query(`SELECT data_length + index_length AS bytes FROM information_schema.tables
    WHERE table_schema = DATABASE() AND table_name = '${tableName}'`);
  return Number(row?.bytes);
}

function names(columns: readonly Column[]): string {
  return columns.map(({ name }) => name).join(', ');
}

function valuesIn(columns: readonly Column[], n: number | string): string {
  return columns.map(({ valueIn }) => valueIn(n)).join(', ');
}
