import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { expectCompleted, expectFailed, expectSameRows, expectTruth, isAltered } from './support/judge.ts';
import { processesOf } from './support/processes.ts';
import { attemptsOf } from './support/run.ts';
import { statements as s } from './support/statements.ts';
import { openTrial, type Trial } from './support/trial.ts';
import { untilItWaits } from './support/until-it-waits.ts';

const instantAlter = 'ALTER TABLE t ADD COLUMN added INT NOT NULL DEFAULT 7';

describe('the network loses', { concurrency: 2 }, () => {
  for (const server of testServers()) {
    describe(`on ${server.name}`, () => {
      it('the answer of a RENAME that was carried out', async () => {
        await using trial = await openTrial(server);
        const held = trial.tap.holdAnswer(s.rename);
        const run = trial.migrate();
        const { wire } = await run.reach(held);
        wire.strand();
        const outcome = await run.outcome;
        assert.equal(outcome.tableState, 'changed');
        await expectTruth(trial, outcome);
        await trial.writers.stop();
        await expectSameRows(trial);
      });

      it('the connection of a RENAME that still stands in line', async () => {
        await using trial = await openTrial(server);
        const reader = await trial.connect();
        const held = trial.tap.holdAnswer(s.dropSentry);
        const run = trial.migrate();
        const { release } = await run.reach(held);
        // It gets the ghost as soon as the lock is given back, and RENAME, which has the original by then, must wait for it.
        await reader.query('BEGIN');
        const reading = reader.query('SELECT COUNT(*) FROM t_gho');
        await untilItWaits(trial, reader.threadId);
        (await trial.tap.find(s.rename)).strand();
        release();
        await reading;
        await waitFor(() => attemptsOf(run) > 0, { timeoutMs: 10_000, what: 'the end of the attempt', everyMs: 1 });
        await reader.query('ROLLBACK');
        await expectCompleted(trial, run);
      });

      it('every connection at once, while RENAME stands in line and the way is free', async () => {
        await using trial = await openTrial(server);
        const held = trial.tap.holdAnswer(s.dropSentry);
        const run = trial.migrate();
        await run.reach(held);
        for (const wire of trial.tap.wires) wire.strand();
        const outcome = await run.outcome;
        // The server notices that the locker is gone; then the RENAME is done or given up for good.
        for (const wire of trial.tap.wires) wire.cut();
        await noneOfOursIsLeft(trial);
        await expectTruth(trial, outcome);
        await trial.writers.stop();
        await expectSameRows(trial);
      });

      it('the answer of an instant ALTER, and then we are asked to stop', async () => {
        await using trial = await openTrial(server);
        const held = trial.tap.holdAnswer(s.alterOriginal);
        const run = trial.migrate({ alter: instantAlter, options: { algorithm: 'auto' } });
        const { wire } = await run.reach(held);
        run.abort();
        wire.cut();
        const outcome = await run.outcome;
        assert.equal(await isAltered(trial), true);
        assert.equal(outcome.tableState, 'changed');
      });

      it('an ALTER that waited, though the AUTO_INCREMENT counter went on', async () => {
        await using trial = await openTrial(server, { writers: 0 });
        const held = trial.tap.holdStatement(s.alterOriginal);
        const run = trial.migrate({ alter: instantAlter, options: { algorithm: 'auto' } });
        const { wire } = await run.reach(held);
        for (const table of ['t', 'control']) await trial.query(`INSERT INTO ${table} (v) VALUES ('new')`);
        wire.cut();
        const outcome = await run.outcome;
        await expectTruth(trial, outcome);
        await expectSameRows(trial);
      });

      it('us while we hold the lock: the writers do not wait for our return', async () => {
        await using trial = await openTrial(server);
        const held = trial.tap.holdAnswer(s.lock);
        const run = trial.migrate({ options: { lockBudgetMs: 2_000 } });
        await run.reach(held);
        for (const wire of trial.tap.wires) wire.strand();
        const before = trial.writers.committed;
        await waitFor(() => trial.writers.committed > before + 5, {
          timeoutMs: 6_000,
          what: 'the writers to get through',
        });
        await expectFailed(trial, run, 'connection-lost', 'lock-lost', 'stream-broken', 'cutover-unconfirmed');
      });
    });
  }
});

async function noneOfOursIsLeft(trial: Trial): Promise<void> {
  const ids = trial.tap.wires.map((wire) => wire.connectionId);
  await waitFor(async () => (await processesOf(trial, ...ids)).length === 0, {
    timeoutMs: 10_000,
    what: 'the server to end our connections',
  });
}
