import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { casesFor, createDatabase, type Flavor, type TestDatabase, testServers } from '../support/servers/index.ts';
import { run } from './cli.ts';

/*
 * An INSERT that writes out its rows is tried by the plan: what the server will say of a value, a key or a reference it says
 * before the merge. Plan and merge agree on each.
 */

interface Case {
  readonly name: string;
  readonly file: string;
  /** What the plan refuses; `null` where it is run. */
  readonly refused: RegExp | null;
  readonly setup?: readonly string[];
  readonly on?: Flavor;
}

const child = [
  'INSERT INTO p VALUES (2)',
  'CREATE TABLE k (id INT PRIMARY KEY, parent INT, CONSTRAINT k_parent FOREIGN KEY (parent) REFERENCES p (id))',
  'INSERT INTO k VALUES (1, 2), (2, NULL)',
];

const cases: readonly Case[] = [
  {
    name: 'a value that is too long',
    file: "INSERT INTO t (v) VALUES ('ok'), ('too long')",
    refused: /Data too long.*'v'/u,
  },
  { name: 'one behind SET', file: "INSERT INTO t SET v = 'too long'", refused: /Data too long/u },
  { name: 'a number out of range', file: 'INSERT INTO t (n) VALUES (300)', refused: /Out of range/u },
  { name: 'no member of an ENUM', file: "INSERT INTO t (e) VALUES ('z')", refused: /truncated/u },
  { name: 'no date', file: "INSERT INTO t (d) VALUES ('2026-02-30')", refused: /2026-02-30/u },
  { name: 'NULL where there may be none', file: 'INSERT INTO t (m) VALUES (NULL)', refused: /cannot be null/u },
  { name: 'no value and no default', file: 'INSERT INTO u (n) VALUES (1)', refused: /'id'.*default|default.*'id'/u },
  { name: 'what a CHECK forbids', file: 'INSERT INTO t (c) VALUES (-1)', refused: /positive/u },
  { name: 'no JSON', file: "INSERT INTO t (j) VALUES ('{')", refused: /JSON|`t\.j`/u },
  { name: 'two rows with one key', file: "INSERT INTO t (v) VALUES ('a'), ('a')", refused: /Duplicate entry/u },
  { name: 'a row that is there', file: 'INSERT INTO t (id) VALUES (1)', refused: /t has a row with id = 1 already/u },
  {
    name: 'a unique value that is there',
    file: "INSERT INTO t (v) VALUES ('Old')",
    refused: /with v = Old already, and the key v/u,
  },
  { name: 'no parent any more', file: 'UPDATE t SET parent = 9', refused: /p has no row with id = 9/u },
  {
    name: 'a parent that is referred to',
    file: 'DELETE FROM p WHERE id = 2',
    refused: /a row of k refers to id = 2 of p/u,
    setup: child,
  },
  { name: 'all parents', file: 'DELETE FROM p', refused: /a row of k refers to id = 2 of p/u, setup: child },
  {
    name: 'a parent under another number',
    file: 'UPDATE p SET id = 7 WHERE id = 2',
    refused: /a row of k refers to/u,
    setup: child,
  },
  { name: 'a parent that nobody refers to', file: 'DELETE FROM p WHERE id = 1', refused: null, setup: child },
  { name: 'a parent, once its children are gone', file: 'DELETE FROM k; DELETE FROM p', refused: null, setup: child },
  {
    name: 'a parent whose children go with it',
    file: 'DELETE FROM p',
    refused: null,
    setup: child.map((text) => text.replace('REFERENCES p (id)', 'REFERENCES p (id) ON DELETE CASCADE')),
  },
  {
    name: 'one parent of all, whichever that is',
    file: 'DELETE FROM p ORDER BY id LIMIT 1',
    refused: null,
    setup: child,
  },
  { name: 'another parent', file: 'UPDATE t SET parent = 1', refused: null },
  { name: 'no parent that is needed', file: 'UPDATE t SET parent = NULL', refused: null },
  { name: 'no parent yet', file: 'INSERT INTO p VALUES (9); UPDATE t SET parent = 9', refused: null },
  { name: 'no parent', file: 'INSERT INTO t (parent) VALUES (9)', refused: /p has no row with id = 9/u },
  {
    name: 'too long once a statement has shortened the column',
    file: "ALTER TABLE t MODIFY v VARCHAR(3); INSERT INTO t (v) VALUES ('four')",
    refused: /Data too long/u,
  },
  {
    name: 'short enough once a statement has made room',
    file: "ALTER TABLE t MODIFY v VARCHAR(20); INSERT INTO t (v) VALUES ('too long')",
    refused: null,
  },
  {
    name: 'a table that the run makes',
    file: "CREATE TABLE y (id INT PRIMARY KEY, v VARCHAR(2)); INSERT INTO y VALUES (1, 'abc')",
    refused: /Data too long/u,
  },
  {
    name: 'more rows than are allowed, in a table that the run makes',
    file: `CREATE TABLE y (id INT PRIMARY KEY); INSERT INTO y VALUES ${Array.from({ length: 100_001 }, (_, id) => `(${id})`).join()}`,
    refused: /more than the 100000 of max-data-rows/u,
  },
  {
    name: 'a row that is there, while another column is added',
    file: 'ALTER TABLE t ADD COLUMN x INT; INSERT INTO t (id, x) VALUES (1, 1)',
    refused: /t has a row with id = 1 already/u,
  },
  {
    name: 'numbers of the server',
    file: "INSERT INTO t (v) VALUES ('a'); INSERT INTO t (v) VALUES ('b')",
    refused: null,
  },
  { name: 'a row that is there, and is passed over', file: 'INSERT IGNORE INTO t (id) VALUES (1)', refused: null },
  {
    name: 'a row that is there, and is changed',
    file: "INSERT INTO t (id) VALUES (1) ON DUPLICATE KEY UPDATE v = 'new'",
    refused: null,
  },
  { name: 'a row that was there', file: 'DELETE FROM t WHERE id = 1; INSERT INTO t (id) VALUES (1)', refused: null },
  {
    name: 'a row that was in a partition',
    file: 'ALTER TABLE r TRUNCATE PARTITION b; INSERT INTO r VALUES (50)',
    setup: [
      'CREATE TABLE r (id INT PRIMARY KEY) PARTITION BY RANGE (id) (PARTITION a VALUES LESS THAN (10), PARTITION b VALUES LESS THAN (90))',
      'INSERT INTO r VALUES (50)',
    ],
    refused: null,
  },
  {
    name: 'a new table under the name of a view',
    file: 'CREATE TABLE seen (id INT PRIMARY KEY)',
    setup: ['CREATE VIEW seen AS SELECT 1 AS a'],
    refused: /There is seen already in \S+, and it is a view\./u,
  },
  {
    name: 'a new table, if nothing has its name',
    file: 'CREATE TABLE IF NOT EXISTS seen (id INT PRIMARY KEY)',
    setup: ['CREATE VIEW seen AS SELECT 1 AS a'],
    refused: null,
  },
  { name: 'a parent that is there', file: 'INSERT INTO t (parent) VALUES (1), (NULL)', refused: null },
  {
    name: 'a parent that the run adds',
    file: 'INSERT INTO p VALUES (9); INSERT INTO t (parent) VALUES (9)',
    refused: null,
  },
  {
    name: 'a parent of a table that the run makes',
    file: 'CREATE TABLE y (id INT PRIMARY KEY, p INT, FOREIGN KEY (p) REFERENCES p (id)); INSERT INTO y VALUES (1, 9)',
    refused: /p has no row with id = 9/u,
  },
  {
    name: 'an UPDATE to what is too long',
    file: "UPDATE t SET v = 'too long' WHERE id = 1",
    refused: /Data too long/u,
  },
  { name: 'an UPDATE of no row', file: "UPDATE t SET v = 'too long' WHERE id = 5", refused: null },
  { name: 'an UPDATE to NULL', file: 'UPDATE t SET m = NULL', refused: /cannot be null/u },
  { name: 'an UPDATE by what is there', file: 'UPDATE t SET n = id - 1', refused: null },
  {
    name: 'an UPDATE whose rows meet in one order and not in another',
    file: "UPDATE t SET v = CASE v WHEN 'seven' THEN 'old' ELSE 'older' END ORDER BY id",
    refused: null,
  },
  { name: 'an UPDATE that a CHECK forbids', file: 'UPDATE t SET c = -id WHERE id > 5', refused: /positive/u },
  { name: 'an UPDATE that goes on', file: "UPDATE IGNORE t SET v = 'too long' WHERE id = 1", refused: null },
  {
    name: 'an UPDATE of a column that the run adds',
    file: 'ALTER TABLE t ADD COLUMN x VARCHAR(3) NOT NULL; UPDATE t SET x = CONCAT(v, id)',
    refused: /Data too long/u,
  },
  {
    name: 'an UPDATE that leaves orphans as they are',
    file: 'UPDATE t SET n = 1',
    setup: ['SET foreign_key_checks = 0, @x = (SELECT 1)', 'UPDATE t SET parent = 5'],
    refused: null,
  },
  { name: 'rows that are read', file: 'INSERT INTO u (id, n) SELECT MAX(id), NULL FROM t', refused: null },
  { name: 'a value that is read', file: 'INSERT INTO u (id) VALUES ((SELECT MAX(id) FROM t))', refused: null },
  {
    name: 'a value that a trigger mends',
    file: 'INSERT INTO t (v) VALUES (NULL)',
    setup: [
      "CREATE TRIGGER mend BEFORE INSERT ON t FOR EACH ROW SET NEW.m = COALESCE(NEW.m, 1), NEW.v = COALESCE(NEW.v, 'x')",
    ],
    refused: null,
  },
  {
    name: 'a number of a sequence',
    file: 'INSERT INTO q (v) VALUES (1)',
    setup: ['CREATE SEQUENCE s', 'CREATE TABLE q (id INT PRIMARY KEY DEFAULT NEXTVAL(s), v INT)'],
    on: 'mariadb',
    refused: null,
  },
  ...Object.entries({
    'DATE AS (v) STORED': /Incorrect date value: 'long é text'/u,
    'DATE DEFAULT (v)': /Incorrect date value/u,
    "ENUM('x') AS (e) STORED": /Data truncated for column 'x'/u,
    'INT AS (v) STORED': /Incorrect integer value/u,
    'INT AS (10 / (b - 5)) STORED': /Division by 0/u,
    'VARCHAR(20) CHARACTER SET ascii AS (v) STORED': /Incorrect string value/u,
    'YEAR AS (b) STORED': /Out of range value for column 'x'/u,
    'DATE AS (DATE(at)) STORED': null,
    'INT AS (b * 2) STORED, ADD COLUMN y INT NOT NULL': null,
    'INT AS (b * 2) STORED UNIQUE, MODIFY id BIGINT AUTO_INCREMENT': null,
  } satisfies Record<string, RegExp | null>).map(([column, refused]) => computed(column, refused)),
  {
    ...computed('BIGINT UNSIGNED AS (CAST(b AS UNSIGNED) - 1000) STORED', /BIGINT UNSIGNED value is out of range/u),
    on: 'mysql',
  },
  {
    ...computed(
      "VARCHAR(9) AS (JSON_UNQUOTE(JSON_EXTRACT(v, '$.a'))) STORED",
      /does not fit the altered table: Invalid JSON text in argument 1/u,
    ),
    on: 'mysql',
  },
  {
    ...computed('JSON AS (v) STORED', /Invalid JSON text/u),
    on: 'mysql',
  },
  {
    ...computed('DATE AS (v) STORED', null),
    name: 'what an earlier statement has mended',
    file: 'ALTER TABLE k MODIFY v VARCHAR(30); UPDATE k SET v = "2026-01-01"; ALTER TABLE k ADD COLUMN x DATE AS (v) STORED',
  },
];

