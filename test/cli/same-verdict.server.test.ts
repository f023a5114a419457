import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { casesFor, createDatabase, type TestDatabase, testServers } from '../support/servers/index.ts';
import { run } from './cli.ts';

/* Plan, migration and the server's own ALTER say the same of a statement and the rows that are there. */

const clauses = [
  'MODIFY b TINYINT',
  'MODIFY n INT NOT NULL',
  'MODIFY n INT NOT NULL DEFAULT 0',
  'MODIFY v VARCHAR(3)',
  'MODIFY v VARCHAR(20) CHARACTER SET ascii',
  'MODIFY v VARCHAR(20) COLLATE utf8mb4_bin',
  'MODIFY v TEXT',
  'MODIFY v VARBINARY(5)',
  'MODIFY v INT',
  'MODIFY v DATE',
  "MODIFY v ENUM('long é text')",
  "MODIFY e ENUM('y', 'x')",
  "MODIFY e ENUM('x')",
  "MODIFY e SET('x', 'y')",
  'MODIFY dt TIMESTAMP NULL',
  'MODIFY dt DATE',
  'MODIFY dt TIME',
  'MODIFY dt YEAR',
  'MODIFY j JSON',
  'MODIFY j VARCHAR(1)',
  'MODIFY j BLOB',
  'MODIFY d DECIMAL(1, 0)',
  'MODIFY d BIT(2)',
  'MODIFY d FLOAT',
  'MODIFY d CHAR(1)',
  'MODIFY b DATE',
  'MODIFY b BIGINT UNSIGNED',
  'MODIFY id BIGINT',
  'MODIFY id VARCHAR(9)',
  'MODIFY id INT AUTO_INCREMENT',
  'MODIFY b INT FIRST',
  'MODIFY b INT AFTER nope',
  "MODIFY b INT DEFAULT 'abc'",
  "ALTER COLUMN b SET DEFAULT 'x'",
  'ALTER COLUMN b DROP DEFAULT',
  'ADD COLUMN x INT NOT NULL',
  'ADD COLUMN x DATE NOT NULL',
  "ADD COLUMN x DATETIME NOT NULL DEFAULT '0000-00-00'",
  "ADD COLUMN x ENUM('p', 'q') NOT NULL",
  'ADD COLUMN x GEOMETRY NOT NULL',
  'ADD COLUMN x JSON',
  'ADD COLUMN x INT AUTO_INCREMENT UNIQUE',
  'ADD COLUMN x INT NOT NULL DEFAULT (n)',
  'ADD COLUMN x INT DEFAULT (b)',
  'ADD COLUMN x INT DEFAULT (b * 1000000000)',
  'ADD COLUMN x VARCHAR(70000)',
  'ADD COLUMN x VARCHAR(16000), ADD COLUMN y VARCHAR(16000)',
  'ADD COLUMN x TINYINT AS (b * 1000) VIRTUAL',
  'ADD COLUMN x TINYINT AS (b * 1000) VIRTUAL, ADD KEY (x)',
  'ADD COLUMN x TINYINT AS (b * 1000) STORED',
  'ADD COLUMN x INT AS (n) STORED NOT NULL',
  'ADD COLUMN x DATE AS (DATE(dt)) STORED',
  'ADD COLUMN u INT AS (n IS NULL) STORED UNIQUE',
  'ADD COLUMN u INT DEFAULT 7 UNIQUE',
  'ADD COLUMN u INT UNIQUE',
  'MODIFY b BIGINT, MODIFY g BIGINT AS (b * 500) VIRTUAL',
  'MODIFY b BIGINT, ADD CHECK (g > 0)',
  'MODIFY g TINYINT AS (b * 1000) VIRTUAL',
  'DROP COLUMN g, ADD COLUMN g TINYINT AS (b * 1000) VIRTUAL',
  'DROP COLUMN b',
  'DROP COLUMN b, DROP COLUMN g',
  'DROP COLUMN nope',
  'DROP COLUMN d, ADD COLUMN d INT NOT NULL DEFAULT 1, ADD UNIQUE (d)',
  'RENAME COLUMN b TO bb',
  'RENAME COLUMN n TO n2, ADD UNIQUE (n2)',
  'RENAME COLUMN d TO n, RENAME COLUMN n TO d, ADD CHECK (n < 0)',
  'CHANGE v vv VARCHAR(30), ADD UNIQUE (vv)',
  'ADD CONSTRAINT c CHECK (g < 0)',
  'ADD UNIQUE (d)',
  'ADD UNIQUE ((d + 0))',
  'ADD KEY (v(3)), ADD KEY (j(10))',
  'ADD KEY (j)',
  'ADD FULLTEXT (v)',
  'ADD CONSTRAINT f FOREIGN KEY (b) REFERENCES t (id)',
  'ADD CONSTRAINT f FOREIGN KEY (v) REFERENCES t (v)',
  'DROP KEY nope',
  'DROP PRIMARY KEY, ADD PRIMARY KEY (d)',
  'DROP PRIMARY KEY, ADD PRIMARY KEY (id, d)',
  'DROP PRIMARY KEY, ADD PRIMARY KEY (b) PARTITION BY RANGE (b) (PARTITION p VALUES LESS THAN (5))',
  'DROP PRIMARY KEY, ADD PRIMARY KEY (d, b) PARTITION BY LIST (d) (PARTITION p VALUES IN (7))',
  'PARTITION BY RANGE (id) (PARTITION p VALUES LESS THAN (2))',
  'PARTITION BY HASH (id)',
  'PARTITION BY HASH (b)',
  'CONVERT TO CHARACTER SET latin1',
  'CONVERT TO CHARACTER SET ascii',
  'DEFAULT CHARACTER SET ascii',
  'ROW_FORMAT=COMPRESSED',
  'FORCE',
  'ORDER BY b',
  "COMMENT='x'",
  'AUTO_INCREMENT=100',
];

