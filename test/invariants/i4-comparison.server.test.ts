import { describe, it } from 'node:test';
import { expectCompleted } from '../faults/support/judge.ts';
import { statements as s } from '../faults/support/statements.ts';
import { openTrial } from '../faults/support/trial.ts';
import { testServers } from '../support/servers/index.ts';
import { change, heartbeatsPass } from './support/moments.ts';

const rows = 3_000;
const key = "CONCAT(IF(n <= 100, 'k', 'K'), LPAD(n, 5, '0'))";

/**
 * I4. Where letters are put in order by their collation, only the server says what is copied and what is not.
 * Seen to fail with such keys compared as bytes here (`isOrderedHere` true for text, `compareLiterals` like `binary`).
 */
describe('keys whose order is not that of their bytes', { concurrency: 2 }, () => {
  for (const server of testServers()) {
    it(`are where the server says they are, on ${server.name}`, async () => {
      await using trial = await openTrial(server, {
        writers: 0,
        rows,
        columns: 'id VARCHAR(20) PRIMARY KEY, u INT, v VARCHAR(60), n INT',
      });
      // As bytes, the hundred keys that come first come last.
      for (const table of ['t', 'control']) await trial.query(`UPDATE ${table} SET id = ${key}`);
      const later = trial.tap.holdStatement(s.copyLaterChunk);
      const run = trial.migrate({ options: { workers: 1, verify: 'off' } });
      const { release } = await run.reach(later);
      await change(
        trial,
        "UPDATE § SET v = 'changed' WHERE n IN (5, 6, 2999)",
        'DELETE FROM § WHERE n IN (7, 8, 2998)',
        "INSERT INTO § (id, v) VALUES ('k00008x', 'between'), ('K00009x', 'between'), ('k02999x', 'between')",
      );
      await heartbeatsPass(trial);
      release();
      await expectCompleted(trial, run);
    });
  }
});
