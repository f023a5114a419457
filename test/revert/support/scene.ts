import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CliRun, readJson, run } from '../../cli/cli.ts';
import { startWriters } from '../../faults/support/writers.ts';
import { createDatabase, type Row, type ServerAddress, type TestDatabase } from '../../support/servers/index.ts';
import { startKeepers } from './keepers.ts';

/** Writers delete, insert and move rows up to here, and up to twice of it. */
const restless = 400;
/** From here on rows are changed, and never deleted. */
const firstKept = 1_001;
const rows = 1_400;
/** With less they write more than is applied on a busy machine, and no revert catches up. */
const usualPauseMs = 20;

/** A table `t` that has been written to by many, and its control copy; and a folder to run commands in. */
export interface Scene extends AsyncDisposable {
  readonly database: TestDatabase;
  readonly folder: string;
  /** Transactions of the writers that were acknowledged. */
  readonly committed: () => number;
  query(sql: string): Promise<Row[]>;
  ship(command: string, ...more: readonly string[]): Promise<CliRun>;
  /** The migrations of the last command. */
  outcome(): Promise<Record<string, unknown>>;
  /** Must complete, with the retired table kept. */
  migrate(statement: string, ...more: readonly string[]): Promise<void>;
  definition(): Promise<string>;
  stopWriters(): Promise<void>;
}

const columns = `id INT AUTO_INCREMENT PRIMARY KEY, u INT NULL, v VARCHAR(60), n INT, k VARCHAR(30) DEFAULT 'none',
  k2 DECIMAL(8,2) NOT NULL DEFAULT 1.50, UNIQUE KEY by_u (u), KEY by_n (n)`;

interface SceneWriters {
  readonly writers: number;
  /** Of each after a transaction. */
  readonly pauseMs?: number;
}

export async function openScene(
  server: ServerAddress,
  { writers, pauseMs = usualPauseMs }: SceneWriters,
): Promise<Scene> {
  const database = await createDatabase(server);
  const folder = await mkdtemp(join(tmpdir(), 'ghostship-revert-'));
  for (const table of ['t', 'control']) {
    await database.query(`CREATE TABLE ${table} (${columns}) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`);
    const all = Array.from({ length: rows }, (_, index) => index + 1);
    await database.query(
      `INSERT INTO ${table} VALUES ${all.map((id) => `(${id}, ${id}, 'as it was', ${id}, 'k${id}', ${id})`).join()}`,
    );
  }
  const restlessOnes = startWriters(database, writers, restless, pauseMs);
  const keepers = startKeepers(database, writers === 0 ? 0 : 2, { from: firstKept, upTo: rows, pauseMs });
  const target = ['--target', database.url, '--json', 'out.json'];
  const stopWriters = async (): Promise<void> => {
    await Promise.all([restlessOnes.stop(), keepers.stop()]);
  };
  const scene: Scene = {
    database,
    folder,
    committed: () => restlessOnes.committed + keepers.committed,
    query: (sql) => database.query(sql),
    ship: (command, ...more) => run(folder, [command, ...target, ...more]),
    async outcome() {
      const { migrations } = (await readJson(folder, 'out.json')) as { migrations: Record<string, unknown>[] };
      return migrations.at(-1) ?? {};
    },
    async migrate(statement, ...more) {
      const forward = ['--alter', statement, '--algorithm', 'copy', '--retired', 'keep', '--allow', 'drop-column'];
      const { exitCode, stderr } = await scene.ship('migrate', ...forward, ...more);
      assert.equal(exitCode, 0, stderr);
      assert.equal((await scene.outcome()).retired, 't_del');
    },
    async definition() {
      const [row] = await database.query('SHOW CREATE TABLE t');
      return String(row?.['Create Table']).replace(/ AUTO_INCREMENT=\d+/u, '');
    },
    stopWriters,
    async [Symbol.asyncDispose]() {
      await stopWriters();
      await database[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    },
  };
  return scene;
}

/** Waits for more writes, so that there is something to bring over. */
export async function moreWrites(scene: Scene, count = 300): Promise<void> {
  const until = scene.committed() + count;
  while (scene.committed() < until) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Every row of the table is one of the control copy, and no other is there. Call it when nobody writes. */
export async function expectSameRows(scene: Scene, compared: readonly string[]): Promise<void> {
  const same = compared.map((column) => `t.${column} <=> c.${column}`).join(' AND ');
  const [counts] = await scene.query('SELECT (SELECT COUNT(*) FROM t) AS t, (SELECT COUNT(*) FROM control) AS c');
  assert.equal(Number(counts?.t), Number(counts?.c));
  assert.deepEqual(
    await scene.query(
      `SELECT t.* FROM t LEFT JOIN control AS c USING (id) WHERE NOT (${same}) OR c.id IS NULL LIMIT 5`,
    ),
    [],
  );
}

/** Nothing of ours is left but what is named. */
export async function expectTables(scene: Scene, names: readonly string[]): Promise<void> {
  const found = (await scene.query('SHOW TABLES')).map((row) => String(Object.values(row)[0]));
  assert.deepEqual(
    found.filter((name) => name !== 'ghostship_migrations').toSorted(),
    ['control', 't', ...names].toSorted(),
  );
}

/** Of columns that the revert has brought back. Before it, `was` must be made: a copy of the retired table. */
export async function expectKeptValues(scene: Scene, kept: readonly string[]): Promise<void> {
  const equal = (other: string): string => kept.map((column) => `t.${column} <=> ${other}.${column}`).join(' AND ');
  const changed = `SELECT t.* FROM t JOIN control AS c USING (id) WHERE id >= ${firstKept} AND NOT (${equal('c')})`;
  assert.deepEqual(await scene.query(changed), [], 'rows that were never deleted keep what they had');
  const defaults = kept.map((column) => `t.${column} <=> DEFAULT(t.${column})`).join(' AND ');
  // Rows move to other keys once the table is back, with all that they have.
  const invented = `SELECT t.* FROM t WHERE NOT EXISTS (SELECT 1 FROM was AS w WHERE ${equal('w')}) AND NOT (${defaults})`;
  assert.deepEqual(await scene.query(`${invented} LIMIT 5`), [], 'others have what a row had, or the default');
}
