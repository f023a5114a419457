import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { describe, test } from 'node:test';
import { casesFor, createDatabase, testServers } from '../support/servers/index.ts';
import { run } from './cli.ts';

/* Rows of the ledger whose runs were killed: the next look ends them, and leaves alone whatever may still be at work. */

for (const server of testServers()) {
  describe(`the ledger after a kill on ${server.name}`, { timeout: 120_000 }, () => {
    for (const command of casesFor(server, [['status'], ['migrate', '--alter', 'ALTER TABLE t ADD COLUMN b INT']])) {
      test(`${command[0]} closes rows of killed runs`, async () => {
        await using database = await createDatabase(server);
        await database.query('CREATE TABLE t (id INT PRIMARY KEY)');
        const ghostship = (...args: string[]) => run(tmpdir(), [...args, '--target', database.url]);
        // Six rows, as real runs have left them, but for their ends.
        for (const name of ['c1', 'c2', 'c3', 'c4', 'c5']) {
          const { exitCode, stderr } = await ghostship('migrate', '--alter', `ALTER TABLE t ADD COLUMN ${name} INT`);
          assert.equal(exitCode, 0, stderr);
        }
        const leave = (name: string, state: string, minutes: number): Promise<unknown> =>
          database.query(
            `UPDATE ghostship_migrations SET state = '${state}', finished_at = NULL, outcome = NULL, sent = NULL,
             started_at = NOW(3) - INTERVAL 1 HOUR, live_at = NOW(3) - INTERVAL ${minutes} MINUTE WHERE statement LIKE '% ${name} %'`,
          );
        await leave('c1', 'completed', 30);
        await leave('c2', 'copying', 30);
        await leave('c3', 'copying', 1);
        await leave('c4', 'completed', 1);
        const { exitCode, stderr } = await ghostship(...command);
        assert.equal(exitCode, 0, stderr);
        const rows = await database.query(
          `SELECT state, finished_at IS NULL AS isOpen, finished_at = live_at AS isAtLastSign FROM ghostship_migrations
           WHERE statement LIKE '% c_ %' ORDER BY statement`,
        );
        assert.deepEqual(
          rows.map(({ state, isOpen, isAtLastSign }) => [state, Number(isOpen), Number(isAtLastSign)]),
          [
            ['completed', 0, 1],
            ['failed', 0, 1],
            ['copying', 1, 0],
            ['completed', 1, 0],
            ['completed', 0, 1],
          ],
        );
      });
    }
  });
}
