import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mysql from 'mysql2/promise';
import type { RehearsalRun } from '../../../src/commands/rehearse/rehearsal-run.ts';
import type { MigrationState } from '../../../src/engine/outcome.ts';
import { lockName } from '../../../src/engine/tables/table-names.ts';
import { type StartedCli, start } from '../../cli/cli.ts';
import { seededRandom, seedFor } from '../../support/random.ts';
import {
  catchUp,
  createDatabase,
  query,
  type Row,
  type RunningServer,
  type ServerName,
  type ServerOptions,
  startReplica,
  startServer,
  type TestDatabase,
} from '../../support/servers/index.ts';
import { waitFor } from '../../support/wait-for.ts';

export interface FinishedRehearsal {
  readonly exitCode: number | undefined;
  readonly output: string;
  readonly run: RehearsalRun;
}

export interface Rehearsing {
  readonly process: StartedCli;
  readonly finished: Promise<FinishedRehearsal>;
}

/** A source and its replica, with one table. */
export class Pair implements AsyncDisposable {
  readonly source: RunningServer;
  readonly replica: RunningServer;
  readonly database: TestDatabase;
  readonly #folder: string;
  /** What the rehearsal that was started last has come to; `null` while it runs. */
  #ended: FinishedRehearsal | null = null;

  private constructor(source: RunningServer, replica: RunningServer, database: TestDatabase, folder: string) {
    this.source = source;
    this.replica = replica;
    this.database = database;
    this.#folder = folder;
  }

  static async open(name: ServerName, options: ServerOptions = {}): Promise<Pair> {
    const source = await startServer({ name });
    const replica = await startReplica(source, { options });
    const folder = await mkdtemp(join(tmpdir(), 'ghostship-rehearsal-'));
    return new Pair(source, replica, await createDatabase(source), folder);
  }

  /** Makes `t` anew. */
  async fill(rows: number): Promise<void> {
    const { database } = this;
    await database.query('DROP TABLE IF EXISTS t');
    await database.query(
      `CREATE TABLE t (id INT PRIMARY KEY AUTO_INCREMENT, u INT, v VARCHAR(200) NOT NULL, at DATETIME(3),
         UNIQUE KEY by_u (u), KEY by_v (v))`,
    );
    for (let from = 1; from <= rows; from += 1_000) {
      const values = Array.from({ length: Math.min(1_000, rows - from + 1) }, (_, index) => {
        const id = from + index;
        return `(${id}, ${id}, REPEAT('${id}-', 12), '2026-01-01 00:00:00.5')`;
      });
      await database.query(`INSERT INTO t VALUES ${values.join()}`);
    }
    await this.catchUp();
  }

