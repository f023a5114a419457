import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectCompleted } from '../faults/support/judge.ts';
import { openTrial } from '../faults/support/trial.ts';
import { testServers } from '../support/servers/index.ts';

describe('before anything else', { concurrency: 2 }, () => {
  for (const server of testServers()) {
    it(`every connection of a migration chooses its settings and reads them back, on ${server.name}`, async () => {
      await using trial = await openTrial(server, { writers: 0, rows: 100 });
      await expectCompleted(trial, trial.migrate({ options: { triggers: 'carry', foreignKeys: 'carry' } }));
      const openings = trial.tap.wires.map(({ statements }) => statements.slice(0, 2));
      assert.ok(openings.length > 10, `${openings.length} connections`);
      for (const [first = '', second = ''] of openings) {
        assert.match(first, /^SET SESSION sql_mode = /u);
        assert.match(second, /^SELECT VERSION\(\) AS version, @@SESSION\.sql_mode /u);
      }
    });
  }
});
