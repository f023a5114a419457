import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { casesFor, type ServerAddress, testServers } from '../support/servers/index.ts';
import { expectCompleted, expectFailed, expectNothingLeft, expectStopped, expectTruth } from './support/judge.ts';
import { statements as s } from './support/statements.ts';
import { openTrial, type Trial } from './support/trial.ts';
import { untilItWaits } from './support/until-it-waits.ts';
import type { Pattern } from './support/wire.ts';

/** Enough for what is under way to be undone; not enough for waiting until somebody else is done. */
const promptMs = 8_000;

/** Where it is when we are asked to stop. */
const places: Readonly<Record<string, { readonly when: Pattern; readonly at: 'statement' | 'answer' }>> = {
  'before the name lock': { when: s.takeNameLock, at: 'statement' },
  'while the ghost is made': { when: s.createGhost, at: 'answer' },
  'while the ghost is altered': { when: s.alterGhost, at: 'answer' },
  'before the stream is opened': { when: s.readPosition, at: 'statement' },
  'while the stream is opened': { when: s.dump, at: 'statement' },
  'while rows are copied': { when: s.copyChunk, at: 'answer' },
  'while changes are applied': { when: s.applyInsert, at: 'answer' },
  'while indexes are built': { when: s.buildIndexes, at: 'answer' },
  'while rows are compared': { when: s.verify, at: 'answer' },
  'before the lock': { when: s.lock, at: 'statement' },
  'under the lock': { when: s.lock, at: 'answer' },
  'before the RENAME': { when: s.rename, at: 'statement' },
  'while RENAME waits': { when: s.confirmLocker, at: 'statement' },
  'once the sentry is dropped': { when: s.dropSentry, at: 'answer' },
  'once it is swapped': { when: s.rename, at: 'answer' },
};

describe('it is asked to stop', { concurrency: 2 }, () => {
  for (const server of testServers()) {
    describe(`on ${server.name}`, () => {
      for (const [name, place] of casesFor(server, Object.entries(places))) {
        it(name, async () => {
          await using trial = await openTrial(server);
          const held =
            place.at === 'statement' ? trial.tap.holdStatement(place.when) : trial.tap.holdAnswer(place.when);
          const run = trial.migrate({ options: { indexes: 'defer' } });
          const { release } = await run.reach(held);
          run.abort();
          release();
          const outcome = await promptly(run.outcome);
          await expectTruth(trial, outcome);
          if (outcome.tableState === 'changed') await expectCompleted(trial, run);
          else await expectStopped(trial, run);
        });
      }
      it('at the gate', () => atTheGate(server));
      it('while an index cannot be built because somebody reads the ghost', () => indexInTheWay(server));
      it('by its own time limit', () => timeLimit(server));
      it('by a command', () => byCommand(server));
    });
  }
});

async function atTheGate(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server);
  const run = trial.migrate({ options: { cutover: 'wait' } });
  await run.until('waiting_for_cutover');
  run.abort();
  await promptly(run.outcome);
  await expectStopped(trial, run);
}

async function indexInTheWay(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server);
  const held = trial.tap.holdStatement(s.buildIndexes);
  const run = trial.migrate({ options: { indexes: 'defer' } });
  const { wire, release } = await run.reach(held);
  const reader = await trial.connect();
  await reader.query('BEGIN');
  await reader.query('SELECT COUNT(*) FROM t_gho');
  release();
  await untilItWaits(trial, wire.connectionId);
  const dropped = trial.tap.holdStatement(/^DROP TABLE IF EXISTS .*_gho`/u);
  run.abort();
  // It has given the index up while the reader is still there.
  const tidying = await promptly(Promise.race([dropped, run.outcome]));
  await reader.query('ROLLBACK');
  if ('release' in tidying) tidying.release();
  await promptly(run.outcome);
  await expectStopped(trial, run);
}

async function timeLimit(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server);
  const run = trial.migrate({ options: { cutover: 'wait', maxRuntimeMs: 3_000 } });
  await expectStopped(trial, run);
}

async function byCommand(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server);
  const run = trial.migrate({ options: { cutover: 'wait' } });
  await run.until('waiting_for_cutover');
  await trial.command('abort');
  await expectAborted(trial, run);
}

async function expectAborted(trial: Trial, run: Parameters<typeof expectFailed>[1]): Promise<void> {
  const outcome = await promptly(run.outcome);
  assert.equal(outcome.state, 'aborted');
  await expectFailed(trial, run, 'aborted');
  await expectNothingLeft(trial);
}

async function promptly<T>(promise: Promise<T>): Promise<T> {
  const tooLate = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`It did not stop within ${promptMs} ms.`)), promptMs).unref();
  });
  return Promise.race([promise, tooLate]);
}
