import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { describe, test } from 'node:test';
import { casesFor, createDatabase, testServers } from '../support/servers/index.ts';
import { run } from './cli.ts';

/* Names of people must not meet the aliases of our own statements, under the cutover lock above all. */

const names = ['a', 'b', 'd', 'g', 'k', 'o', 'p', 's', 'x', 'aside', 'ghost', 'original'];

for (const server of testServers()) {
  describe(`a table with a short name on ${server.name}`, { timeout: 240_000 }, () => {
    for (const name of casesFor(server, names)) {
      test(`${name}, with a column of the same name`, async () => {
        await using database = await createDatabase(server);
        await database.query(
          `CREATE TABLE \`${name}\` (id INT PRIMARY KEY, \`${name}\` INT, KEY \`${name}\` (\`${name}\`))`,
        );
        await database.query(`INSERT INTO \`${name}\` VALUES (1, 10), (2, 20)`);
        const alter = `ALTER TABLE \`${name}\` MODIFY \`${name}\` VARCHAR(20)`;
        const args = ['--target', database.url, '--alter', alter, '--algorithm', 'copy'];
        const { exitCode, stdout, stderr } = await run(tmpdir(), ['migrate', ...args]);
        assert.equal(exitCode, 0, stdout + stderr);
        const rows = await database.query(`SELECT id, \`${name}\` AS v FROM \`${name}\` ORDER BY id`);
        assert.deepEqual(rows, [
          { id: 1, v: '10' },
          { id: 2, v: '20' },
        ]);
      });
    }
  });
}
