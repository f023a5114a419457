import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Progress } from '../../src/engine/events.ts';
import { casesFor, type ServerAddress, testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { expectCompleted, expectStopped } from './support/judge.ts';
import type { Run } from './support/run.ts';
import { statements as s } from './support/statements.ts';
import { openTrial, type Trial } from './support/trial.ts';
import type { Pattern } from './support/wire.ts';

/** Longer than our sessions waited for any lock before. */
const lockedForMs = 12_000;

const moments: Readonly<Record<string, Pattern>> = {
  'a chunk is claimed': s.claimChunk,
  'a chunk is copied': s.copyLaterChunk,
  'rows are compared': s.verify,
};

describe('somebody locks the table for a while', { concurrency: 2 }, () => {
  for (const server of testServers()) {
    describe(`on ${server.name}`, { concurrency: 3 }, () => {
      for (const [name, pattern] of casesFor(server, Object.entries(moments))) {
        it(`while ${name}: it is held, and goes on`, () => heldUntilUnlocked(server, pattern));
      }
      it('and we are asked to stop meanwhile', () => stopped(server));
    });
  }
});

async function heldUntilUnlocked(server: ServerAddress, pattern: Pattern): Promise<void> {
  await using trial = await openTrial(server);
  const held = trial.tap.holdStatement(pattern);
  const run = trial.migrate();
  const { release } = await run.reach(held);
  await using lock = await lockTable(trial);
  release();
  const { lockedBy } = await untilHeld(run);
  if (server.flavor === 'mysql') assert.match(lockedBy ?? '', new RegExp(`^connection ${lock.connectionId} \\(`, 'u'));
  await new Promise((resolve) => setTimeout(resolve, lockedForMs));
  await lock.release();
  await expectCompleted(trial, run);
}

async function stopped(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server);
  const held = trial.tap.holdStatement(s.copyLaterChunk);
  const run = trial.migrate();
  const { release } = await run.reach(held);
  await using lock = await lockTable(trial);
  release();
  await untilHeld(run);
  const askedAt = performance.now();
  run.abort();
  await run.outcome;
  assert.ok(performance.now() - askedAt < 8_000, 'it does not hear that it is to stop');
  await lock.release();
  await expectStopped(trial, run);
}

interface Lock extends AsyncDisposable {
  readonly connectionId: number | null;
  release(): Promise<void>;
}

/** It goes whatever comes: the writers of the trial wait for it, and the trial for them. */
async function lockTable(trial: Trial): Promise<Lock> {
  const locker = await trial.connect();
  await locker.query('LOCK TABLES t WRITE');
  return {
    connectionId: locker.threadId,
    release: async () => void (await locker.query('UNLOCK TABLES')),
    [Symbol.asyncDispose]: () => locker.end(),
  };
}

async function untilHeld({ events }: Run): Promise<Progress> {
  const find = (): Progress | undefined =>
    events
      .flatMap((event) => (event.type === 'progress' ? [event.progress] : []))
      .findLast(({ holds }) => holds.some(({ reason }) => reason === 'table-locked'));
  return await waitFor(find, { timeoutMs: 30_000, what: 'the hold to have a name' });
}
