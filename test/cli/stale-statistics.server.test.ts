import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createDatabase, testServers } from '../support/servers/index.ts';
import { run } from './cli.ts';

/* The server's own estimate of a table may be days old, or never made. */

const fill = `INSERT INTO t WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 300)
  SELECT a.n * 1000 + b.n, REPEAT('x', 100) FROM n AS a JOIN n AS b`;

for (const server of testServers()) {
  test(`a table that has grown since it was measured is not small: ${server.name}`, { timeout: 120_000 }, async () => {
    await using database = await createDatabase(server);
    const folder = await mkdtemp(join(tmpdir(), 'ghostship-stale-'));
    try {
      await database.query(
        'CREATE TABLE t (id INT PRIMARY KEY, v VARCHAR(200), KEY (v)) STATS_PERSISTENT = 1, STATS_AUTO_RECALC = 0',
      );
      await database.query(fill);
      const alter = 'ALTER TABLE t MODIFY id BIGINT';
      const { exitCode, stdout } = await run(folder, ['plan', '--target', database.url, '--alter', alter]);
      assert.equal(exitCode, 0, stdout);
      assert.match(stdout, /copy of 90 k rows, 1\d\.\d MiB/u);
      assert.doesNotMatch(stdout, /the table is small/u);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
}
