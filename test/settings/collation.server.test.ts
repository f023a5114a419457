import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type mysql from 'mysql2/promise';
import { run } from '../cli/cli.ts';
import {
  casesFor,
  createDatabase,
  query,
  type RunningServer,
  releaseOf,
  startServer,
  type TestDatabase,
} from '../support/servers/index.ts';

/* What is compared in a statement of a person, and is no column, is compared as a client of the server compares it. */

interface Statement {
  readonly text: string;
  readonly flags: readonly string[];
  /** What is asked afterwards, in a session of a person. An answer may be an error. */
  readonly questions: readonly string[];
}

const table = `CREATE TABLE t (id INT AUTO_INCREMENT PRIMARY KEY, a INT NULL, v VARCHAR(20) NULL, j JSON NULL)
  DEFAULT CHARSET = utf8mb4`;
const letters = `INSERT INTO t (v, j) VALUES ('x', '{"n":"😀"}'), ('x', '{"n":"😁"}'), ('x', '{"n":"a "}'), ('x', '{"n":"b"}')`;
const numbers = `INSERT INTO t (j) WITH RECURSIVE counted AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM counted WHERE i < 500)
  SELECT CONCAT('{"n":"r', i, '"}') FROM counted`;

const name = "CAST(j->>'$.n' AS CHAR(30))";
const nameOnBoth = "CAST(JSON_UNQUOTE(JSON_EXTRACT(j, '$.n')) AS CHAR(30))";
const all = ['SELECT * FROM t ORDER BY id'];
const allowed = ['--allow', 'add-unique-index'];

const data: readonly Statement[] = [
  `DELETE FROM t WHERE ${nameOnBoth} = '😀'`,
  `DELETE FROM t WHERE ${nameOnBoth} IN ('a', 'B')`,
  "UPDATE t SET v = IF('a' = 'A ', 'equal', 'other')",
  "UPDATE t SET v = COLLATION('a')",
  "UPDATE t SET v = IF(CONCAT(id) = '1 ', 'equal', 'other')",
].map((text) => ({ text, flags: ['--data-statements', 'run'], questions: all }));

const used = [`EXPLAIN FORMAT=TRADITIONAL SELECT id FROM t WHERE ${name} = 'r7'`];
/** What a unique key takes beside what is there. */
const taken = ['😀', '😁', 'a', 'a ', 'ss', 'ß'].map((it) => `INSERT INTO t (j) VALUES ('{"n":"${it}"}')`);
const made = [
  `CREATE TABLE made (id INT AUTO_INCREMENT PRIMARY KEY, j JSON NULL, UNIQUE KEY f ((${name})))`,
  ...taken.map((it) => it.replace('INTO t ', 'INTO made ')),
];

/** MariaDB has no index on an expression. */
const indexes: readonly Statement[] = [
  { text: `ALTER TABLE t ADD INDEX f ((${name}))`, flags: [], questions: used },
  { text: `ALTER TABLE t ADD INDEX f ((${name})), MODIFY a BIGINT NULL`, flags: [], questions: used },
  { text: `ALTER TABLE t ADD INDEX f ((${name}))`, flags: ['--algorithm', 'copy'], questions: used },
  { text: `ALTER TABLE t ADD UNIQUE KEY f ((${name}))`, flags: allowed, questions: [...used, ...taken] },
  {
    text: `ALTER TABLE t ADD UNIQUE KEY f ((${name})), MODIFY a BIGINT NULL`,
    flags: allowed,
    questions: [...used, ...taken],
  },
  { text: made[0] ?? '', flags: [], questions: made.slice(1) },
];

const added: readonly Statement[] = [
  "ADD g INT AS ('a' = 'A ') STORED",
  `ADD g INT AS (${nameOnBoth} = '😀') STORED`,
  "ADD g INT DEFAULT ('😀' = '😁'), ADD h VARCHAR(60) DEFAULT (COLLATION('x'))",
  'ADD g VARCHAR(60) AS (COLLATION(CONCAT(id))) VIRTUAL',
  "ADD CHECK (CONCAT(a) <> '1 ')",
].flatMap((text) => [
  { text: `ALTER TABLE t ${text}`, flags: ['--algorithm', 'copy'], questions: all },
  { text: `ALTER TABLE t ${text}`, flags: [], questions: all },
]);

const servers = [
  { name: 'mysql-9.7', globals: [], cases: [...data, ...indexes, ...added] },
  {
    name: 'mysql-9.7',
    globals: ['default_collation_for_utf8mb4 = utf8mb4_general_ci'],
    cases: [...data, ...indexes, ...added],
  },
  { name: 'mariadb-10.11', globals: [], cases: [...data, ...added] },
] as const;

for (const { name: serverName, globals, cases } of servers) {
  describe(`on ${[serverName, ...globals].join(' with ')}`, { concurrency: 1, timeout: 600_000 }, () => {
    let server: RunningServer;
    before(async () => {
      server = await startServer({ name: serverName });
      for (const global of globals) await query(server, `SET GLOBAL ${global}`);
    });
    after(() => server[Symbol.asyncDispose]());

    for (const statement of casesFor(releaseOf(serverName), cases))
      it([statement.text, ...statement.flags].join(' '), async () => {
        const [control, shipped] = await Promise.all(['server', 'ghostship'].map(() => prepare(server)));
        assert.ok(control !== undefined && shipped !== undefined);
        await using theirs = control;
        await using ours = shipped;
        const refusal = await refusalOf(theirs, statement.text);
        const { exitCode, said } = await ship(ours, statement);
        assert.equal(exitCode, refusal === null ? 0 : 1, `the server: ${refusal}\n${said}`);
        assert.deepEqual(await answers(ours, statement.questions), await answers(theirs, statement.questions));
      });
  });
}

async function prepare(server: RunningServer): Promise<TestDatabase> {
  const database = await createDatabase(server);
  for (const text of [table, letters, numbers, 'ANALYZE TABLE t']) await database.query(text);
  return database;
}

async function connectAsPerson(database: TestDatabase): Promise<mysql.Connection> {
  const session = await database.connect();
  await session.query('SET NAMES utf8mb4');
  return session;
}

async function refusalOf(database: TestDatabase, text: string): Promise<string | null> {
  const session = await connectAsPerson(database);
  try {
    await session.query(text);
    return null;
  } catch (error) {
    return String(error);
  } finally {
    session.destroy();
  }
}

async function answers(database: TestDatabase, questions: readonly string[]): Promise<unknown> {
  const session = await connectAsPerson(database);
  const given: unknown[] = [];
  for (const text of questions) {
    try {
      const [rows] = await session.query(text);
      given.push(text.startsWith('EXPLAIN') ? keysOf(rows) : text.startsWith('INSERT') ? 'taken' : rows);
    } catch (error) {
      given.push(String(error).replaceAll(database.name, ''));
    }
  }
  session.destroy();
  return given;
}

function keysOf(plan: unknown): unknown {
  return (plan as { key: unknown }[]).map(({ key }) => key);
}

async function ship(database: TestDatabase, { text, flags }: Statement) {
  const folder = await mkdtemp(join(tmpdir(), 'ghostship-collation-'));
  try {
    await mkdir(join(folder, 'migrations'));
    await writeFile(join(folder, 'migrations/1.sql'), `${text};\n`);
    const { exitCode, stdout, stderr } = await run(folder, ['migrate', '--target', database.url, ...flags]);
    return { exitCode, said: `${stdout}${stderr}` };
  } finally {
    await rm(folder, { recursive: true });
  }
}
