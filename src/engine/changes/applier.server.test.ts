import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectCompleted } from '../../../test/faults/support/judge.ts';
import { openTrial, type Trial } from '../../../test/faults/support/trial.ts';
import { change, heartbeatsPass, sentBy } from '../../../test/invariants/support/moments.ts';
import { testServers } from '../../../test/support/servers/index.ts';

describe('changes are applied', { concurrency: 2 }, () => {
  for (const server of testServers()) {
    it(`in one transaction where they are few, in several at once where they are many, on ${server.name}`, async () => {
      await using trial = await openTrial(server, { writers: 0 });
      const run = trial.migrate({ options: { cutover: 'wait' } });
      await run.until('waiting_for_cutover');
      assert.equal(await transactionsFor(trial, 30), 1);
      assert.ok((await transactionsFor(trial, 1_800)) >= 4);
      await trial.command('cutover');
      await expectCompleted(trial, run);
    });
  }
});

/** How many transactions the applier needs for so many changed rows. */
async function transactionsFor(trial: Trial, rows: number): Promise<number> {
  const begun = (): number => sentBy(trial, /^START TRANSACTION$/u);
  const before = begun();
  await change(trial, `UPDATE § SET n = n + 1 WHERE id <= ${rows}`);
  await heartbeatsPass(trial);
  return begun() - before;
}
