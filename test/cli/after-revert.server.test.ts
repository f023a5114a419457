import assert from 'node:assert/strict';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { createUsers } from '../action/scene.ts';
import { createDatabase, testServers } from '../support/servers/index.ts';
import { readJson, run } from './cli.ts';

const statement = 'ALTER TABLE users MODIFY name VARCHAR(300);';

/* A change that was reverted is made again by a new file, once the table that the revert has kept is gone. */
for (const server of testServers()) {
  describe(`a change is made again after its revert on ${server.name}`, { timeout: 200_000 }, () => {
    test('by what the plan and the refusal advise', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'ghostship-cli-'));
      await using database = await createDatabase(server);
      await createUsers({ database });
      const target = ['--target', database.url];
      const files = [...target, '--files', '*.sql', '--algorithm', 'copy', '--retired', 'keep'];
      const said = async (args: readonly string[], exitCode: number): Promise<string> => {
        const ran = await run(folder, args);
        assert.equal(ran.exitCode, exitCode, ran.stdout + ran.stderr);
        return ran.stdout + ran.stderr;
      };
      await writeFile(join(folder, '1.sql'), statement);
      await said(['migrate', ...files], 0);
      await writeFile(join(folder, '2.sql'), 'ALTER TABLE users MODIFY email VARCHAR(300) NOT NULL;');
      const keptByMigration =
        /users_del exists and Ghostship needs the name\. The migration of users has kept it, so that it can be reverted\./u;
      assert.match(await said(['plan', ...files], 1), keptByMigration);
      await rm(join(folder, '2.sql'));
      await said(['revert', ...target, '--retired', 'keep'], 0);
      assert.match(await said(['status', ...target], 0), /users_del is kept/u);

      await rename(join(folder, '1.sql'), join(folder, '2.sql'));
      assert.match(
        await said(['plan', ...files], 0),
        /It is 1\.sql, which was moved\. To make the change again, put 1\.sql back, and write the change into a new file beside it\./u,
      );
      await rename(join(folder, '2.sql'), join(folder, '1.sql'));
      assert.match(
        await said(['plan', ...files], 0),
        /To make the change again, leave this file, and write the change into a new one beside it\./u,
      );

      await writeFile(join(folder, '2.sql'), statement);
      for (const command of ['plan', 'migrate']) {
        const refusal = await said([command, ...files], 1);
        assert.match(refusal, /The revert of users has kept it: users as it was before the revert\./u);
        assert.match(refusal, /`ghostship cleanup --table users --retired drop` drops it/u);
      }
      await said(['cleanup', ...target, '--table', 'users', '--retired', 'drop'], 0);
      await said(['migrate', ...files, '--json', 'out.json'], 0);
      assert.partialDeepStrictEqual(await readJson(folder, 'out.json'), { migrations: [{ state: 'completed' }] });
      await rm(folder, { recursive: true });
    });
  });
}
