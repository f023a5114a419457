import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { createDatabase, type TestDatabase, testServers } from '../support/servers/index.ts';
import { type CliRun, run } from './cli.ts';

/* Tables without a key: what plan says, migrate does, and what a refusal advises works. */

const statement = 'ALTER TABLE t ADD PRIMARY KEY (id)';

for (const server of testServers()) {
  describe(`a table without a key on ${server.name}`, { timeout: 120_000 }, () => {
    let folder = '';
    let database: TestDatabase;
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'ghostship-keyless-'));
      database = await createDatabase(server);
    });
    beforeEach(async () => {
      await database.query('DROP TABLE IF EXISTS t, ghostship_migrations');
      await database.query('CREATE TABLE t (id INT NOT NULL, v VARCHAR(20))');
    });
    after(async () => {
      await database[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    });
    const ghostship = (command: 'plan' | 'migrate', ...more: readonly string[]): Promise<CliRun> =>
      run(folder, [command, '--target', database.url, '--alter', statement, ...more]);
    const fill = async (rows: number): Promise<void> => {
      const values = Array.from({ length: rows }, (_, index) => `(${index}, 'v')`);
      await database.query(`INSERT INTO t VALUES ${values.join()}`);
    };
    const hasPrimaryKey = async (): Promise<boolean> =>
      (await database.query("SHOW INDEX FROM t WHERE Key_name = 'PRIMARY'")).length > 0;

    test('that is small is altered by the server, and plan says so', async () => {
      await fill(10_000);
      const planned = await ghostship('plan');
      assert.equal(planned.exitCode, 0, planned.stderr);
      assert.match(planned.stdout, /→ direct: t has no primary key and no unique key\..* it has 10000 rows/u);
      assert.match(planned.stdout, /Writers (go on|wait) meanwhile/u);
      assert.equal(await hasPrimaryKey(), false);
      const migrated = await ghostship('migrate');
      assert.equal(migrated.exitCode, 0, migrated.stderr);
      assert.ok(await hasPrimaryKey());
    });

    test('that is large is altered by the server where that is allowed, which plan and migrate advise', async () => {
      await fill(10_001);
      for (const command of ['plan', 'migrate'] as const) {
        const { exitCode, stdout, stderr } = await ghostship(command);
        assert.equal(exitCode, 1, command);
        assert.match(`${stdout}${stderr}`, /Only the server can do this, in about 1 s\./u, command);
        assert.match(`${stdout}${stderr}`, /blocking in the option allow/u, command);
        assert.equal(await hasPrimaryKey(), false, command);
      }
      const planned = await ghostship('plan', '--allow', 'blocking');
      assert.equal(planned.exitCode, 0, planned.stderr);
      assert.match(planned.stdout, /The server alters the table itself, in about 1 s\. Writers/u);
      const migrated = await ghostship('migrate', '--allow', 'blocking');
      assert.equal(migrated.exitCode, 0, migrated.stderr);
      assert.ok(await hasPrimaryKey());
    });
  });
}