function computed(column: string, refused: RegExp | null): Case {
  return {
    name: `a column that computes: ${column}`,
    file: `ALTER TABLE k ADD COLUMN x ${column}`,
    setup: [
      "CREATE TABLE k (id INT PRIMARY KEY, b INT, v VARCHAR(20), e ENUM('x','y'), at DATETIME DEFAULT '2026-01-01') CHARACTER SET utf8mb4",
      "INSERT INTO k (id, b, v, e) VALUES (1, 5, 'long é text', 'y'), (2, 900, 'long é text', 'y')",
    ],
    refused,
  };
}

for (const server of testServers()) {
  describe(`rows that are written out, tried on ${server.name}`, { timeout: 300_000 }, () => {
    let folder = '';
    let database: TestDatabase;
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'ghostship-rows-'));
      await mkdir(join(folder, 'migrations'));
    });
    after(() => rm(folder, { recursive: true }));
    beforeEach(async () => {
      database = await createDatabase(server);
      await database.query('CREATE TABLE p (id INT PRIMARY KEY)');
      await database.query('INSERT INTO p VALUES (1)');
      await database.query('CREATE TABLE u (id INT NOT NULL PRIMARY KEY, n INT)');
      await database.query(`CREATE TABLE t (id INT AUTO_INCREMENT PRIMARY KEY, v VARCHAR(6) UNIQUE, n TINYINT,
        e ENUM('a', 'b'), d DATE, m INT NOT NULL DEFAULT 0, c INT, j JSON, parent INT,
        CONSTRAINT positive CHECK (c > 0), CONSTRAINT of_parent FOREIGN KEY (parent) REFERENCES p (id))`);
      await database.query("INSERT INTO t (id, v) VALUES (1, 'old'), (7, 'seven')");
    });

    for (const { name, file, refused, setup = [], on } of casesFor(server, cases)) {
      if (on !== undefined && on !== server.flavor) continue;
      test(name, async () => {
        await using _database = database;
        for (const statement of setup) await database.query(statement);
        await writeFile(join(folder, 'migrations/1.sql'), `${file};\n`);
        const flags = [
          '--target',
          database.url,
          '--data-statements',
          'run',
          '--allow',
          'shrink-column,drop-partition,add-unique-index,add-not-null-no-default',
        ];
        const plan = await run(folder, ['plan', ...flags]);
        assert.equal(plan.exitCode, refused === null ? 0 : 1, plan.stdout + plan.stderr);
        if (refused !== null) assert.match(plan.stdout, refused);
        assert.doesNotMatch(plan.stdout, /AUTO_INCREMENT=|_ghs/u);
        if (server.flavor === 'mariadb' && on !== undefined)
          assert.equal(Number((await database.query('SELECT NEXTVAL(s) AS n'))[0]?.n), 1);
        const migrate = await run(folder, ['migrate', ...flags]);
        assert.equal(migrate.exitCode, refused === null ? 0 : 1, migrate.stdout + migrate.stderr);
      });
    }
  });
}
