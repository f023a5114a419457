import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { createDatabase, type Flavor, type TestDatabase, testServers } from '../support/servers/index.ts';
import { type CliRun, run } from './cli.ts';

/*
 * A dry run alters an empty clone, which is dropped then. A clause that takes another table with it would take a real one, so it
 * is refused before there is a clone. These are all such clauses of MySQL 9.7 and MariaDB 10.6 to 12, in odd spellings too.
 */

const everywhere: readonly string[] = [
  'EXCHANGE PARTITION p0 WITH TABLE x',
  'EXCHANGE PARTITION p0 WITH TABLE `x`',
  'exchange\n  partition\tp0 with -- with what\n table x',
  '/*!50600 EXCHANGE */ PARTITION p0 WITH TABLE x',
  '/*! EXCHANGE PARTITION p0 WITH */ TABLE x',
  'EXCHANGE/**/PARTITION/* a */p0 WITH # b\n TABLE x',
  'EXCHANGE PARTITION p0 WITH TABLE x WITHOUT VALIDATION',
  'ALGORITHM=INPLACE, EXCHANGE PARTITION p0 WITH TABLE x',
  'ADD COLUMN w INT, RENAME TO y',
  'RENAME y, ADD COLUMN w INT',
  'ADD COLUMN w INT, /*!50000 RENAME AS */ y',
  'UNION=(x)',
  'ENGINE=MERGE UNION=(x) INSERT_METHOD=LAST',
  'ENGINE=MRG_MyISAM, UNION (x)',
  "ENGINE=FEDERATED CONNECTION='mysql://admin@127.0.0.1/y/x'",
  'DISCARD TABLESPACE',
  'IMPORT TABLESPACE',
  'DISCARD PARTITION p0 TABLESPACE',
  '/*!50500 IMPORT */ PARTITION ALL TABLESPACE',
];

const clauses: Readonly<Record<Flavor, readonly string[]>> = {
  mysql: [
    ...everywhere,
    '/*!080013 EXCHANGE PARTITION p0 WITH TABLE x */',
    'EXCHANGE PARTITION p0 WITH TABLE x WITH VALIDATION',
    'SECONDARY_LOAD',
    'SECONDARY_UNLOAD',
  ],
  mariadb: [
    ...everywhere,
    '/*M!100600 EXCHANGE PARTITION p0 WITH TABLE x */',
    'CONVERT TABLE x TO PARTITION p2 VALUES LESS THAN (30)',
    '/*M! CONVERT */ TABLE x TO PARTITION p2 VALUES LESS THAN (30)',
    'convert /* a */ table x to partition p2 values less than (30)',
    'CONVERT TABLE x TO PARTITION p2 VALUES LESS THAN (30) WITHOUT VALIDATION',
    'CONVERT PARTITION p0 TO TABLE y',
    'CONVERT PARTITION p0 TO /*!TABLE*/ y',
    'ENGINE=CONNECT TABLE_TYPE=DOS FILE_NAME=x',
  ],
};

for (const server of testServers()) {
  describe(`other tables on ${server.name}`, { timeout: 300_000 }, () => {
    let folder = '';
    let database: TestDatabase;
    before(async () => {
      database = await createDatabase(server);
      folder = await mkdtemp(join(tmpdir(), 'ghostship-other-tables-'));
      await mkdir(join(folder, 'migrations'));
    });
    after(async () => {
      await database[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    });
    beforeEach(async () => {
      await database.query('DROP TABLE IF EXISTS t, x, y, ghostship_migrations');
      const columns = '(id INT PRIMARY KEY, v INT)';
      await database.query(
        `CREATE TABLE t ${columns} PARTITION BY RANGE (id) (PARTITION p0 VALUES LESS THAN (10), PARTITION p1 VALUES LESS THAN (20))`,
      );
      await database.query(`CREATE TABLE x ${columns}`);
      await database.query('INSERT INTO t VALUES (1, 1)');
      await database.query('INSERT INTO x VALUES (5, 5)');
    });

    const ghostship = (command: 'lint' | 'plan' | 'migrate', ...given: string[]): Promise<CliRun> =>
      run(folder, [
        command,
        ...(command === 'lint' ? [] : ['--target', database.url, '--allow', 'drop-partition']),
        ...given,
      ]);
    const all = async (): Promise<unknown> => ({
      tables: await database.query('SHOW TABLES'),
      t: await database.query('SHOW CREATE TABLE t'),
      x: await database.query('SHOW CREATE TABLE x'),
      inT: await database.query('SELECT * FROM t'),
      inX: await database.query('SELECT * FROM x'),
    });

    for (const clause of clauses[server.flavor]) {
      test(`${clause}: changes nothing`, async () => {
        const before = await all();
        for (const command of ['plan', 'migrate'] as const) {
          const { exitCode, stdout, stderr } = await ghostship(command, '--alter', `ALTER TABLE t ${clause}`);
          assert.deepEqual(await all(), before, `${command}: ${stdout}${stderr}`);
          assert.equal(exitCode, 1, stdout);
          assert.match(stdout + stderr, /unsupported-statement|is not supported|is refused|moves the table to/u);
        }
      });
    }

    test('behind another statement of the table it is refused as well, and the first is not run', async () => {
      const before = await all();
      const text = 'ALTER TABLE t ADD COLUMN w INT;\nALTER TABLE t EXCHANGE PARTITION p0 WITH TABLE x;\n';
      await writeFile(join(folder, 'migrations/1.sql'), text);
      for (const command of ['lint', 'plan', 'migrate'] as const) {
        const { exitCode, stdout, stderr } = await ghostship(command);
        assert.equal(exitCode, 1, `${command}: ${stdout}${stderr}`);
        assert.match(stdout + stderr, /EXCHANGE PARTITION/u);
        assert.deepEqual(await all(), before, command);
      }
    });

    test('an index with more behind it than one can have alters nothing else', async () => {
      const before = await all();
      const text = 'CREATE INDEX i ON t (v), RENAME TO y';
      for (const command of ['plan', 'migrate'] as const) {
        const { exitCode, stdout } = await ghostship(command, '--alter', text);
        assert.equal(exitCode, 1, stdout);
        assert.deepEqual(await all(), before, command);
      }
    });
  });
}
