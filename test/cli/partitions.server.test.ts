import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { casesFor, createDatabase, type TestDatabase, testServers } from '../support/servers/index.ts';
import { type CliRun, run } from './cli.ts';

/*
 * Partitions that go with their rows, or come without any: a copy would bring the rows back, or copy all of them for nothing. So the
 * server does it. MariaDB takes no ALGORITHM for that.
 */

const clauses = ['DROP PARTITION p0', 'DROP PARTITION p0, p1', 'TRUNCATE PARTITION p1'] as const;
const parts =
  'PARTITION BY RANGE (id) (PARTITION p0 VALUES LESS THAN (100), PARTITION p1 VALUES LESS THAN (10000), PARTITION p2 VALUES LESS THAN MAXVALUE)';

const waysToPart: Readonly<Record<string, string>> = {
  range: 'PARTITION BY RANGE (id) (PARTITION p0 VALUES LESS THAN (1000), PARTITION p1 VALUES LESS THAN MAXVALUE)',
  'range of columns':
    'PARTITION BY RANGE COLUMNS (b, id) (PARTITION p0 VALUES LESS THAN (1, 1000), PARTITION p1 VALUES LESS THAN (MAXVALUE, MAXVALUE))',
  list: 'PARTITION BY LIST (id % 2) (PARTITION p0 VALUES IN (0), PARTITION p1 VALUES IN (1))',
  hash: 'PARTITION BY HASH (id) PARTITIONS 3',
  key: 'PARTITION BY KEY (b, id) PARTITIONS 3',
};

