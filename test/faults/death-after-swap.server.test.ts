import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { type ServerAddress, testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { expectNothingLeft, expectSameRows } from './support/judge.ts';
import { statements as s } from './support/statements.ts';
import { openTrial, type Trial } from './support/trial.ts';
import type { Held, Pattern } from './support/wire.ts';

const node = process.env.GHOSTSHIP_NODE || process.execPath;
const cli = resolve(import.meta.dirname, '../../dist/cli.js');

const swapped = s.rename;
const ledgerSays = /^UPDATE .*ghostship_migrations` SET state = 'completed'/u;
const ledgerEnds = /^UPDATE .*ghostship_migrations` SET state = 'completed', outcome/u;

/** From the moment in which the server has swapped the tables to the last word of the run. */
const deaths: Readonly<Record<string, { readonly when: Pattern; readonly at: 'statement' | 'answer' }>> = {
  'before it hears that the tables are swapped': { when: swapped, at: 'answer' },
  'before the ledger says so': { when: ledgerSays, at: 'statement' },
  'once the ledger says so': { when: ledgerSays, at: 'answer' },
  'before the old trigger goes': { when: /^DROP TRIGGER .*`t_audit`$/u, at: 'statement' },
  'once the old trigger is gone': { when: /^DROP TRIGGER .*`t_audit`$/u, at: 'answer' },
  'once the trigger has its name': { when: /^CREATE DEFINER.* ON `[^`]+`\.`t` FOR/su, at: 'answer' },
  'before the retired table goes': { when: /^DROP TABLE IF EXISTS .*_del`/u, at: 'statement' },
  'once the retired table is gone': { when: /^DROP TABLE IF EXISTS .*`t_ghc`/u, at: 'statement' },
  'once all that was ours is gone': { when: /^DROP TABLE IF EXISTS .*`t_ghc`/u, at: 'answer' },
  'before its end is written down': { when: ledgerEnds, at: 'statement' },
};

const besides = [
  'CREATE TABLE IF NOT EXISTS audit (number INT AUTO_INCREMENT PRIMARY KEY, source VARCHAR(10), id INT)',
  "CREATE TRIGGER §_audit AFTER UPDATE ON § FOR EACH ROW INSERT INTO audit (source, id) VALUES ('§', NEW.id)",
];

describe('a run that dies after its swap is finished by the next one', { concurrency: 2 }, () => {
  for (const server of testServers()) {
    describe(`on ${server.name}`, () => {
      for (const [name, { when, at }] of Object.entries(deaths)) it(name, () => dieAndFinish(server, when, at));
      it('a statement that was typed is not run twice', () => typedTwice(server));
      it('cleanup finishes it as well, and status says what became of it', () => byCleanup(server));
    });
  }
});

async function dieAndFinish(server: ServerAddress, when: Pattern, at: 'statement' | 'answer'): Promise<void> {
  await using trial = await openTrial(server, { besides });
  await using machine = await openMachine(trial);
  await machine.die(when, at);
  await expectFinished(trial, await machine.migrate());
}

async function typedTwice(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server, { besides });
  await using machine = await openMachine(trial, ['--alter', statement]);
  await machine.die(swapped, 'answer');
  const run = await machine.migrate();
  assert.match(run.output, /The tables were swapped by a run that died/u);
  const [migration] = run.migrations;
  assert.equal(migration?.state, 'completed');
  assert.equal(migration?.resumed, true);
  await expectFinished(trial, run);
}

async function byCleanup(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server, { besides });
  await using machine = await openMachine(trial);
  await machine.die(swapped, 'answer');
  assert.match((await machine.run('status')).output, /t: swapped, and its run died/u);
  const cleaned = await machine.run('cleanup');
  assert.match(cleaned.output, /Finished the migration of t, whose run died after the swap\./u);
  assert.match((await machine.run('status')).output, /No migration is running/u);
  await expectFinished(trial, await machine.migrate());
}

const statement = 'ALTER TABLE t MODIFY n BIGINT, ADD COLUMN added INT NOT NULL DEFAULT 7';

