import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { createDatabase, type TestDatabase, testServers } from '../support/servers/index.ts';
import { type CliRun, run } from './cli.ts';

/* A history begins with the statement. What was written while a copy was made would be in it. */

const statements = [
  'ALTER TABLE t ADD SYSTEM VERSIONING',
  `ALTER TABLE t ADD COLUMN s TIMESTAMP(6) GENERATED ALWAYS AS ROW START,
    ADD COLUMN e TIMESTAMP(6) GENERATED ALWAYS AS ROW END, ADD PERIOD FOR SYSTEM_TIME (s, e), ADD SYSTEM VERSIONING`,
];

for (const server of testServers().filter(({ flavor }) => flavor === 'mariadb')) {
  describe(`a statement that begins a history on ${server.name}`, { timeout: 120_000 }, () => {
    let folder = '';
    let database: TestDatabase;
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'ghostship-versioning-'));
      database = await createDatabase(server);
    });
    beforeEach(async () => {
      await database.query('DROP TABLE IF EXISTS t, ghostship_migrations');
      await database.query('CREATE TABLE t (id INT PRIMARY KEY, v VARCHAR(20))');
    });
    after(async () => {
      await database[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    });
    const ghostship = (command: 'plan' | 'migrate', statement: string, ...more: readonly string[]): Promise<CliRun> =>
      run(folder, [command, '--target', database.url, '--alter', statement, ...more]);
    const fill = (rows: number): Promise<unknown> =>
      database.query(
        `INSERT INTO t VALUES ${Array.from({ length: rows }, (_, index) => `(${index}, 'as it was')`).join()}`,
      );
    const isVersioned = async (): Promise<boolean> =>
      /WITH SYSTEM VERSIONING/u.test(String((await database.query('SHOW CREATE TABLE t'))[0]?.['Create Table']));

    for (const statement of statements) {
      test(`a small table is altered by the server: ${statement}`, async () => {
        await fill(100);
        const planned = await ghostship('plan', statement);
        assert.equal(planned.exitCode, 0, planned.stderr);
        assert.match(planned.stdout, /→ direct: The statement makes t system-versioned\./u);
        const migrated = await ghostship('migrate', statement);
        assert.equal(migrated.exitCode, 0, migrated.stderr);
        assert.ok(await isVersioned());
      });

      test(`a large table only where that is allowed: ${statement}`, async () => {
        await fill(10_001);
        for (const command of ['plan', 'migrate'] as const) {
          const { exitCode, stdout, stderr } = await ghostship(command, statement);
          assert.equal(exitCode, 1, command);
          assert.match(
            `${stdout}${stderr}`,
            /t system-versioned\. What writers change .* Only the server can/u,
            command,
          );
          assert.match(`${stdout}${stderr}`, /blocking in the option allow/u, command);
          assert.equal(await isVersioned(), false, command);
        }
        const migrated = await ghostship('migrate', statement, '--allow', 'blocking');
        assert.equal(migrated.exitCode, 0, migrated.stderr);
        const [row] = await database.query(
          'SELECT (SELECT COUNT(*) FROM t) AS now, COUNT(*) AS ever FROM t FOR SYSTEM_TIME ALL',
        );
        assert.deepEqual([Number(row?.now), Number(row?.ever)], [10_001, 10_001]);
      });
    }
  });
}
