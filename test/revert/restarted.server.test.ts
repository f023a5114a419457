import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { run } from '../cli/cli.ts';
import { createDatabase, query, type ServerName, startServer } from '../support/servers/index.ts';

/* After a restart nobody knows whether the server has logged all that it did. What it has logged counts as always. */

for (const name of ['mysql-9.7', 'mariadb-10.11'] as const)
  test(`a revert after ${name} was restarted`, { timeout: 300_000 }, () => revertAfterRestart(name));

async function revertAfterRestart(name: ServerName): Promise<void> {
  await using server = await startServer({ name, durable: true });
  await using database = await createDatabase(server);
  await database.query('CREATE TABLE t (id INT PRIMARY KEY, a INT, k INT DEFAULT 9)');
  await database.query('INSERT INTO t VALUES (1, 1, 101), (2, 2, 102), (3, 3, 103), (4, 4, 104)');
  const folder = await mkdtemp(join(tmpdir(), 'ghostship-restarted-'));
  try {
    const options = ['--target', database.url];
    const drop = ['--alter', 'ALTER TABLE t DROP COLUMN k', '--algorithm', 'copy', '--allow', 'drop-column'];
    const there = await run(folder, ['migrate', ...options, ...drop, '--retired', 'keep']);
    assert.equal(there.exitCode, 0, there.stderr);
    const session = await database.connect();
    const again = ['DELETE FROM t WHERE id = 2', 'INSERT INTO t VALUES (2, 2)', 'UPDATE t SET a = 40 WHERE id = 4'];
    for (const statement of [...again, 'SET SESSION sql_log_bin = 0', 'UPDATE t SET a = 30 WHERE id = 3'])
      await session.query(statement);
    await session.end();
    await server.restart();
    const { exitCode, stdout, stderr } = await run(folder, ['revert', '--table', 't', ...options]);
    assert.equal(exitCode, 0, `${stdout}\n${stderr}`);
    assert.match(
      stdout,
      /The server (?:was|may have been) restarted since the swap, and may have run without its binary log/u,
    );
    const rows = await query(server, `SELECT id, a, k FROM ${database.name}.t ORDER BY id`);
    assert.deepEqual(
      rows.map(({ id, a, k }) => [id, a, k]),
      [
        [1, 1, 101],
        [2, 2, 9],
        [3, 30, 103],
        [4, 40, 104],
      ],
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}
