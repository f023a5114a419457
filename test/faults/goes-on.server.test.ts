import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { endXa, leavePrepared, prepareXa } from '../support/prepared-xa.ts';
import { casesFor, type ServerAddress, testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { checkpointOf, keptBy, killInTheMiddle, markOf, statusOf } from './support/checkpoint.ts';
import { startDoomed } from './support/doomed-process.ts';
import { expectCompleted, isAltered } from './support/judge.ts';
import { statements as s } from './support/statements.ts';
import { openTrial } from './support/trial.ts';
import type { Pattern } from './support/wire.ts';

const rows = 30_000;

/** Where the process is killed once everything is copied. */
const places: Readonly<Record<string, { readonly when: Pattern; readonly at: 'statement' | 'answer' }>> = {
  'while changes are applied': { when: s.applyInsert, at: 'answer' },
  'while indexes are built': { when: s.buildIndexes, at: 'statement' },
  'once indexes are built': { when: s.buildIndexes, at: 'answer' },
  'while rows are compared': { when: s.verify, at: 'answer' },
  'before the lock': { when: s.lock, at: 'statement' },
  'under the lock': { when: s.lock, at: 'answer' },
  'before the RENAME': { when: s.rename, at: 'statement' },
};

describe('a run that was killed is resumed', { concurrency: 2 }, () => {
  for (const server of testServers()) {
    describe(`on ${server.name}`, { concurrency: 1 }, () => {
      it('in the middle of the copy', () => inTheMiddle(server));
      it('three times in a row', () => severalTimes(server));
      it('at the gate', () => atTheGate(server));
      it('with changes that were not applied yet', () => withPendingChanges(server));
      it('beside a prepared XA transaction that has changed the table', () => besideXa(server, 't'));
      it('beside a prepared XA transaction that has changed another table', () => besideXa(server, 'audit'));
      it('and wakes up again', () => wakesUp(server));
      for (const [name, { when, at }] of casesFor(server, Object.entries(places))) {
        it(name, async () => {
          await using trial = await openTrial(server);
          const held = at === 'statement' ? trial.tap.holdStatement(when) : trial.tap.holdAnswer(when);
          const change = { options: { indexes: 'defer' } } as const;
          await using doomed = startDoomed(trial, change);
          const { release } = await held;
          await doomed.kill();
          release();
          await expectCompleted(trial, trial.migrate(change));
        });
      }
    });
  }
});

async function inTheMiddle(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server, { rows });
  const kept = await killInTheMiddle(trial);
  const run = trial.migrate();
  const outcome = await expectCompleted(trial, run);
  assert.equal(outcome.resumed, true);
  assert.equal(keptBy(run), kept.rowsCopied);
}

async function severalTimes(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server, { rows });
  await killInTheMiddle(trial);
  for (let death = 2; death <= 3; death++) {
    await using doomed = startDoomed(trial);
    const before = await checkpointOf(trial);
    await waitFor(async () => JSON.stringify(await checkpointOf(trial)) !== JSON.stringify(before), {
      timeoutMs: 30_000,
      what: 'a checkpoint of the next run',
    });
    await doomed.kill();
  }
  const run = trial.migrate();
  const outcome = await expectCompleted(trial, run);
  assert.equal(outcome.resumed, true);
}

async function atTheGate(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server);
  const change = { options: { cutover: 'wait' } } as const;
  await using doomed = startDoomed(trial, change);
  await waitFor(async () => (await statusOf(trial))?.progress.state === 'waiting_for_cutover', {
    timeoutMs: 30_000,
    what: 'the gate',
  });
  await waitFor(async () => (await checkpointOf(trial))?.watermark?.upTo === null, {
    timeoutMs: 30_000,
    what: 'a checkpoint of the whole copy',
  });
  await doomed.kill();
  const run = trial.migrate(change);
  await run.until('waiting_for_cutover');
  await trial.command('cutover');
  const outcome = await expectCompleted(trial, run);
  assert.equal(outcome.resumed, true);
}

/** For three seconds nothing is applied. So no checkpoint may say that it is. After five the connection would count as lost. */
async function withPendingChanges(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server);
  const change = { options: { cutover: 'wait' } } as const;
  await using doomed = startDoomed(trial, change);
  await waitFor(async () => (await checkpointOf(trial))?.watermark?.upTo === null, {
    timeoutMs: 30_000,
    what: 'a checkpoint of the whole copy',
  });
  const { release } = await trial.tap.holdStatement(s.applyDelete);
  const from = await markOf(trial);
  await waitFor(async () => (await markOf(trial)) > from + 30, { timeoutMs: 30_000, what: 'thirty heartbeats' });
  await doomed.kill();
  release();
  await trial.writers.stop();
  const outcome = await expectCompleted(trial, trial.migrate({ options: { verify: 'off' } }));
  assert.equal(outcome.resumed, true);
}

/**
 * Its changes stand in the binary log before the position of each checkpoint that is made from now on, and nowhere behind it. So there
 * must be none where the table is among them, and where it is not, its commit must not stop the run that goes on.
 */
async function besideXa(server: ServerAddress, changed: 't' | 'audit'): Promise<void> {
  const besides = ['CREATE TABLE IF NOT EXISTS audit (id INT, v VARCHAR(60))', 'INSERT INTO audit VALUES (7, 1)'];
  await using trial = await openTrial(server, { writers: 0, rows: 500, besides });
  const change = { options: { cutover: 'wait', verify: 'off' } } as const;
  await using doomed = startDoomed(trial, change);
  await waitFor(async () => (await checkpointOf(trial))?.watermark?.upTo === null, {
    timeoutMs: 30_000,
    what: 'a checkpoint of the whole copy',
  });
  const xid = `'${trial.database.name}','${changed}'`;
  const [observer, session] = [await trial.connect(), await trial.connect()];
  const tables = changed === 't' ? ['t', 'control'] : ['audit'];
  await prepareXa(
    session,
    xid,
    tables.map((table) => `UPDATE ${table} SET v = 5 WHERE id = 7`),
  );
  await leavePrepared(session, observer);
  const from = await markOf(trial);
  await waitFor(async () => (await markOf(trial)) > from + 50, { timeoutMs: 60_000, what: 'fifty heartbeats' });
  assert.equal(((await checkpointOf(trial))?.marks.after ?? 0) > from, changed === 'audit');
  await doomed.kill();
  const run = trial.migrate(change);
  await run.until('waiting_for_cutover');
  await endXa(observer, 'COMMIT', xid);
  await trial.command('cutover');
  const outcome = await expectCompleted(trial, run);
  assert.equal(outcome.resumed, true);
}

/** Its connection with the name lock is ended while it is stopped. So another run goes on, and it must not interfere. */
async function wakesUp(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server);
  const change = { options: { cutover: 'wait' } } as const;
  await using sleeper = startDoomed(trial, change);
  await waitFor(async () => (await statusOf(trial))?.progress.state === 'waiting_for_cutover', {
    timeoutMs: 30_000,
    what: 'the gate',
  });
  sleeper.stop();
  const holder = trial.tap.wires.find((wire) => wire.statements.some((text) => s.takeNameLock.test(text)));
  assert.ok(holder !== undefined);
  await trial.kill(holder.connectionId);
  const run = trial.migrate(change);
  await run.until('copying');
  sleeper.wake();
  await run.until('waiting_for_cutover');
  assert.equal(await isAltered(trial), false);
  await trial.command('cutover');
  await expectCompleted(trial, run);
}
