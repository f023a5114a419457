import type mysql from 'mysql2/promise';
import { createDatabase, type Row, type ServerAddress, type TestDatabase } from '../../support/servers/index.ts';
import { type Change, type Place, requestFor } from './request.ts';
import { type Run, startRun } from './run.ts';
import { openWireTap } from './wire-tap.ts';
import { startWriters, type Writers } from './writers.ts';

/** A table `t` with its control copy, writers on both, and a tap on all connections of the migration. */
export interface Trial extends Place, AsyncDisposable {
  readonly writers: Writers;
  /** On a connection made for it, because the server may have been away since the last one. */
  query(sql: string): Promise<Row[]>;
  /** A session of somebody else. */
  connect(options?: mysql.ConnectionOptions): Promise<mysql.Connection>;
  migrate(change?: Partial<Change>): Run;
  /** As a DBA would: through the process list. */
  kill(connectionId: number, what?: 'CONNECTION' | 'QUERY'): Promise<void>;
  /** As a person would: through the changelog. The run may have ended, and the changelog be gone. */
  command(word: 'cutover' | 'abort' | 'pause' | 'resume'): Promise<void>;
}

export interface Staging {
  readonly rows: number;
  readonly writers: number;
  /** What stands between the parentheses of CREATE TABLE. */
  readonly columns: string;
  /** What `v` is filled with. */
  readonly value: string;
  /** Run for both tables before the writers start; `§` is the table. */
  readonly besides: readonly string[];
}

const usual: Staging = {
  rows: 4_000,
  writers: 2,
  columns: 'id INT AUTO_INCREMENT PRIMARY KEY, u INT NULL, v VARCHAR(60), n INT, UNIQUE KEY by_u (u), KEY by_n (n)',
  value: "'as it was'",
  besides: [],
};

export async function openTrial(server: ServerAddress, staging: Partial<Staging> = {}): Promise<Trial> {
  const settings = { ...usual, ...staging };
  const database = await createDatabase(server);
  await fill(database, settings);
  const place = { server, database, tap: await openWireTap(server) };
  const writers = startWriters(database, settings.writers, settings.rows);
  const runs: Run[] = [];
  return {
    ...place,
    writers,
    query: (sql) => ask(database, sql),
    connect: (options) => database.connect(options),
    migrate(change = {}) {
      const run = startRun(requestFor(place, change));
      runs.push(run);
      return run;
    },
    kill: async (connectionId, what = 'CONNECTION') => {
      await ask(database, `KILL ${what} ${connectionId}`);
    },
    command: async (word) => {
      await ask(database, `INSERT INTO t_ghc (mark, kind, body) VALUES (0, '${word}', NULL)`).catch(() => {});
    },
    async [Symbol.asyncDispose]() {
      for (const run of runs) run.abort();
      // Whatever it still waits for or holds, it must end for want of connections.
      await place.tap[Symbol.asyncDispose]();
      await writers.stop();
      await Promise.all(runs.map((run) => run.outcome));
      await database[Symbol.asyncDispose]();
    },
  };
}

async function ask(database: TestDatabase, sql: string): Promise<Row[]> {
  const session = await database.connect();
  try {
    const [rows] = await session.query(sql);
    return Array.isArray(rows) ? (rows as Row[]) : [];
  } finally {
    await session.end();
  }
}

/** The table grows by itself, and its control is filled from it: millions of rows take no memory here. */
async function fill(database: TestDatabase, { rows, columns, value, besides }: Staging): Promise<void> {
  const own = (id: string): string => `${id}, ${id}, ${value}, ${id}`;
  for (const table of ['t', 'control']) {
    await ask(database, `CREATE TABLE ${table} (${columns}) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`);
  }
  const first = Array.from({ length: Math.min(1_000, rows) }, (_, index) => `(${own(String(index + 1))})`);
  await ask(database, `INSERT INTO t (id, u, v, n) VALUES ${first.join()}`);
  for (let filled = first.length; filled < rows; ) {
    const more = Math.min(filled, rows - filled, rowsAtOnce);
    // The value may name the id, which is the new one.
    const source = `(SELECT id + ${filled} AS id FROM t ORDER BY t.id LIMIT ${more}) AS s`;
    await ask(database, `INSERT INTO t (id, u, v, n) SELECT ${own('id')} FROM ${source}`);
    filled += more;
  }
  for (let low = 1; low <= rows; low += rowsAtOnce) {
    const range = `id BETWEEN ${low} AND ${low + rowsAtOnce - 1}`;
    await ask(database, `INSERT INTO control (id, u, v, n) SELECT id, u, v, n FROM t WHERE ${range}`);
  }
  for (const table of ['t', 'control']) {
    for (const statement of besides) await ask(database, statement.replaceAll('§', table));
  }
}

/** A transaction of so many rows fits into the log's limits on every server. */
const rowsAtOnce = 200_000;