for (const server of testServers()) {
  describe(`partitions that go with their rows on ${server.name}`, { timeout: 120_000 }, () => {
    let folder = '';
    let database: TestDatabase;
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'ghostship-partitions-'));
      database = await createDatabase(server);
    });
    after(async () => {
      await database[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    });
    const ghostship = (command: 'plan' | 'migrate', clause: string, more: readonly string[]): Promise<CliRun> => {
      const given = ['--target', database.url, '--alter', `ALTER TABLE t ${clause}`, '--allow', 'drop-partition'];
      return run(folder, [command, ...given, ...more]);
    };
    /** More rows than a small table has, and a trigger, which a copy would have to carry. */
    const fill = async (): Promise<void> => {
      await database.query('DROP TABLE IF EXISTS t, same, ghostship_migrations');
      const values = Array.from({ length: 20_000 }, (_, index) => `(${index + 1}, 'v${index % 7}')`).join();
      for (const name of ['t', 'same']) {
        await database.query(`CREATE TABLE ${name} (id INT PRIMARY KEY, v VARCHAR(9)) ${parts}`);
        await database.query(`INSERT INTO ${name} VALUES ${values}`);
      }
      await database.query("CREATE TRIGGER stays BEFORE INSERT ON t FOR EACH ROW SET NEW.v = 'new'");
    };
    const rowsOf = (name: string) => database.query(`SELECT COUNT(*) AS rows_, SUM(id) AS ids FROM ${name}`);
    const definitionOf = async (name: string): Promise<string> =>
      String((await database.query(`SHOW CREATE TABLE ${name}`))[0]?.['Create Table']).replace(`\`${name}\``, 'same');

    for (const clause of casesFor(server, clauses))
      for (const more of [[], ['--algorithm', 'copy']])
        test(`${[clause, ...more].join(' ')}: as the server's own ALTER does it`, async () => {
          await fill();
          const planned = await ghostship('plan', clause, more);
          assert.equal(planned.exitCode, 0, planned.stdout);
          assert.match(planned.stdout, /Destroyed: the rows of the partition/u);
          const migrated = await ghostship('migrate', clause, more);
          assert.equal(migrated.exitCode, 0, migrated.stderr);
          await database.query(`ALTER TABLE same ${clause}`);
          assert.deepEqual(await rowsOf('t'), await rowsOf('same'));
          assert.equal(await definitionOf('t'), await definitionOf('same'));
          await database.query("INSERT INTO t VALUES (1000000, 'old')");
          assert.deepEqual(await database.query('SELECT v FROM t WHERE id = 1000000'), [{ v: 'new' }]);
        });

    const added: Readonly<Record<string, { by: string; clause: string }>> = {
      range: {
        by: 'PARTITION BY RANGE (id) (PARTITION p0 VALUES LESS THAN (100000))',
        clause: 'ADD PARTITION (PARTITION p1 VALUES LESS THAN (200000))',
      },
      'range of columns, in parts': {
        by: 'PARTITION BY RANGE COLUMNS (id) SUBPARTITION BY HASH (id) SUBPARTITIONS 2 (PARTITION p0 VALUES LESS THAN (100000))',
        clause: 'ADD PARTITION (PARTITION p1 VALUES LESS THAN (200000), PARTITION p2 VALUES LESS THAN (MAXVALUE))',
      },
      list: {
        by: 'PARTITION BY LIST (id DIV 100000) (PARTITION p0 VALUES IN (0))',
        clause: 'ADD PARTITION (PARTITION p1 VALUES IN (1, 2))',
      },
    };
    const plainTables = async (by: string): Promise<void> => {
      await database.query('DROP TABLE IF EXISTS t, same, ghostship_migrations');
      const values = Array.from({ length: 20_000 }, (_, index) => `(${index + 1}, 'v${index % 7}')`).join();
      for (const name of ['t', 'same']) {
        await database.query(`CREATE TABLE ${name} (id INT PRIMARY KEY, v VARCHAR(9)) ${by}`);
        await database.query(`INSERT INTO ${name} VALUES ${values}`);
      }
    };

    for (const [kind, { by, clause }] of casesFor(server, Object.entries(added)))
      test(`a partition is added by ${kind}: the server does it at once, and copies nothing`, async () => {
        await plainTables(by);
        const planned = await ghostship('plan', clause, []);
        assert.equal(planned.exitCode, 0, planned.stdout);
        assert.match(planned.stdout, /at once, and writers wait for a moment\. No row moves\./u);
        assert.doesNotMatch(planned.stdout, /copying|primary key/u);
        const migrated = await ghostship('migrate', clause, []);
        assert.equal(migrated.exitCode, 0, migrated.stderr);
        assert.match(migrated.stdout, /done in/u);
        await database.query(`ALTER TABLE same ${clause}`);
        assert.deepEqual(await rowsOf('t'), await rowsOf('same'));
        assert.equal(await definitionOf('t'), await definitionOf('same'));
      });

    test('a partition is added by hash, or by an option of ours: rows are copied', async () => {
      for (const [by, clause, ...more] of [
        ['PARTITION BY HASH (id) PARTITIONS 3', 'ADD PARTITION PARTITIONS 2'],
        [added.range?.by ?? '', added.range?.clause ?? '', '--algorithm', 'copy'],
      ] as const) {
        await plainTables(by);
        const planned = await ghostship('plan', clause, more);
        assert.match(planned.stdout, /by copying/u, clause);
        const migrated = await ghostship('migrate', clause, more);
        assert.equal(migrated.exitCode, 0, migrated.stderr);
        assert.match(migrated.stdout, /rows copied/u, clause);
        await database.query(`ALTER TABLE same ${clause}`);
        assert.deepEqual(await rowsOf('t'), await rowsOf('same'));
        assert.equal(await definitionOf('t'), await definitionOf('same'));
      }
    });

    test('beside a partition for all others rows move into one that is added, so they are copied', {
      skip: server.flavor === 'mysql' ? 'MySQL has no DEFAULT partition' : false,
    }, async () => {
      await plainTables('PARTITION BY LIST (id DIV 1000) (PARTITION `p 0` VALUES IN (0), PARTITION `p``d` DEFAULT)');
      const migrated = await ghostship('migrate', 'ADD PARTITION (PARTITION p1 VALUES IN (1, 2))', []);
      assert.equal(migrated.exitCode, 0, migrated.stderr);
      assert.deepEqual(await database.query('SELECT COUNT(*) AS n FROM t WHERE id BETWEEN 1500 AND 1503'), [{ n: 4 }]);
      assert.deepEqual(await database.query('SELECT COUNT(*) AS n FROM t PARTITION (p1)'), [{ n: 2_000 }]);
    });

    // MariaDB has no WITHOUT VALIDATION before 11.4.
    for (const [kind, by] of Object.entries(server.flavor === 'mysql' ? waysToPart : {}))
      test(`rows in the wrong partition, by ${kind}: a copy would lose them, and is refused until they are moved`, async () => {
        await database.query('DROP TABLE IF EXISTS t, x, ghostship_migrations');
        await database.query(`CREATE TABLE t (id INT, b INT, v INT, PRIMARY KEY (id, b)) ${by}`);
        await database.query('CREATE TABLE x (id INT, b INT, v INT, PRIMARY KEY (id, b))');
        const values = Array.from({ length: 100 }, (_, index) => `(${5_000 + index}, 1, ${index})`).join();
        await database.query(`INSERT INTO x VALUES ${values}`);
        await database.query('ALTER TABLE t EXCHANGE PARTITION p0 WITH TABLE x WITHOUT VALIDATION');
        const clause = 'MODIFY v BIGINT';
        for (const command of ['plan', 'migrate'] as const) {
          const { exitCode, stdout, stderr } = await ghostship(command, clause, []);
          assert.equal(exitCode, 1, `${command}: ${stdout}`);
          assert.match(`${stdout}${stderr}`, /\d+ rows stand in .*a copy would lose it/u, command);
          assert.match(`${stdout}${stderr}`, /ALTER TABLE `t` REPAIR PARTITION/u, command);
        }
        await database.query('ALTER TABLE `t` REPAIR PARTITION ALL');
        const migrated = await ghostship('migrate', clause, []);
        assert.equal(migrated.exitCode, 0, migrated.stderr);
        assert.deepEqual(await database.query('SELECT COUNT(*) AS n, SUM(v) AS v FROM t'), [{ n: 100, v: '4950' }]);
      });
  });
}
