import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type BuiltAction, buildAction } from '../action/build-action.ts';
import { expectSameRows, isAltered } from '../faults/support/judge.ts';
import { processesOf } from '../faults/support/processes.ts';
import { statements as s } from '../faults/support/statements.ts';
import { openTrial, type Trial } from '../faults/support/trial.ts';
import { createDatabase, type ServerAddress, testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { type Child, type Ended, startChild } from './child.ts';

const silentForMs = 31_000;
const timeout = 240_000;

/** A process that is stopped keeps its connections and says nothing: to the server it has vanished. */
describe('the process of a migration vanishes', { concurrency: 3 }, () => {
  let built: BuiltAction;
  before(async () => {
    built = await buildAction();
  });
  after(() => built[Symbol.asyncDispose]());
  const main = (): string => join(built.folder, 'dist/cli.js');

  for (const server of testServers()) {
    describe(`on ${server.name}`, { concurrency: 3 }, () => {
      it('commands say that it does not answer, and it can be taken over', { timeout }, () => vanish(server, main()));
      it('in another database than the target, whose ledger knows of it', { timeout }, () => elsewhere(server, main()));
      it('with a note in the ledger under way: no connection of it is left, whatever it was for', { timeout }, () =>
        everyConnection(server, main()),
      );
      it('once it has swapped: the next run finishes the swap, and does not run the statement again', { timeout }, () =>
        swapped(server, main()),
      );
    });
  }
});

async function vanish(server: ServerAddress, main: string): Promise<void> {
  await using trial = await openTrial(server);
  await using owner = start(trial, main, 'migrate', ...migration, '--cutover', 'wait');
  await owner.says(/waiting for cutover/u);
  const answered = await tell(trial, main, 'throttle', '1');
  assert.equal(answered.exitCode, 0, answered.said);

  owner.kill('SIGSTOP');
  const stoppedAt = performance.now();
  const tooEarly = await tell(trial, main, 'abort', '--take-over');
  assert.match(tooEarly.said, /cannot be taken over/u);
  const unanswered = await tell(trial, main, 'abort');
  assert.match(unanswered.said, /has not answered within 15 s; its last sign of life was \d+ s ago/u);
  assert.notEqual(unanswered.exitCode, 0);
  const status = await tell(trial, main, 'status');
  assert.match(status.said, /last sign of life \d+/u);

  await untilSilent(stoppedAt);
  const next = await tell(trial, main, 'migrate', ...migration, '--take-over');
  assert.match(next.said, /Shipped/u);
  assert.equal(await isAltered(trial), true);
  owner.kill('SIGCONT');
  const { exitCode } = await owner.ends(60_000);
  assert.notEqual(exitCode, 0);
  await trial.writers.stop();
  await expectSameRows(trial);
}

async function elsewhere(server: ServerAddress, main: string): Promise<void> {
  await using trial = await openTrial(server);
  await using home = await createDatabase(server);
  const { name } = trial.database;
  const alter = `ALTER TABLE ${name}.t ADD COLUMN added INT`;
  const flags = ['--alter', alter, '--databases', name, '--algorithm', 'copy', '--cutover', 'wait'];
  const at = { ...trial, database: home };
  await using owner = start(at, main, 'migrate', ...flags);
  await owner.says(/waiting for cutover/u);
  owner.kill('SIGSTOP');
  await untilSilent(performance.now());
  const taken = await tell(at, main, 'abort', '--take-over', '--table', `${name}.t`);
  assert.equal(taken.exitCode, 0, taken.said);
  assert.match(taken.said, /t_gho/u);
  assert.deepEqual(await tablesOf(trial), ['control', 't']);
  owner.kill('SIGCONT');
  assert.notEqual((await owner.ends(60_000)).exitCode, 0);
  assert.equal(await isAltered(trial), false);
  await trial.writers.stop();
  await expectSameRows(trial);
}

async function everyConnection(server: ServerAddress, main: string): Promise<void> {
  await using trial = await openTrial(server);
  const noting = trial.tap.holdStatement(/ghostship_migrations` SET state = 'waiting_for_cutover'/u);
  await using owner = start(throughTap(trial), main, 'migrate', ...migration, '--cutover', 'wait');
  const { wire } = await noting;
  const isTold = async (): Promise<boolean> => {
    const [row] = await trial.query('SELECT body FROM t_ghc WHERE id = 2');
    const { connections } = JSON.parse(String(row?.body)) as { connections: number[] };
    return connections.includes(wire.connectionId);
  };
  await waitFor(isTold, { timeoutMs: 10_000, what: 'the changelog to know the connection of the ledger' });
  owner.kill('SIGSTOP');
  await untilSilent(performance.now());
  const taken = await tell(trial, main, 'abort', '--take-over');
  assert.equal(taken.exitCode, 0, taken.said);
  const ids = trial.tap.wires.map(({ connectionId }) => connectionId);
  await waitFor(async () => (await processesOf(trial, ...ids)).length === 0, {
    timeoutMs: 5_000,
    what: 'the server to have ended all its connections',
  });
}

async function swapped(server: ServerAddress, main: string): Promise<void> {
  await using trial = await openTrial(server);
  const held = trial.tap.holdAnswer(s.rename);
  await using owner = start(throughTap(trial), main, 'migrate', ...migration);
  await held;
  owner.kill('SIGSTOP');
  assert.equal(await isAltered(trial), true);
  await untilSilent(performance.now());
  const next = await tell(trial, main, 'migrate', ...migration, '--take-over');
  assert.equal(next.exitCode, 0, next.said);
  await trial.writers.stop();
  await expectSameRows(trial);
  assert.deepEqual(await tablesOf(trial), ['control', 'ghostship_migrations', 't']);
}

function throughTap({ server, database, tap }: Trial): Pick<Trial, 'server' | 'database'> {
  return { server: { ...server, host: '127.0.0.1', port: tap.port }, database };
}

async function tablesOf(trial: Trial): Promise<string[]> {
  const tables = await trial.query(
    `SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = '${trial.database.name}'`,
  );
  return tables.map(({ name }) => String(name)).toSorted();
}

async function untilSilent(since: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, silentForMs - (performance.now() - since)));
}

const migration = ['--alter', 'ALTER TABLE t ADD COLUMN added INT NOT NULL DEFAULT 7', '--algorithm', 'copy'];

function start(
  { server, database }: Pick<Trial, 'server' | 'database'>,
  main: string,
  command: string,
  ...more: string[]
): Child {
  const target = `mysql://${server.user}@${server.host}:${server.port}/${database.name}?ssl-mode=disabled`;
  return startChild(main, [command, '--target', target, ...more], server.password);
}

async function tell(
  trial: Pick<Trial, 'server' | 'database'>,
  main: string,
  command: string,
  ...more: string[]
): Promise<Ended> {
  await using child = start(trial, main, command, ...more);
  return await child.ends(90_000);
}
