import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { casesFor, createDatabase, type TestDatabase, testServers } from '../support/servers/index.ts';
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

    describe('of which statements of one run take the last key away', () => {
      const apart: readonly (readonly [string, readonly string[]])[] = [
        ['its primary key', ['ALTER TABLE t DROP PRIMARY KEY', 'ALTER TABLE t ADD PRIMARY KEY (id, b)']],
        [
          'its key, and the next changes a column',
          ['ALTER TABLE t DROP PRIMARY KEY', 'ALTER TABLE t MODIFY b BIGINT NOT NULL'],
        ],
        [
          'its key, and its name',
          ['ALTER TABLE t DROP PRIMARY KEY', 'RENAME TABLE t TO u', 'ALTER TABLE u ADD PRIMARY KEY (id, b)'],
        ],
      ];
      const allowed = ['--allow', 'drop-primary-key,rename-table'];
      const shipFile = async (command: 'plan' | 'migrate', statements: readonly string[]): Promise<CliRun> => {
        await mkdir(join(folder, 'migrations'), { recursive: true });
        await writeFile(join(folder, 'migrations', '1.sql'), `${statements.join(';\n')};\n`);
        return await run(folder, [command, '--target', database.url, ...allowed]);
      };
      beforeEach(async () => {
        await database.query('ALTER TABLE t ADD PRIMARY KEY (id), ADD b INT NOT NULL');
        const values = Array.from({ length: 10_001 }, (_, index) => `(${index}, 'v', ${index})`);
        await database.query(`INSERT INTO t VALUES ${values.join()}`);
      });

      for (const [what, statements] of casesFor(server, apart)) {
        test(`${what}: nothing is run, and plan says the same`, async () => {
          for (const command of ['plan', 'migrate'] as const) {
            const { exitCode, stdout, stderr } = await shipFile(command, statements);
            assert.equal(exitCode, 1, `${stdout}${stderr}`);
            assert.match(`${stdout}${stderr}`, /Write both in one ALTER TABLE/u, command);
            assert.ok(await hasPrimaryKey(), command);
          }
        });
      }

      test('both in one statement are shipped, as the refusal advises', async () => {
        const migrated = await shipFile('migrate', ['ALTER TABLE t DROP PRIMARY KEY, ADD PRIMARY KEY (id, b)']);
        assert.equal(migrated.exitCode, 0, migrated.stderr);
        assert.equal((await database.query("SHOW INDEX FROM t WHERE Key_name = 'PRIMARY'")).length, 2);
      });

      test('what needs no key then is run', async () => {
        const migrated = await shipFile('migrate', ['ALTER TABLE t DROP PRIMARY KEY', 'ALTER TABLE t ADD c INT']);
        assert.equal(migrated.exitCode, 0, migrated.stderr);
        assert.equal(await hasPrimaryKey(), false);
      });
    });
  });
}