const columns = `id INT NOT NULL PRIMARY KEY, b INT, n INT, d INT, v VARCHAR(20), e ENUM('x', 'y'), dt DATETIME, j TEXT,
  g INT AS (b * 5) VIRTUAL`;
const rows =
  "(1, 5, NULL, 7, 'long é text', 'y', '1960-01-01', '{'), (2, -900, NULL, 7, 'long é text', 'y', '1960-01-01', '{')";

for (const server of testServers()) {
  describe(`one verdict, of plan, migration and ${server.name}`, { timeout: 600_000 }, () => {
    let folder = '';
    let database: TestDatabase;
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'ghostship-verdict-'));
      database = await createDatabase(server);
    });
    after(async () => {
      await database[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    });
    const fill = async (): Promise<void> => {
      await database.query('DROP TABLE IF EXISTS t, ghostship_migrations');
      await database.query(`CREATE TABLE t (${columns}) CHARACTER SET utf8mb4`);
      await database.query(`INSERT INTO t (id, b, n, d, v, e, dt, j) VALUES ${rows}`);
    };
    const content = (): Promise<unknown> => database.query('SELECT * FROM t ORDER BY 1');

    for (const clause of casesFor(server, clauses))
      test(clause, async () => {
        const statement = `ALTER TABLE t ${clause}`;
        await fill();
        const own = await database.query(statement).then(
          () => null,
          (error: unknown) => String(error),
        );
        const theirs = own === null ? await content() : null;
        await fill();
        for (const command of ['plan', 'migrate']) {
          const { exitCode, stdout, stderr } = await run(folder, [
            command,
            '--target',
            database.url,
            '--alter',
            statement,
          ]);
          assert.equal(
            exitCode,
            own === null ? 0 : 1,
            `${command}: ${stdout}${stderr}\nThe server: ${own ?? 'takes it'}`,
          );
        }
        if (own === null) assert.deepEqual(await content(), theirs);
      });
  });
}
