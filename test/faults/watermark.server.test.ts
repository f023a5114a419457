import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { change, heartbeatsPass } from '../invariants/support/moments.ts';
import { type ServerAddress, type ServerName, startServer, testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { checkpointOf, keptBy } from './support/checkpoint.ts';
import { startDoomed } from './support/doomed-process.ts';
import { expectCompleted } from './support/judge.ts';
import { statements as s } from './support/statements.ts';
import { openTrial, type Trial } from './support/trial.ts';

const withinMs = 30_000;
const unverified = { options: { verify: 'off', workers: 1 } } as const;

/*
 * A checkpoint needs a new position only now and then: each chunk that is completed later holds for the old one as well. Nothing is
 * compared here, so a row that a checkpoint claims too early stays wrong.
 */
describe('the watermark of a checkpoint', { concurrency: 2 }, () => {
  for (const server of testServers()) {
    describe(`on ${server.name}`, { concurrency: 1 }, () => {
      it('moves on while changes wait', () => movesOn(server));
      it('does not pass a change from before its position that waited for a chunk', () => waitsForChunk(server));
      it('does not pass rows that were handed over', () => waitsForHandedRows(server));
      it('counts the rows behind it, and no others', () =>
        countsRows(server.flavor === 'mysql' ? 'mysql-9.7' : 'mariadb-10.11'));
    });
  }
});

async function movesOn(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server, { rows: 10_000, writers: 0 });
  const later = trial.tap.holdStatement(s.copyLaterChunk);
  await using doomed = startDoomed(trial, unverified);
  const chunk = await later;
  const applying = trial.tap.holdStatement(s.applyDelete);
  await change(trial, "UPDATE § SET v = 'changed' WHERE id = 5");
  const apply = await applying;
  chunk.release();
  await waitFor(async () => (await checkpointOf(trial))?.watermark?.upTo === null, {
    timeoutMs: withinMs,
    what: 'a checkpoint of the whole copy, while nothing is applied',
  });
  await doomed.kill();
  apply.release();
  const outcome = await expectCompleted(trial, trial.migrate(unverified));
  assert.equal(outcome.resumed, true);
}

/** Seen to lose the change with `isDone` of the keys that are left made the same as `isEmpty`. */
async function waitsForChunk(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server, { rows: 10_000, writers: 0 });
  const read = trial.tap.holdAnswer(s.copyLaterChunk);
  await using doomed = startDoomed(trial, unverified);
  const chunk = await read;
  await change(trial, "UPDATE § SET v = 'changed' WHERE id = 1001");
  await positionBehind(trial);
  const applying = trial.tap.holdStatement(s.applyDelete);
  chunk.release();
  const apply = await applying;
  await waitFor(async () => (await copied(trial)) === 10_000, { timeoutMs: withinMs, what: 'the rest of the copy' });
  await heartbeatsPass(trial);
  await doomed.kill();
  apply.release();
  await expectCompleted(trial, trial.migrate(unverified));
}

/** Seen to lose the rows without `hasHandedKeys`. */
async function waitsForHandedRows(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server, { writers: 0, rows: 10_000 });
  const later = trial.tap.holdStatement(s.copyLaterChunk);
  await using doomed = startDoomed(trial, unverified);
  const chunk = await later;
  const applying = trial.tap.holdStatement(s.applyDelete);
  await change(trial, 'UPDATE § SET u = NULL WHERE id = 5', 'UPDATE § SET u = 5 WHERE id = 1100');
  const apply = await applying;
  chunk.release();
  await waitFor(async () => (await copied(trial)) > 7_000, {
    timeoutMs: withinMs,
    what: 'the rest of the copy',
  });
  await heartbeatsPass(trial);
  await doomed.kill();
  apply.release();
  await expectCompleted(trial, trial.migrate(unverified));
}

/** On a server where nobody else is at work: beside others a copy may have one worker. */
async function countsRows(name: ServerName): Promise<void> {
  await using server = await startServer({ name });
  await using trial = await openTrial(server, { rows: 60_000, writers: 0 });
  const change = { options: { workers: 2 } } as const;
  const chunk = trial.tap.holdStatement({ text: s.copyLaterChunk, after: s.copyLaterChunk });
  await using doomed = startDoomed(trial, change);
  const { release } = await chunk;
  await waitFor(async () => (await copied(trial)) > 20_000, { timeoutMs: withinMs, what: 'the other worker' });
  await heartbeatsPass(trial);
  const checkpoint = await checkpointOf(trial);
  assert.equal(checkpoint?.rowsCopied, Number(checkpoint?.watermark?.upTo));
  await doomed.kill();
  release();
  const run = trial.migrate(change);
  await expectCompleted(trial, run);
  assert.equal(keptBy(run), checkpoint?.rowsCopied);
}

/** Waits for a checkpoint whose position was read after the call. */
async function positionBehind(trial: Trial): Promise<void> {
  await heartbeatsPass(trial);
  const [row] = await trial.query('SELECT mark FROM t_ghc WHERE id = 1');
  await waitFor(async () => ((await checkpointOf(trial))?.marks.after ?? 0) > Number(row?.mark), {
    timeoutMs: withinMs,
    what: 'a checkpoint with a later position',
  });
}

async function copied(trial: Trial): Promise<number> {
  const [row] = await trial.query('SELECT COUNT(*) AS copied FROM t_gho');
  return Number(row?.copied);
}
