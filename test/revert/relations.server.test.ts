import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { run } from '../cli/cli.ts';
import { casesFor, createDatabase, type Flavor, type TestServer, testServers } from '../support/servers/index.ts';
import { untilOldEnough } from './support/old-enough.ts';

/* What belongs to a table goes back with it, and its rows are found by whatever key it has. */

interface Case {
  readonly servers?: readonly Flavor[];
  readonly create: readonly string[];
  readonly forward: string;
  readonly options?: readonly string[];
  readonly meanwhile: readonly string[];
  /** Of the table as it must be afterwards, in the order of its key. */
  readonly rows: readonly (readonly unknown[])[];
}

const cases: Readonly<Record<string, Case>> = {
  triggers: {
    create: [
      'CREATE TABLE t (id INT PRIMARY KEY, a INT)',
      'CREATE TRIGGER doubled BEFORE INSERT ON t FOR EACH ROW SET NEW.a = NEW.a * 2',
      'INSERT INTO t VALUES (1, 1)',
    ],
    forward: 'MODIFY a BIGINT',
    options: ['--triggers', 'carry'],
    meanwhile: ['INSERT INTO t VALUES (2, 2)'],
    rows: [
      [1, 2],
      [2, 4],
    ],
  },
  'triggers, and rows that are deleted and put back': {
    create: [
      "CREATE TABLE t (id INT PRIMARY KEY, a INT, d VARCHAR(9) DEFAULT 'new')",
      "INSERT INTO t VALUES (1, 1, 'one'), (2, 2, 'two'), (3, 3, 'three')",
      'CREATE TABLE seen (id INT)',
      'CREATE TRIGGER `Added; a` BEFORE INSERT ON t FOR EACH ROW SET NEW.a = NEW.a + 0',
      `CREATE TRIGGER ${'long'.repeat(16)} AFTER UPDATE ON t FOR EACH ROW INSERT INTO seen VALUES (NEW.id)`,
      'CREATE TRIGGER removed AFTER DELETE ON t FOR EACH ROW BEGIN INSERT INTO seen VALUES (OLD.id); END',
    ],
    forward: 'DROP COLUMN d',
    options: ['--triggers', 'carry'],
    meanwhile: [
      'DELETE FROM t WHERE id = 1',
      'INSERT INTO t VALUES (1, 100)',
      'UPDATE t SET a = 20 WHERE id = 2',
      'INSERT INTO t VALUES (4, 4)',
    ],
    rows: [
      [1, 100, 'new'],
      [2, 20, 'two'],
      [3, 3, 'three'],
      [4, 4, 'new'],
    ],
  },
  'foreign keys': {
    servers: ['mysql'],
    create: [
      'CREATE TABLE p (id INT PRIMARY KEY)',
      'INSERT INTO p VALUES (1), (2)',
      'CREATE TABLE t (id INT PRIMARY KEY, a INT, CONSTRAINT to_p FOREIGN KEY (a) REFERENCES p (id))',
      'INSERT INTO t VALUES (1, 1)',
    ],
    forward: 'ADD COLUMN added INT',
    options: ['--foreign-keys', 'carry'],
    meanwhile: ['INSERT INTO t VALUES (2, 2, 7)'],
    rows: [
      [1, 1],
      [2, 2],
    ],
  },
  'a check with a name': {
    create: [
      'CREATE TABLE t (id INT PRIMARY KEY, a INT, CONSTRAINT positive CHECK (a > 0))',
      'INSERT INTO t VALUES (1, 1)',
    ],
    forward: 'ADD COLUMN added INT',
    meanwhile: ['INSERT INTO t VALUES (2, 2, 7)'],
    rows: [
      [1, 1],
      [2, 2],
    ],
  },
  'a key of texts': {
    create: [
      'CREATE TABLE t (id VARCHAR(20) PRIMARY KEY, a INT, k INT DEFAULT 9) DEFAULT CHARSET=utf8mb4',
      "INSERT INTO t VALUES ('a', 1, 1), ('B', 2, 2), ('c', 3, 3)",
    ],
    forward: 'DROP COLUMN k',
    meanwhile: [
      "UPDATE t SET id = 'A', a = 10 WHERE id = 'a'",
      "DELETE FROM t WHERE id = 'c'",
      "INSERT INTO t VALUES ('é', 4)",
    ],
    rows: [
      ['A', 10, 1],
      ['B', 2, 2],
      ['é', 4, 9],
    ],
  },
  'a key of two columns': {
    create: [
      'CREATE TABLE t (a INT, b INT, c INT, k INT DEFAULT 9, PRIMARY KEY (a, b), UNIQUE KEY (c))',
      'INSERT INTO t VALUES (1, 1, 1, 1), (1, 2, 2, 2), (2, 1, 3, 3)',
    ],
    forward: 'DROP COLUMN k',
    meanwhile: [
      'UPDATE t SET c = 99 WHERE a = 1 AND b = 1',
      'UPDATE t SET c = 1 WHERE a = 1 AND b = 2',
      'UPDATE t SET c = 2 WHERE a = 1 AND b = 1',
      'INSERT INTO t VALUES (3, 3, 3000)',
    ],
    rows: [
      [1, 1, 2, 1],
      [1, 2, 1, 2],
      [2, 1, 3, 3],
      [3, 3, 3000, 9],
    ],
  },
  'a column that is computed': {
    create: [
      'CREATE TABLE t (id INT PRIMARY KEY, a INT, k INT DEFAULT 9, s INT AS (a + k) STORED, KEY (s))',
      'INSERT INTO t (id, a, k) VALUES (1, 1, 1), (2, 2, 2)',
    ],
    forward: 'DROP COLUMN s, DROP COLUMN k',
    meanwhile: ['UPDATE t SET a = 10 WHERE id = 1', 'INSERT INTO t VALUES (3, 3)'],
    rows: [
      [1, 10, 1, 11],
      [2, 2, 2, 4],
      [3, 3, 9, 12],
    ],
  },
};