  /** The rest of the arguments comes behind. */
  rehearse(...args: string[]): Rehearsing {
    const own = args.includes('--replica') ? [] : ['--replica', `${this.replica.url}${this.database.name}`];
    const process = start(this.#folder, ['rehearse', ...own, '--json', 'rehearsal.json', ...args]);
    const finished = this.#finish(process);
    this.#ended = null;
    void finished.then(
      (ended) => {
        this.#ended = ended;
      },
      () => {},
    );
    return { process, finished };
  }

  async #finish(process: StartedCli): Promise<FinishedRehearsal> {
    const { exitCode, stdout, stderr } = await process.ended;
    const run = JSON.parse(await readFile(join(this.#folder, 'rehearsal.json'), 'utf8')) as RehearsalRun;
    return { exitCode, output: stdout + stderr, run };
  }

  /** Writers on the source until it is disposed of. Each ends with the statement it is at. */
  async write(count: number, rows: number): Promise<AsyncDisposable & { readonly written: () => number }> {
    let goesOn = true;
    let written = 0;
    const writers = await Promise.all(Array.from({ length: count }, () => this.database.connect()));
    const running = writers.map(async (session, index) => {
      const random = seededRandom(seedFor(`writer ${index}`));
      while (goesOn) {
        await session.query(statementOf((limit) => random.between(0, limit - 1), rows)).catch(ignoreConflict);
        written++;
      }
    });
    return {
      written: () => written,
      async [Symbol.asyncDispose]() {
        goesOn = false;
        await Promise.all(running);
        await Promise.all(writers.map((session) => session.end()));
      },
    };
  }

  onReplica(sql: string): Promise<Row[]> {
    return query(this.replica, sql);
  }

  /** Waits until a table of the rehearsal is there, and has that many rows. */
  async untilThere(table: 't_rhc' | 't_rho', rows: number): Promise<void> {
    const count = `SELECT COUNT(*) AS n FROM ${this.database.name}.${table}`;
    const isThere = async (): Promise<boolean> => {
      const [row] = await this.onReplica(count).catch(() => []);
      return row !== undefined && Number(row.n) >= rows;
    };
    await waitFor(isThere, { timeoutMs: 60_000, what: `${table} with ${rows} rows` });
  }

  /**
   * Waits until the rehearsal, or the migration of the source, says on the replica that it is so far.
   * @throws Error where the rehearsal ends before
   */
  async untilState(state: MigrationState, changelog = 't_rhc'): Promise<void> {
    const status = `SELECT body FROM ${this.database.name}.${changelog} WHERE id = 2`;
    const isSoFar = async (): Promise<boolean> => {
      const ended = changelog === 't_rhc' ? this.#ended : null;
      if (ended !== null) throw new Error(`It ended before ${state}: ${ended.output}`);
      const [row] = await this.onReplica(status).catch(() => []);
      return String(row?.body).includes(`"state":"${state}"`);
    };
    await waitFor(isSoFar, { timeoutMs: 60_000, what: `the state ${state}` });
  }

  /** Waits until the rehearsal has written so many more statuses. */
  async untilLaterStatus(count: number): Promise<void> {
    const mark = async (): Promise<number> => {
      const [row] = await this.onReplica(`SELECT mark FROM ${this.database.name}.t_rhc WHERE id = 2`);
      return Number(row?.mark);
    };
    const first = await mark();
    await waitFor(async () => (await mark()) >= first + count, { timeoutMs: 30_000, what: 'a later status' });
  }

  /** Waits until the server has noticed that the process that held the name lock is gone. */
  async untilLockIsFree(): Promise<void> {
    const lock = lockName({ schema: this.database.name, name: 't' });
    const isFree = async (): Promise<boolean> =>
      (await this.onReplica(`SELECT IS_USED_LOCK('${lock}') AS holder`))[0]?.holder === null;
    await waitFor(isFree, { timeoutMs: 30_000, what: 'the name lock to be free' });
  }

  openOnReplica(): Promise<mysql.Connection> {
    const { host, port, user, password } = this.replica;
    return mysql.createConnection({ host, port, user, password });
  }

  /** Looks, until it is disposed of, whether a thread that applies waits for a lock that a session has. */
  watchLockWaits(): AsyncDisposable & { readonly waits: () => readonly Row[] } {
    const waits: Row[] = [];
    let goesOn = true;
    const watch = async (): Promise<void> => {
      const session = await this.openOnReplica();
      while (goesOn) {
        const [rows] = await session.query(lockWaits[this.replica.flavor]);
        waits.push(...(rows as Row[]));
      }
      await session.end();
    };
    const watching = watch();
    return {
      waits: () => waits,
      async [Symbol.asyncDispose]() {
        goesOn = false;
        await watching;
      },
    };
  }

  /** Of the source, in all files of its log. */
  async loggedBytes(): Promise<number> {
    const files = await query(this.source, 'SHOW BINARY LOGS');
    return files.reduce((sum, file) => sum + Number(file.File_size), 0);
  }

  catchUp(): Promise<void> {
    return catchUp(this.replica, this.source);
  }

  /** Everything a rehearsal must leave as it was. */
  async expectUnharmed(): Promise<void> {
    await this.catchUp();
    await this.expectReplicating();
    assert.deepEqual(await this.ownTransactions(), '');
    const { name } = this.database;
    const rows = async (server: RunningServer): Promise<Row[]> => query(server, `SELECT * FROM ${name}.t ORDER BY id`);
    assert.deepEqual(await rows(this.replica), await rows(this.source));
    const found = `SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA LIKE '${name}%' ORDER BY TABLE_NAME`;
    assert.deepEqual(await this.onReplica(found), await query(this.source, found));
  }

  async expectReplicating(): Promise<void> {
    const isMysql = this.replica.flavor === 'mysql';
    const [status] = await this.onReplica(isMysql ? 'SHOW REPLICA STATUS' : 'SHOW SLAVE STATUS');
    assert.equal(
      status?.[isMysql ? 'Replica_SQL_Running' : 'Slave_SQL_Running'],
      'Yes',
      String(status?.Last_SQL_Error),
    );
    assert.equal(status?.[isMysql ? 'Replica_IO_Running' : 'Slave_IO_Running'], 'Yes');
  }

  /** What is in the replica's binary log and did not come from its source. */
  async ownTransactions(): Promise<string> {
    if (this.replica.flavor === 'mysql') {
      const [row] = await query(this.source, 'SELECT @@GLOBAL.gtid_executed AS gtids');
      const [own] = await this.onReplica(
        `SELECT GTID_SUBTRACT(@@GLOBAL.gtid_executed, '${String(row?.gtids)}') AS own`,
      );
      return String(own?.own);
    }
    const [row] = await this.onReplica('SELECT @@GLOBAL.gtid_binlog_state AS state, @@GLOBAL.server_id AS id');
    return String(row?.state)
      .split(',')
      .filter((gtid) => gtid.split('-')[1] === String(row?.id))
      .join();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
    await this.replica[Symbol.asyncDispose]();
    await this.source[Symbol.asyncDispose]();
  }
}

const lockWaits = {
  mysql: `SELECT r.NAME AS waiting, l.OBJECT_NAME AS name FROM performance_schema.data_lock_waits AS w
      JOIN performance_schema.threads AS r ON r.THREAD_ID = w.REQUESTING_THREAD_ID
      JOIN performance_schema.threads AS b ON b.THREAD_ID = w.BLOCKING_THREAD_ID
      JOIN performance_schema.data_locks AS l ON l.ENGINE_LOCK_ID = w.REQUESTING_ENGINE_LOCK_ID
    WHERE r.NAME LIKE 'thread/sql/replica%' AND b.NAME NOT LIKE 'thread/sql/replica%'`,
  mariadb: `SELECT p.USER AS waiting, r.trx_query AS query FROM information_schema.INNODB_LOCK_WAITS AS w
      JOIN information_schema.INNODB_TRX AS r ON r.trx_id = w.requesting_trx_id
      JOIN information_schema.PROCESSLIST AS p ON p.ID = r.trx_mysql_thread_id
    WHERE p.USER = 'system user'`,
} as const;

/** Inserts, updates, deletes, moves of keys, and swaps of unique values. */
function statementOf(below: (limit: number) => number, rows: number): string {
  const id = 1 + below(rows);
  switch (below(6)) {
    case 0:
      return `INSERT INTO t (v, at) VALUES ('new ${below(1_000_000)}', NOW(3))`;
    case 1:
      return `DELETE FROM t WHERE id = ${id}`;
    case 2:
      return `UPDATE t SET id = id + ${rows * 10 + below(rows)} WHERE id = ${id}`;
    case 3:
      return `UPDATE t SET u = NULL WHERE id = ${id}`;
    case 4:
      return `UPDATE t SET u = ${id} WHERE id = ${1 + below(rows)}`;
    default:
      return `UPDATE t SET v = CONCAT('changed ', ${below(1_000_000)}), at = NOW(3) WHERE id BETWEEN ${id} AND ${id + 3}`;
  }
}

/** A key that is taken, or two writers that wait for each other. */
function ignoreConflict(error: unknown): void {
  const { errno } = error as mysql.QueryError & { errno?: number };
  if (![1062, 1205, 1213].includes(errno ?? 0)) throw error;
}
