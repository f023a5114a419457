import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createDatabase, testServers } from '../support/servers/index.ts';
import { run } from './cli.ts';

/* Nothing that commands a terminal, or makes text look like other text, is written as it is. */

const hidden = 't\u001B[31m\u202Ered\u200B\u0007';

for (const server of testServers()) {
  test(`hidden characters of names, statements and server messages are shown: ${server.name}`, async () => {
    await using database = await createDatabase(server);
    const folder = await mkdtemp(join(tmpdir(), 'ghostship-hidden-'));
    try {
      await database.query(`CREATE TABLE \`${hidden}\` (id INT PRIMARY KEY, v VARCHAR(20)) CHARSET = utf8mb4`);
      await database.query(`INSERT INTO \`${hidden}\` VALUES (1, '${hidden}')`);
      const statements = [
        `ALTER TABLE \`${hidden}\` ADD COLUMN a INT COMMENT '${hidden}'`,
        `ALTER TABLE \`${hidden}\` DROP COLUMN \`${hidden}\``,
        `ALTER TABLE \`${hidden}\` MODIFY v TIME`,
        `ALTER TABLE \`no${hidden}\` ADD COLUMN a INT`,
        `${hidden} TABLE`,
      ];
      await writeFile(join(folder, 'a.sql'), statements.map((statement) => `${statement};\n`).join(''));
      const runs = [
        ['lint', '--files', 'a.sql'],
        ...statements.flatMap((alter) =>
          ['plan', 'migrate'].map((command) => [command, '--target', database.url, '--alter', alter]),
        ),
        ['status', '--target', database.url],
        ['cutover', hidden, '--target', database.url],
        ['plan', `--${hidden}`],
      ];
      for (const words of runs) {
        const { stdout, stderr } = await run(folder, words);
        assert.doesNotMatch(stdout + stderr, /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u, JSON.stringify(words));
        assert.notEqual(stdout + stderr, '');
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });
}
