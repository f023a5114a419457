import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectCompleted } from '../faults/support/judge.ts';
import { attemptsOf } from '../faults/support/run.ts';
import { statements as s } from '../faults/support/statements.ts';
import { openTrial } from '../faults/support/trial.ts';
import { testServers } from '../support/servers/index.ts';

/**
 * I8. What became of the table is asked of the server, never inferred.
 * Seen to fail: the first one with a lost answer taken for a no, the second one with a lost answer taken for a yes (both in
 * `concludeAttempt`).
 */
describe('the swap is all or nothing', { concurrency: 2 }, () => {
  for (const server of testServers()) {
    it(`and was done, though its answer is lost, on ${server.name}`, async () => {
      await using trial = await openTrial(server);
      const renamed = trial.tap.holdAnswer(s.rename);
      const run = trial.migrate();
      const { wire } = await run.reach(renamed);
      const before = attemptsOf(run);
      wire.cut();
      const outcome = await expectCompleted(trial, run);
      assert.equal(outcome.attempts, before + 1);
    });

    it(`and was not done, if the statement is lost, on ${server.name}`, async () => {
      await using trial = await openTrial(server);
      const renaming = trial.tap.holdStatement(s.rename);
      const run = trial.migrate();
      const { wire } = await run.reach(renaming);
      wire.cut();
      const outcome = await expectCompleted(trial, run);
      assert.ok(outcome.attempts > 1);
    });
  }
});
