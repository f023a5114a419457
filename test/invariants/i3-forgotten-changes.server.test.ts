import { describe, it } from 'node:test';
import { expectCompleted } from '../faults/support/judge.ts';
import { statements as s } from '../faults/support/statements.ts';
import { openTrial } from '../faults/support/trial.ts';
import { testServers } from '../support/servers/index.ts';
import { change, heartbeatsPass } from './support/moments.ts';
import { chunkRows, migrateWithChangeInChunk } from './support/slow-chunk.ts';

/** More than the first chunk takes. */
const rows = 3_000;

/**
 * I3. A change is forgotten only where a chunk will read it. That it must be visible before that is proven with I1.
 * Seen to fail: the first one with keys in flight forgotten like those ahead of the copy (`Applier.#sortOut`), the second
 * one with the copied taken for ahead (`Chunker.stagesOf` has the range ahead begin at the first row).
 */
describe('a change that no later chunk reads', { concurrency: 2 }, () => {
  for (const server of testServers()) {
    it(`is not forgotten when its chunk is in flight, on ${server.name}`, async () => {
      await using trial = await openTrial(server, { writers: 0, rows: chunkRows });
      const run = await migrateWithChangeInChunk(trial, "UPDATE § SET v = 'changed' WHERE id = #");
      await expectCompleted(trial, run);
    });

    it(`is not forgotten at either end of what is copied, on ${server.name}`, async () => {
      await using trial = await openTrial(server, { writers: 0, rows });
      const later = trial.tap.holdStatement(s.copyLaterChunk);
      const run = trial.migrate({ options: { workers: 1, verify: 'off' } });
      const { statement, release } = await run.reach(later);
      // It begins where the first one ended.
      const end = Number(/`id` > (\d+)/u.exec(statement)?.[1]);
      await change(
        trial,
        `UPDATE § SET v = 'changed' WHERE id IN (1, ${end}, ${end + 1}, ${rows})`,
        `DELETE FROM § WHERE id IN (2, ${end - 1}, ${end + 2}, ${rows - 1})`,
        "INSERT INTO § (id, v) VALUES (0, 'before them all'), (9000000, 'behind them all')",
      );
      await heartbeatsPass(trial);
      release();
      await expectCompleted(trial, run);
    });
  }
});
