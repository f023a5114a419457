import { describe, it } from 'node:test';
import { type ServerAddress, testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { expectCompleted } from './support/judge.ts';
import { statements as s } from './support/statements.ts';
import { openTrial, type Trial } from './support/trial.ts';

/** Longer than a row in the way is borne with (`patience.ts`). */
const stalledMs = 11_000;

describe('the change stream stalls', { concurrency: 2 }, () => {
  for (const server of testServers()) {
    it(`on ${server.name} while a unique value moves to a row that is copied later`, () => movedValue(server));
    it(`on ${server.name} at the cutover`, () => atTheCutover(server));
  }
});

/**
 * The ghost still has the value where it was. For as long as the stream says nothing, that looks like a duplicate and is
 * none: the change that takes it away is on its way.
 */
async function movedValue(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server, { writers: 0, rows: 1_900 });
  const first = trial.tap.holdStatement(s.copyChunk);
  const run = trial.migrate({ options: { workers: 1 } });
  const chunk = await run.reach(first);
  const second = trial.tap.holdStatement(s.copyChunk);
  chunk.release();
  const { release } = await run.reach(second);
  const dump = await trial.tap.find(s.dump);
  dump.freeze();
  const session = await trial.connect();
  await session.query('BEGIN');
  for (const table of ['t', 'control']) {
    await session.query(`UPDATE ${table} SET u = -1 WHERE id = 5`);
    await session.query(`UPDATE ${table} SET u = 5 WHERE id = 1500`);
  }
  await session.query('COMMIT');
  release();
  await run.reach(untilTriedFor(trial, stalledMs));
  dump.thaw();
  await expectCompleted(trial, run);
}

/** What has not arrived is not there: no swap before it has. */
async function atTheCutover(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server, { writers: 0 });
  const run = trial.migrate({ options: { cutover: 'wait', lockBudgetMs: 2_000 } });
  await run.until('waiting_for_cutover');
  const held = trial.tap.holdStatement(s.lock);
  await trial.command('cutover');
  const { release } = await run.reach(held);
  const dump = await trial.tap.find(s.dump);
  dump.freeze();
  for (const table of ['t', 'control']) await trial.query(`UPDATE ${table} SET v = 'last' WHERE id = 7`);
  const unlocked = trial.tap.holdAnswer(s.unlock);
  release();
  const attempt = await run.reach(unlocked);
  dump.thaw();
  attempt.release();
  await expectCompleted(trial, run);
}

/** Resolves when the row that moved has been tried again and again for so long. */
async function untilTriedFor(trial: Trial, durationMs: number): Promise<void> {
  const tries = (): number =>
    trial.tap.wires
      .flatMap(({ statements }) => statements)
      .filter((text) => s.applyInsert.test(text) && text.endsWith('(1500)')).length;
  await waitFor(() => tries() > 0, { timeoutMs: 30_000, what: 'the row to be tried' });
  const until = performance.now() + durationMs;
  const before = tries();
  await waitFor(() => performance.now() > until && tries() > before, {
    timeoutMs: durationMs + 10_000,
    what: 'the row to be tried again',
  });
}
