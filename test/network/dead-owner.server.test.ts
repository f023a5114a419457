import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type BuiltAction, buildAction } from '../action/build-action.ts';
import { expectSameRows, isAltered } from '../faults/support/judge.ts';
import { openTrial, type Trial } from '../faults/support/trial.ts';
import { type ServerAddress, testServers } from '../support/servers/index.ts';
import { type Child, type Ended, startChild } from './child.ts';

const silentForMs = 31_000;

/** A process that is stopped keeps its connections and says nothing: to the server it has vanished. */
describe('the process of a migration vanishes', { concurrency: 2 }, () => {
  let built: BuiltAction;
  before(async () => {
    built = await buildAction();
  });
  after(() => built[Symbol.asyncDispose]());
  const main = (): string => join(built.folder, 'dist/cli.js');

  for (const server of testServers()) {
    it(`on ${server.name}: commands say that it does not answer, and it can be taken over`, () =>
      vanish(server, main()));
  }
});

async function vanish(server: ServerAddress, main: string): Promise<void> {
  await using trial = await openTrial(server);
  await using owner = start(trial, main, 'migrate', ...migration, '--cutover', 'wait');
  await owner.says(/waiting for cutover/u);
  const answered = await tell(trial, main, 'pause');
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

  await new Promise((resolve) => setTimeout(resolve, silentForMs - (performance.now() - stoppedAt)));
  const next = await tell(trial, main, 'migrate', ...migration, '--take-over');
  assert.match(next.said, /Shipped/u);
  assert.equal(await isAltered(trial), true);
  owner.kill('SIGCONT');
  const { exitCode } = await owner.ends(60_000);
  assert.notEqual(exitCode, 0);
  await trial.writers.stop();
  await expectSameRows(trial);
}

const migration = ['--alter', 'ALTER TABLE t ADD COLUMN added INT NOT NULL DEFAULT 7', '--algorithm', 'copy'];

function start({ server, database }: Trial, main: string, command: string, ...more: string[]): Child {
  const target = `mysql://${server.user}@${server.host}:${server.port}/${database.name}`;
  return startChild(main, [command, '--target', target, ...more], server.password);
}

async function tell(trial: Trial, main: string, command: string, ...more: string[]): Promise<Ended> {
  await using child = start(trial, main, command, ...more);
  return await child.ends(90_000);
}
