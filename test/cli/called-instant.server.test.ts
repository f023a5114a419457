import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { casesFor, createDatabase, type TestDatabase, testServers } from '../support/servers/index.ts';
import { type CliRun, readJson, run } from './cli.ts';

/*
 * MariaDB takes ALGORITHM=INSTANT for some statements, and then copies the table while writers wait. What is called instant touches no
 * row, and these are copied.
 */

interface Case {
  readonly clause: string;
  /** As behind CREATE TABLE. */
  readonly parts?: string;
  readonly key?: string;
  readonly way: 'instant' | 'copy';
}

const hash = 'PARTITION BY HASH (id) PARTITIONS 3';
const range = 'PARTITION BY RANGE (id) (PARTITION p VALUES LESS THAN (100), PARTITION q VALUES LESS THAN MAXVALUE)';

const cases: readonly Case[] = [
  { clause: hash, way: 'copy' },
  { clause: range, way: 'copy' },
  { clause: `ADD COLUMN x INT ${hash}`, way: 'copy' },
  { clause: hash, parts: range, way: 'copy' },
  { clause: 'REMOVE PARTITIONING', parts: range, way: 'copy' },
  { clause: 'REMOVE PARTITIONING', parts: hash, way: 'copy' },
  { clause: 'DROP PRIMARY KEY, ADD PRIMARY KEY (id, a)', parts: hash, way: 'copy' },
  { clause: 'ORDER BY a', key: 'UNIQUE KEY (id)', way: 'copy' },
  { clause: 'ADD COLUMN x INT', parts: range, way: 'instant' },
  { clause: 'ADD COLUMN x INT', parts: hash, way: 'instant' },
  { clause: 'DISABLE KEYS', way: 'instant' },
  { clause: 'ALTER COLUMN a SET DEFAULT 5', parts: hash, way: 'instant' },
];

const checks = [
  'MODIFY a INT CHECK (a > 0)',
  'CHANGE a z INT CHECK (z > 0)',
  'ADD COLUMN x INT DEFAULT 5 CHECK (x < 0)',
  'ADD COLUMN x INT AS (a + 1) VIRTUAL CHECK (x < 0)',
  'MODIFY a INT CHECK (a > 0), ADD KEY (a)',
  'ADD CONSTRAINT positive CHECK (a > 0)',
];

for (const server of testServers()) {
  describe(`what is called instant on ${server.name}`, { timeout: 300_000 }, () => {
    let folder = '';
    let database: TestDatabase;
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'ghostship-instant-'));
      database = await createDatabase(server);
    });
    after(async () => {
      await database[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    });
    const ghostship = (command: 'plan' | 'migrate', clause: string): Promise<CliRun> =>
      run(folder, [command, '--target', database.url, '--alter', `ALTER TABLE t ${clause}`, '--json', 'out.json']);

    for (const { clause, parts = '', key = 'PRIMARY KEY (id)', way } of casesFor(server, cases))
      test(`${clause}${parts === '' ? '' : ` of a table ${parts}`}: ${way}`, async () => {
        await database.query('DROP TABLE IF EXISTS t, ghostship_migrations');
        await database.query(`CREATE TABLE t (id INT NOT NULL, a INT NOT NULL, ${key}) ${parts}`);
        const values = Array.from({ length: 2_000 }, (_, id) => `(${id}, ${id % 7})`).join();
        await database.query(`INSERT INTO t VALUES ${values}`);
        const planned = await ghostship('plan', clause);
        assert.equal(planned.exitCode, 0, planned.stdout);
        assert.partialDeepStrictEqual(await readJson(folder, 'out.json'), { statements: [{ algorithm: way }] });
        const migrated = await ghostship('migrate', clause);
        assert.equal(migrated.exitCode, 0, migrated.stderr);
        assert.partialDeepStrictEqual(await readJson(folder, 'out.json'), { migrations: [{ algorithm: way }] });
        assert.deepEqual(await database.query('SELECT COUNT(*) AS count FROM t'), [{ count: 2_000 }]);
      });

    /* MariaDB adds the CHECK of a column without a look at the rows. */
    for (const clause of casesFor(server, checks))
      test(`${clause}: refused for the rows, as the plan says`, async () => {
        await database.query('DROP TABLE IF EXISTS t, ghostship_migrations');
        await database.query('CREATE TABLE t (id INT PRIMARY KEY, a INT)');
        await database.query('INSERT INTO t VALUES (1, 5), (2, -5)');
        for (const command of ['plan', 'migrate'] as const) {
          const { exitCode, stdout, stderr } = await ghostship(command, clause);
          assert.equal(exitCode, 1, stdout);
          assert.match(stdout + stderr, /The CHECK constraint \w+ is violated in [12] rows?/u);
        }
        await database.query('ALTER TABLE t ADD COLUMN still INT');
      });
  });
}
