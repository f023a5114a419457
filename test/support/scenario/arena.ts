import type mysql from 'mysql2/promise';
import { createDatabase, type ServerAddress, type TestDatabase } from '../servers/index.ts';
import type { Scenario } from './scenario.ts';
import { describeTable, quote, type TableShape } from './table-shape.ts';

/**
 * Two databases with the same table: one is migrated, the other is the control, which gets every write in the same
 * transactions and the server's own ALTER at the end. Beside the control lies `pool`: the rows writers put in.
 */
export interface Arena extends AsyncDisposable {
  readonly server: ServerAddress;
  readonly scenario: Scenario;
  readonly original: TestDatabase;
  readonly control: TestDatabase;
  /** Quoted, with the database. */
  readonly originalTable: string;
  readonly controlTable: string;
  readonly shape: TableShape;
  /** A session with the scenario's settings, in the control's database. */
  openSession(): Promise<mysql.Connection>;
}

export async function openArena(server: ServerAddress, scenario: Scenario): Promise<Arena> {
  await using opened = new AsyncDisposableStack();
  const original = opened.use(await createDatabase(server));
  const control = opened.use(await createDatabase(server));
  const openSession = (): Promise<mysql.Connection> => openIn(control, scenario);
  for (const database of [original, control]) await makeTable(database, scenario);
  const tableIn = ({ name }: TestDatabase): string => `${name}.${quote(scenario.table)}`;
  const shape = await describeTable(control, scenario);
  if (scenario.writers > 0) await fillPool(await openSession(), shape, [tableIn(original), tableIn(control)]);
  const databases = opened.move();
  return {
    server,
    scenario,
    original,
    control,
    originalTable: tableIn(original),
    controlTable: tableIn(control),
    shape,
    openSession,
    [Symbol.asyncDispose]: () => databases.disposeAsync(),
  };
}

export async function makeTable(database: TestDatabase, scenario: Scenario): Promise<void> {
  const session = await openIn(database, scenario);
  await fillNumbers(session, scenario.rows);
  await session.query(scenario.create);
  await session.end();
}

/**
 * A 0 in an AUTO_INCREMENT column stays 0, or the two tables would number their rows apart. Who waits for the lock of a
 * transaction that ends late gives up soon and writes something else.
 */
async function openIn(database: TestDatabase, { session }: Scenario): Promise<mysql.Connection> {
  // A stack for each statement, in case it fails, is a tenth of what writers cost.
  const connection = await database.connect({ multipleStatements: true, trace: false });
  for (const statement of session) await connection.query(statement);
  await connection.query(
    "SET SESSION sql_mode = CONCAT(@@sql_mode, ',NO_AUTO_VALUE_ON_ZERO'), innodb_lock_wait_timeout = 1",
  );
  return connection;
}

async function fillNumbers(session: mysql.Connection, rows: number): Promise<void> {
  await session.query('CREATE TEMPORARY TABLE numbers (n INT PRIMARY KEY)');
  const values = Array.from({ length: rows }, (_, index) => `(${index + 1})`);
  await session.query(`INSERT INTO numbers VALUES ${values.join()}`);
}

/** The pool has every row; a quarter of them is taken out of the tables, so that there are free keys to move to. */
async function fillPool(
  session: mysql.Connection,
  shape: TableShape,
  tables: readonly [string, string],
): Promise<void> {
  const columns = shape.writable.join();
  await session.query(`CREATE TABLE pool LIKE ${tables[1]}`);
  await session.query(`INSERT INTO pool (${columns}) SELECT ${columns} FROM ${tables[1]}`);
  // Until the server has counted, it looks for each row of the pool by reading all of them.
  await session.query('ANALYZE LOCAL TABLE pool');
  for (const table of tables) await session.query(`DELETE FROM ${table} WHERE MOD(n, 4) = 0`);
  await session.end();
}
