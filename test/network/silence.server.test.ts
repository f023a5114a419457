import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectCompleted, expectFailed, expectSameRows, expectTruth } from '../faults/support/judge.ts';
import { attemptsOf } from '../faults/support/run.ts';
import { statements as s } from '../faults/support/statements.ts';
import { openTrial } from '../faults/support/trial.ts';
import { casesFor, type ServerAddress, testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';

/** Five seconds of patience, two looks, and what a loaded machine takes. */
const noticedWithinMs = 30_000;
const timeout = 120_000;

/** Sessions that wait for answers all the time, each known by a statement. */
const sessions: Readonly<Record<string, RegExp>> = {
  'the heartbeat': s.heartbeat,
  'the ear for commands': s.status,
};

/* The server is up and all other connections are fine: only who asks what the server does for the silent one can know. */
describe('one connection falls silent', { concurrency: 2 }, () => {
  for (const server of testServers()) {
    describe(`on ${server.name}`, { concurrency: 3 }, () => {
      it('the change stream, which the server itself keeps from being silent', { timeout }, () => stream(server));
      for (const [name, statement] of casesFor(server, Object.entries(sessions)))
        it(name, { timeout }, () => atTheGate(server, statement));
      it('a copy worker whose chunk never arrived', { timeout }, () => worker(server, 'statement'));
      it('a copy worker whose answer never arrived', { timeout }, () => worker(server, 'answer'));
      it('the locker, whose lock the server gives back within the budget', { timeout }, () => locker(server));
      it('none: the locker is idle for longer than its limit, and gives signs of life', { timeout }, () => fed(server));
    });
  }
});

async function stream(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server);
  const run = trial.migrate({ options: { cutover: 'wait' } });
  await run.until('waiting_for_cutover');
  (await trial.tap.find(s.dump)).drop('to client');
  const { error } = await within(noticedWithinMs, expectFailed(trial, run, 'stream-broken'));
  assert.match(error?.message ?? '', /silent for 15 s/u);
}

async function atTheGate(server: ServerAddress, statement: RegExp): Promise<void> {
  await using trial = await openTrial(server);
  const run = trial.migrate({ options: { cutover: 'wait' } });
  await run.until('waiting_for_cutover');
  (await trial.tap.find(statement)).drop('both ways');
  const { error } = await within(noticedWithinMs, expectFailed(trial, run, 'connection-lost'));
  assert.match(error?.message ?? '', /no answer any more, though the server is up/u);
}

async function worker(server: ServerAddress, lost: 'statement' | 'answer'): Promise<void> {
  await using trial = await openTrial(server);
  const held = lost === 'statement' ? trial.tap.holdStatement(s.copyChunk) : trial.tap.holdAnswer(s.copyChunk);
  const run = trial.migrate();
  const { wire } = await run.reach(held);
  wire.drop('both ways');
  const outcome = await within(noticedWithinMs, run.outcome);
  await expectTruth(trial, outcome);
  assert.equal(outcome.error?.code, 'connection-lost');
  await trial.writers.stop();
  await expectSameRows(trial);
}

/** What the locker holds keeps every writer waiting. */
async function locker(server: ServerAddress): Promise<void> {
  const lockBudgetMs = 3_000;
  await using trial = await openTrial(server);
  const held = trial.tap.holdAnswer(s.lock);
  const run = trial.migrate({ options: { lockBudgetMs } });
  const { wire } = await run.reach(held);
  wire.drop('both ways');
  const { committed } = trial.writers;
  await waitFor(() => trial.writers.committed > committed + 2, {
    timeoutMs: lockBudgetMs + 1_500,
    what: 'the writers to get through',
  });
  const outcome = await within(90_000, run.outcome);
  await expectTruth(trial, outcome);
  await trial.writers.stop();
  await expectSameRows(trial);
}

/** The server ends the locker after two thirds of the budget without a sign of life, and that is no reason to give up. */
async function fed(server: ServerAddress): Promise<void> {
  // Two seconds are left for what comes after, on a busy machine, too.
  const lockBudgetMs = 7_000;
  const idleMs = 4_700;
  await using trial = await openTrial(server);
  const looking = trial.tap.holdStatement(s.lookAtLine);
  const run = trial.migrate({ options: { lockBudgetMs } });
  const { release } = await run.reach(looking);
  await new Promise((resolve) => setTimeout(resolve, idleMs));
  release();
  await expectCompleted(trial, run);
  assert.equal(attemptsOf(run), 1);
}

async function within<T>(limitMs: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`It takes more than ${limitMs} ms.`)), limitMs);
  });
  try {
    return await Promise.race([promise, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
