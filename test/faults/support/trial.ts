import { randomUUID } from 'node:crypto';
import type mysql from 'mysql2/promise';
import type { EngineEvent } from '../../../src/engine/events.ts';
import { migrate } from '../../../src/engine/migrate.ts';
import type { MigrationState, Outcome } from '../../../src/engine/outcome.ts';
import type { MigrateOptions } from '../../../src/engine/request.ts';
import type { Target } from '../../../src/mysql/target.ts';
import { createDatabase, type Row, type ServerAddress, type TestDatabase } from '../../support/servers/index.ts';
import { waitFor } from '../../support/wait-for.ts';
import { openWireTap, type WireTap } from './wire-tap.ts';
import { startWriters, type Writers } from './writers.ts';

/** A table `t` with its control copy, writers on both, and a tap on all connections of the migration. */
export interface Trial extends AsyncDisposable {
  readonly server: ServerAddress;
  readonly database: TestDatabase;
  readonly tap: WireTap;
  readonly writers: Writers;
  query(sql: string): Promise<Row[]>;
  /** A session of somebody else. */
  connect(options?: mysql.ConnectionOptions): Promise<mysql.Connection>;
  migrate(change?: Partial<Change>): Run;
  /** As a DBA would: through the process list. */
  kill(connectionId: number, what?: 'CONNECTION' | 'QUERY'): Promise<void>;
}

export interface Change {
  readonly alter: string;
  readonly options: Partial<MigrateOptions>;
  /** Who migrates; the password is the account's own. */
  readonly user: string;
}

/** A migration under way. */
export interface Run {
  readonly outcome: Promise<Outcome>;
  readonly events: readonly EngineEvent[];
  /** Resolves when it has come to this state. @throws Error where it ended before */
  until(state: MigrationState): Promise<void>;
  /** What a trap of the tap gives. @throws Error where the migration ended before it sprang */
  reach<T>(trap: Promise<T>): Promise<T>;
  abort(reason?: Error): void;
}

export interface Staging {
  readonly rows: number;
  readonly writers: number;
  /** What stands between the parentheses of CREATE TABLE. */
  readonly columns: string;
}

const usual: Staging = {
  rows: 4_000,
  writers: 2,
  columns: 'id INT AUTO_INCREMENT PRIMARY KEY, u INT NULL, v VARCHAR(60), n INT, UNIQUE KEY by_u (u), KEY by_n (n)',
};

export const usualAlter = 'ALTER TABLE t MODIFY n BIGINT, ADD COLUMN added INT NOT NULL DEFAULT 7';

const usualOptions: MigrateOptions = {
  cutover: 'auto',
  retired: 'drop',
  verify: 'full',
  workers: 'auto',
  indexes: 'auto',
  algorithm: 'copy',
  lockBudgetMs: 3_000,
  maxRuntimeMs: 60_000,
  maxLagMs: 1_500,
  maxLoad: [],
  criticalLoad: [],
  lagReplicas: [],
  triggers: 'refuse',
  foreignKeys: 'refuse',
  allow: [],
};

export async function openTrial(server: ServerAddress, staging: Partial<Staging> = {}): Promise<Trial> {
  const { rows, writers: sessions, columns } = { ...usual, ...staging };
  const database = await createDatabase(server);
  await fill(database, rows, columns);
  const tap = await openWireTap(server);
  const writers = startWriters(database, sessions, rows);
  const runs: Run[] = [];
  return {
    server,
    database,
    tap,
    writers,
    query: (sql) => database.query(sql),
    connect: (options) => database.connect(options),
    migrate(change = {}) {
      const run = startRun({ server, database, tap }, change);
      runs.push(run);
      return run;
    },
    kill: async (connectionId, what = 'CONNECTION') => {
      await database.query(`KILL ${what} ${connectionId}`);
    },
    async [Symbol.asyncDispose]() {
      for (const run of runs) run.abort();
      // Whatever it still waits for or holds, it must end for want of connections.
      await tap[Symbol.asyncDispose]();
      await writers.stop();
      await Promise.all(runs.map((run) => run.outcome));
      await database[Symbol.asyncDispose]();
    },
  };
}

async function fill(database: TestDatabase, rows: number, columns: string): Promise<void> {
  await database.query(`USE ${database.name}`);
  for (const table of ['t', 'control']) {
    await database.query(`CREATE TABLE ${table} (${columns}) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`);
    for (let low = 1; low <= rows; low += 1_000) {
      const ids = Array.from({ length: Math.min(1_000, rows - low + 1) }, (_, index) => low + index);
      await database.query(
        `INSERT INTO ${table} (id, u, v, n) VALUES ${ids.map((id) => `(${id}, ${id}, 'row ${id}', ${id})`).join()}`,
      );
    }
  }
}

function startRun(
  { server, database, tap }: { server: ServerAddress; database: TestDatabase; tap: WireTap },
  { alter = usualAlter, options = {}, user = server.user }: Partial<Change>,
): Run {
  const events: EngineEvent[] = [];
  const controller = new AbortController();
  const target: Target = {
    host: '127.0.0.1',
    port: tap.port,
    user,
    password: server.password,
    database: database.name,
    sslMode: 'disabled',
  };
  let finished: Outcome | null = null;
  const outcome = migrate(
    { target, file: null, statement: alter, migrationId: randomUUID(), options: { ...usualOptions, ...options } },
    (event) => events.push(event),
    controller.signal,
  ).then((result) => {
    finished = result;
    return result;
  });
  const reached = (state: MigrationState): boolean =>
    events.some((event) => event.type === 'state' && event.state === state);
  return {
    outcome,
    events,
    async until(state) {
      await waitFor(() => reached(state) || finished !== null, { timeoutMs: 30_000, what: state, everyMs: 1 });
      if (!reached(state)) throw new Error(`It ended before it came to ${state}: ${JSON.stringify(await outcome)}`);
    },
    reach: (trap) =>
      Promise.race([
        trap,
        outcome.then((result) => {
          throw new Error(`It ended before that: ${JSON.stringify(result)}`);
        }),
      ]),
    abort: (reason) => controller.abort(reason),
  };
}

/** Cutovers that were tried so far. */
export function attemptsOf({ events }: Run): number {
  return events.filter(({ type }) => type === 'cutover-attempt').length;
}
