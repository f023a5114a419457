import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Outcome } from '../../../src/engine/outcome.ts';
import { runCommand } from '../../support/scenario/run-command.ts';
import { waitFor } from '../../support/wait-for.ts';
import { statements as s } from './statements.ts';
import type { Trial } from './trial.ts';
import type { Held, Pattern } from './wire.ts';

export interface Finished {
  readonly exitCode: number | null;
  readonly output: string;
  readonly migrations: readonly {
    readonly state: string;
    readonly tableState: string;
    readonly resumed: boolean;
    readonly retired: string | null;
    readonly error: Outcome['error'];
  }[];
}

/** Where a run is stopped. Before the swap the same statements stand as well, so those after it are looked for there. */
export interface Moment {
  readonly when: Pattern;
  readonly at: 'statement' | 'answer';
  readonly isAfterSwap: boolean;
}

/** A run that is stopped in the middle of a statement. */
export interface Stopped {
  readonly held: Held;
  /** Kills the process before the statement is let go, and cuts its connections. */
  die(): Promise<void>;
  /** Waits until it has said this. */
  says(pattern: RegExp): Promise<void>;
  /** Its end, once the statement is let go. */
  end(): Promise<Finished>;
}

/** A folder with the file, and runs of the built command line from there. */
export interface Machine extends AsyncDisposable {
  /** Through the tap, until the moment has come. */
  migrateUntil(moment: Moment): Promise<Stopped>;
  migrate(): Promise<Finished>;
  run(command: 'status' | 'cleanup' | 'abort', ...args: readonly string[]): Promise<Finished>;
  /** With the options of the migration. */
  plan(): Promise<Finished>;
}

/** The usual one. */
export const statement = 'ALTER TABLE t MODIFY n BIGINT, ADD COLUMN added INT NOT NULL DEFAULT 7';

const node = process.env.GHOSTSHIP_NODE || process.execPath;
const cli = resolve(import.meta.dirname, '../../../dist/cli.js');

/** Above the slowest of them. */
const runLimitMs = 150_000;

interface MachineOptions {
  /** The options that say what to run; default the files. */
  readonly what?: readonly string[];
  /** The text of the file. */
  readonly file?: string;
  /** Who runs it; the password is the account's own. */
  readonly account?: string;
}

export async function openMachine(
  trial: Trial,
  { what = ['--files', 'migrations/*.sql'], file = statement, account = trial.server.user }: MachineOptions = {},
): Promise<Machine> {
  const folder = await mkdtemp(join(tmpdir(), 'ghostship-machine-'));
  await mkdir(join(folder, 'migrations'));
  await writeFile(join(folder, 'migrations/001.sql'), `${file};\n`);
  const { password, host, port } = trial.server;
  const url = (at: string): string => `mysql://${account}:${password}@${at}/${trial.database.name}?ssl-mode=disabled`;
  const direct = url(`${host}:${port}`);
  const options = [
    ...what,
    ...(file === statement ? ['--algorithm', 'copy'] : []),
    '--triggers',
    'carry',
    '--json',
    'outcome.json',
  ];
  const begin = (target: string, command: string, ...args: readonly string[]): ChildProcess =>
    spawn(node, [cli, command, '--target', target, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const run = async (command: string, ...args: readonly string[]): Promise<Finished> => {
    const all = [command, '--target', direct, ...args];
    return { ...(await runCommand({ args: all, cwd: folder }, AbortSignal.timeout(runLimitMs))), migrations: [] };
  };
  const withOutcome = async (ended: Promise<Finished>): Promise<Finished> => {
    const finished = await ended;
    const outcome = JSON.parse(await readFile(join(folder, 'outcome.json'), 'utf8')) as Pick<Finished, 'migrations'>;
    return { ...finished, migrations: outcome.migrations };
  };
  return {
    async migrateUntil({ when, at, isAfterSwap }) {
      const trap = (pattern: Pattern, where: Moment['at']): Promise<Held> =>
        where === 'statement' ? trial.tap.holdStatement(pattern) : trial.tap.holdAnswer(pattern);
      const first = isAfterSwap ? trap(s.rename, 'answer') : trap(when, at);
      const child = begin(url(`127.0.0.1:${trial.tap.port}`), 'migrate', ...options);
      const said = listen(child);
      const ended = withOutcome(end(child));
      const early = ended.then(({ output }) => {
        throw new Error(`It ended before that: ${output}`);
      });
      early.catch(() => {});
      let held = await Promise.race([first, early]);
      if (isAfterSwap && when !== s.rename) {
        const second = trap(when, at);
        held.release();
        held = await Promise.race([second, early]);
      }
      return {
        held,
        async die() {
          child.kill('SIGKILL');
          await ended.catch(() => {});
          held.release();
          for (const wire of trial.tap.wires) wire.cut();
        },
        async says(pattern) {
          await waitFor(() => pattern.test(said.output), { timeoutMs: 150_000, what: `${String(pattern)} to be said` });
        },
        end: () => ended,
      };
    },
    migrate: () => withOutcome(run('migrate', ...options)),
    run,
    plan: () => run('plan', ...options),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

async function end(child: ChildProcess): Promise<Finished> {
  const said = listen(child);
  const [exitCode] = (await once(child, 'close')) as [number | null];
  return { exitCode, output: said.output, migrations: [] };
}

function listen(child: ChildProcess): { readonly output: string } {
  const said = { output: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (piece) => {
      said.output += String(piece);
    });
  }
  return said;
}
