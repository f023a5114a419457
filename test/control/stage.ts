import { join } from 'node:path';
import type { StatusRow } from '../../src/engine/run/status-row.ts';
import type { BuiltAction } from '../action/build-action.ts';
import { type Child, type Ended, startChild } from '../network/child.ts';
import { runCommand } from '../support/scenario/run-command.ts';
import { createDatabase, type ServerAddress, type TestDatabase } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';

/** A database with a table `t`, and the built command line that is told of it. */
export interface Stage extends AsyncDisposable {
  readonly database: TestDatabase;
  start(command: string, ...more: string[]): Child;
  /** Runs a command to its end. */
  tell(command: string, ...more: string[]): Promise<Pick<Ended, 'exitCode' | 'said'>>;
  /** What the migration of `t` says of itself; `null` where there is none. */
  status(): Promise<StatusRow | null>;
  untilStatus(what: string, matches: (status: StatusRow) => boolean, timeoutMs?: number): Promise<StatusRow>;
  tables(): Promise<string[]>;
}

export async function setStage(built: BuiltAction, server: ServerAddress, rows: number): Promise<Stage> {
  const database = await createDatabase(server);
  const observer = await database.connect();
  await database.query('CREATE TABLE t (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(200)) ENGINE=InnoDB');
  await database.query("INSERT INTO t (v) VALUES (REPEAT('x', 100))");
  for (let count = 1; count < rows; count *= 2)
    await database.query(`INSERT INTO t (v) SELECT v FROM t LIMIT ${Math.min(count, rows - count)}`);
  await database.query('ANALYZE TABLE t');
  const target = `mysql://${server.user}@${server.host}:${server.port}/${database.name}?ssl-mode=disabled`;
  const main = join(built.folder, 'dist/cli.js');
  const start = (command: string, ...more: string[]): Child =>
    startChild(main, [command, ...more, '--target', target], server.password);
  const status = async (): Promise<StatusRow | null> => {
    const [rows] = await observer.query('SELECT body FROM t_ghc WHERE id = 2').catch(() => [[]]);
    const [row] = rows as { body: string | null }[];
    return row === undefined || row.body === null ? null : (JSON.parse(row.body) as StatusRow);
  };
  return {
    database,
    start,
    async tell(command, ...more) {
      const args = [command, ...more, '--target', target];
      const env = { GHOSTSHIP_PASSWORD: server.password };
      const { exitCode, output } = await runCommand({ program: main, args, env }, AbortSignal.timeout(90_000));
      return { exitCode, said: output };
    },
    status,
    untilStatus: (what, matches, timeoutMs = 60_000) =>
      waitFor(
        async () => {
          const seen = await status();
          return seen !== null && matches(seen) ? seen : null;
        },
        { timeoutMs, what },
      ),
    async tables() {
      const found = await database.query('SHOW TABLES');
      return found.map((row) => String(Object.values(row)[0])).toSorted();
    },
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
}

/** Each row costs the server some work, so that a small table is long copied. */
export const slowAlter =
  'ALTER TABLE t ADD COLUMN h CHAR(64) AS (SHA2(REPEAT(v, 6000), 256)) STORED, MODIFY v VARCHAR(250)';

/** The migration stays at its copy, held, for as long as connections are open. */
export const heldForEver = ['--max-load', 'Threads_connected=0'];