for (const server of testServers()) {
  describe(`a table that comes back on ${server.name}`, { timeout: 300_000 }, () => {
    before(() => untilOldEnough(server));
    for (const [name, one] of casesFor(server, Object.entries(cases), ([, { servers }]) => servers?.[0]))
      test(name, () => thereAndBack(server, one));
  });
}

async function thereAndBack(server: TestServer, one: Case): Promise<void> {
  await using database = await createDatabase(server);
  const folder = await mkdtemp(join(tmpdir(), 'ghostship-relations-'));
  for (const statement of one.create) await database.query(statement);
  const look = async (): Promise<unknown> => [
    (await database.query('SHOW CREATE TABLE t'))[0]?.['Create Table'],
    (await database.query("SHOW TRIGGERS LIKE 't'")).map(({ Trigger, Statement }) => [Trigger, Statement]),
    await database.query(`SHOW DATABASES LIKE '${database.name}\\_%'`),
  ];
  const before = await look();
  const options = ['--target', database.url, '--retired', 'keep', ...(one.options ?? [])];
  const forward = ['--alter', `ALTER TABLE t ${one.forward}`, '--algorithm', 'copy', '--allow', 'drop-column'];
  const there = await run(folder, ['migrate', ...options, ...forward]);
  assert.equal(there.exitCode, 0, there.stderr);
  for (const statement of one.meanwhile) await database.query(statement);
  const back = await run(folder, ['revert', '--table', 't', ...options, '--retired', 'drop']);
  assert.equal(back.exitCode, 0, back.stdout + back.stderr);
  assert.doesNotMatch(back.stdout + back.stderr, /cannot be read/u);
  assert.deepEqual(await look(), before);
  const rows = await database.query('SELECT * FROM t ORDER BY 1, 2');
  assert.deepEqual(
    rows.map((row) => Object.values(row)),
    one.rows,
  );
  await rm(folder, { recursive: true });
}
