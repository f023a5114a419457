import { describe, it } from 'node:test';
import { expectCompleted } from '../faults/support/judge.ts';
import { openTrial } from '../faults/support/trial.ts';
import { testServers } from '../support/servers/index.ts';
import { chunkRows, migrateWithChangeInChunk } from './support/slow-chunk.ts';

/**
 * I2. A change inside a chunk in flight waits for the chunk, or what the chunk read before the change comes after it.
 * Seen to fail with keys in flight applied at once (`Applier.#sortOut` puts none back).
 */
describe('a row that is deleted inside a chunk in flight', { concurrency: 2 }, () => {
  for (const server of testServers()) {
    it(`does not rise again, on ${server.name}`, async () => {
      await using trial = await openTrial(server, { writers: 0, rows: chunkRows });
      const run = await migrateWithChangeInChunk(trial, 'DELETE FROM § WHERE id = #');
      await expectCompleted(trial, run);
    });
  }
});
