import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createDatabase, testServers } from '../support/servers/index.ts';
import { run } from './cli.ts';

/* Several repositories migrate one database, and each has a file of the same name. */

for (const server of testServers()) {
  test(`repositories on one database are told apart by their namespace, on ${server.name}`, {
    timeout: 120_000,
  }, async () => {
    await using database = await createDatabase(server);
    await database.query('CREATE TABLE users (id INT PRIMARY KEY, visits INT NOT NULL)');
    await database.query('INSERT INTO users VALUES (1, 0)');
    const folder = await mkdtemp(join(tmpdir(), 'namespace-'));
    const asked = async (command: string, column: string, flags: readonly string[]): Promise<string> => {
      await mkdir(join(folder, 'migrations'), { recursive: true });
      const text = `ALTER TABLE users ADD COLUMN ${column} INT;\nUPDATE users SET visits = visits + 1;\n`;
      await writeFile(join(folder, 'migrations/1.sql'), text);
      const target = ['--target', database.url, '--data-statements', 'run'];
      const { stdout, stderr } = await run(folder, [
        command,
        ...(command === 'status' ? target.slice(0, 2) : target),
        ...flags,
      ]);
      return stdout + stderr;
    };
    try {
      assert.match(await asked('migrate', 'a', []), /completed/u);
      assert.match(await asked('migrate', 'b', []), /differs from what was applied/u);
      assert.match(await asked('plan', 'b', ['--namespace', 'shop']), /Ready to ship/u);
      assert.match(await asked('migrate', 'b', ['--namespace', 'shop']), /completed/u);
      assert.match(await asked('plan', 'b', ['--namespace', 'shop']), /Nothing to do/u);
      assert.match(await asked('plan', 'a', []), /Nothing to do/u);
      assert.match(
        await asked('baseline', 'c', ['--namespace', 'third', '--through', 'migrations/1.sql']),
        /namespace third/u,
      );
      assert.match(await asked('plan', 'c', ['--namespace', 'third']), /Nothing to do/u);
      assert.deepEqual(await database.query('SELECT visits FROM users'), [{ visits: 2 }]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
}