interface Finished {
  readonly exitCode: number | null;
  readonly output: string;
  readonly migrations: readonly { readonly state: string; readonly resumed: boolean }[];
}

/** A folder with the file, and runs of the built command line from there. */
interface Machine extends AsyncDisposable {
  /** Through the tap, until the moment has come. */
  die(when: Pattern, at: 'statement' | 'answer'): Promise<void>;
  migrate(): Promise<Finished>;
  run(command: 'status' | 'cleanup'): Promise<Finished>;
}

async function openMachine(trial: Trial, what = ['--files', 'migrations/*.sql']): Promise<Machine> {
  const folder = await mkdtemp(join(tmpdir(), 'ghostship-machine-'));
  await mkdir(join(folder, 'migrations'));
  await writeFile(join(folder, 'migrations/001.sql'), `${statement};\n`);
  const { user, password, host, port } = trial.server;
  const url = (at: string): string => `mysql://${user}:${password}@${at}/${trial.database.name}?ssl-mode=disabled`;
  const direct = url(`${host}:${port}`);
  const options = [...what, '--algorithm', 'copy', '--triggers', 'carry', '--json', 'outcome.json'];
  const begin = (target: string, command: string, ...args: readonly string[]): ChildProcess =>
    spawn(node, [cli, command, '--target', target, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  return {
    async die(when, at) {
      const reached = trial.tap.holdAnswer(swapped);
      const child = begin(url(`127.0.0.1:${trial.tap.port}`), 'migrate', ...options);
      const output = collect(child);
      const exit = once(child, 'exit');
      const early = exit.then(() => assert.fail(`it ended before its death: ${output.text}`));
      const swap = await Promise.race([reached, early]);
      const { release } = when === swapped ? swap : await Promise.race([from(swap, when, at), early]);
      early.catch(() => {});
      child.kill('SIGKILL');
      await exit;
      release();
      for (const wire of trial.tap.wires) wire.cut();
    },
    async migrate() {
      const child = begin(direct, 'migrate', ...options);
      const finished = await end(child);
      const outcome = JSON.parse(await readFile(join(folder, 'outcome.json'), 'utf8')) as Pick<Finished, 'migrations'>;
      return { ...finished, migrations: outcome.migrations };
    },
    run: (command) => end(begin(direct, command)),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };

  /** The same statements stand before the swap as well, so the trap is set when that is done. */
  function from(swap: Held, when: Pattern, at: 'statement' | 'answer'): Promise<Held> {
    const held = at === 'statement' ? trial.tap.holdStatement(when) : trial.tap.holdAnswer(when);
    swap.release();
    return held;
  }
}

function collect(child: ChildProcess): { readonly text: string } {
  const output = { text: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (piece) => {
      output.text += String(piece);
    });
  }
  return output;
}

async function end(child: ChildProcess): Promise<Finished> {
  const output = collect(child);
  const [exitCode] = (await once(child, 'close')) as [number | null];
  return { exitCode, output: output.text, migrations: [] };
}

/** The table is the altered one, once; its trigger has its name; the ledger knows; nothing of ours is left. */
async function expectFinished(trial: Trial, run: Finished): Promise<void> {
  assert.equal(run.exitCode, 0, run.output);
  await waitFor(async () => trial.writers.committed > 0, { timeoutMs: 5_000, what: 'writers' });
  await trial.writers.stop();
  await expectSameRows(trial);
  const rows = await trial.query("SELECT state FROM ghostship_migrations WHERE state = 'completed'");
  assert.equal(rows.length, 1, run.output);
  const triggers = await trial.query(
    `SELECT TRIGGER_NAME AS name FROM information_schema.TRIGGERS WHERE EVENT_OBJECT_SCHEMA = '${trial.database.name}' AND EVENT_OBJECT_TABLE = 't'`,
  );
  assert.deepEqual(
    triggers.map(({ name }) => name),
    ['t_audit'],
  );
  const columns = await trial.query(
    `SELECT 1 FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = '${trial.database.name}' AND TABLE_NAME = 't' AND COLUMN_NAME = 'added'`,
  );
  assert.equal(columns.length, 1);
  await expectNothingLeft(trial, ['ghostship_migrations']);
}
