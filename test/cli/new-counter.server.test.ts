import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { casesFor, createDatabase, type TestDatabase, testServers } from '../support/servers/index.ts';
import { type CliRun, run } from './cli.ts';

/* A new AUTO_INCREMENT column numbers the rows that are there. Only the server does that in the order of the primary key. */

const statements: Readonly<Record<string, string>> = {
  'beside the key': 'ADD COLUMN n INT NOT NULL AUTO_INCREMENT UNIQUE',
  'as the new key': 'DROP PRIMARY KEY, ADD COLUMN n BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY FIRST',
};

for (const server of testServers()) {
  describe(`a column that numbers the rows on ${server.name}`, { timeout: 120_000 }, () => {
    let folder = '';
    let database: TestDatabase;
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'ghostship-counter-'));
      database = await createDatabase(server);
    });
    after(async () => {
      await database[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    });
    const ghostship = (command: 'plan' | 'migrate', clause: string, ...more: readonly string[]): Promise<CliRun> =>
      run(folder, [command, '--target', database.url, '--alter', `ALTER TABLE t ${clause}`, ...more]);
    /** Written in another order than that of the key. */
    const fill = async (rows: number): Promise<void> => {
      await database.query('DROP TABLE IF EXISTS t, same, ghostship_migrations');
      for (const name of ['t', 'same']) {
        await database.query(`CREATE TABLE ${name} (k VARCHAR(20) PRIMARY KEY, v INT)`);
        const values = Array.from({ length: rows }, (_, index) => `('k${(index * 7_919) % rows}', ${index})`);
        if (rows > 0) await database.query(`INSERT INTO ${name} VALUES ${values.join()}`);
      }
    };
    const expectAsServer = async (clause: string): Promise<void> => {
      await database.query(`ALTER TABLE same ${clause}`);
      const rowsOf = (name: string) => database.query(`SELECT * FROM ${name} ORDER BY k`);
      assert.deepEqual(await rowsOf('t'), await rowsOf('same'));
    };

    for (const [what, clause] of casesFor(server, Object.entries(statements)))
      for (const rows of [0, 1, 400])
        test(`${what}, of ${rows} rows: as the server's own ALTER does it`, async () => {
          await fill(rows);
          const planned = await ghostship('plan', clause);
          assert.equal(planned.exitCode, 0, planned.stdout);
          assert.match(planned.stdout, /→ direct: The statement adds the AUTO_INCREMENT column n\. The server alters/u);
          const migrated = await ghostship('migrate', clause);
          assert.equal(migrated.exitCode, 0, migrated.stderr);
          await expectAsServer(clause);
        });

    test('of a large table: where that is allowed, which plan and migrate advise', async () => {
      await fill(10_001);
      const clause = statements['beside the key'] ?? '';
      for (const command of ['plan', 'migrate'] as const) {
        const { exitCode, stdout, stderr } = await ghostship(command, clause);
        assert.equal(exitCode, 1, command);
        assert.match(`${stdout}${stderr}`, /numbers in no particular order\. Only the server can do this/u, command);
        assert.match(`${stdout}${stderr}`, /blocking in the option allow/u, command);
      }
      const migrated = await ghostship('migrate', clause, '--allow', 'blocking');
      assert.equal(migrated.exitCode, 0, migrated.stderr);
      await expectAsServer(clause);
    });
  });
}
