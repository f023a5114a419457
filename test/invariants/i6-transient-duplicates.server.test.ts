import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectCompleted } from '../faults/support/judge.ts';
import { statements as s } from '../faults/support/statements.ts';
import { openTrial } from '../faults/support/trial.ts';
import { testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { change, heartbeatsPass, sentBy } from './support/moments.ts';

/** More than the first chunk takes. */
const rows = 3_000;
const withinMs = 10_000;

/**
 * I6. The ghost may hold a unique value for a row that has given it up: who finds it taken tries again.
 * Seen to fail: the first one with a duplicate taken for real by the copy (`copyChunk` hands nothing over), the second one
 * with a duplicate taken for real by the apply (`GhostWriter.#block` has no budget).
 */
describe('a unique value that only seems to be taken', { concurrency: 2 }, () => {
  for (const server of testServers()) {
    it(`does not stop the copy, on ${server.name}`, async () => {
      await using trial = await openTrial(server, { writers: 0, rows });
      const later = trial.tap.holdStatement(s.copyLaterChunk);
      const run = trial.migrate({ options: { workers: 1 } });
      const chunk = await run.reach(later);
      const applying = trial.tap.holdStatement(s.applyDelete);
      await change(
        trial,
        'UPDATE § SET u = NULL WHERE id = 5',
        `UPDATE § SET u = 5 WHERE id = ${rows}`,
        'UPDATE § SET u = NULL WHERE id = 6',
        'UPDATE § SET u = 6 WHERE id = 1700',
      );
      const apply = await run.reach(applying);
      chunk.release();
      await run.reach(untilSent(trial, s.selectKeysOfChunk));
      apply.release();
      await expectCompleted(trial, run);
    });

    it(`does not stop the apply, on ${server.name}`, async () => {
      await using trial = await openTrial(server, { writers: 0, rows: 500 });
      const run = trial.migrate({ options: { cutover: 'wait' } });
      await run.until('waiting_for_cutover');
      const applying = trial.tap.holdStatement(s.applyDelete);
      await change(
        trial,
        'UPDATE § SET u = NULL WHERE id = 5',
        // As many as one session applies before another one is asked to help.
        'UPDATE § SET n = n + 1 WHERE id BETWEEN 100 AND 219',
        'UPDATE § SET u = 5 WHERE id = 6',
        'UPDATE § SET u = 6 WHERE id = 5',
      );
      const { wire, release } = await run.reach(applying);
      // The other of the two rows is applied by another session, which finds the value of the first one taken.
      await run.reach(
        waitFor(() => countOthers(trial, wire.connectionId) >= 2, { timeoutMs: withinMs, what: 'the other row' }),
      );
      await heartbeatsPass(trial);
      release();
      await trial.command('cutover');
      const outcome = await expectCompleted(trial, run);
      assert.ok(outcome.changesApplied >= 2);
    });
  }
});

async function untilSent(trial: Parameters<typeof sentBy>[0], pattern: RegExp): Promise<void> {
  await waitFor(() => sentBy(trial, pattern) > 0, { timeoutMs: withinMs, what: `a statement like ${pattern.source}` });
}

/** Rows that the appliers have tried to insert on other connections than this one. */
function countOthers(trial: Parameters<typeof sentBy>[0], connectionId: number): number {
  return trial.tap.wires
    .filter((wire) => wire.connectionId !== connectionId)
    .flatMap(({ statements }) => statements)
    .filter((text) => s.applyInsert.test(text)).length;
}
