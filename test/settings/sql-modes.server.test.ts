import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type mysql from 'mysql2/promise';
import { runCommand } from '../support/scenario/run-command.ts';
import { describeDifference, readContent } from '../support/scenario/table-content.ts';
import { describeDatabase } from '../support/scenario/table-description.ts';
import { createDatabase, query, type RunningServer, startServer, type TestDatabase } from '../support/servers/index.ts';

/* A statement means what it means in a session of its author, whatever sql_mode the server gives it. */

const table = String.raw`CREATE TABLE § (
  id INT NOT NULL PRIMARY KEY,
  code VARCHAR(20) NOT NULL DEFAULT 'a\\b''c"d',
  n INT NULL,
  d DATE NULL,
  label VARCHAR(40) NULL COMMENT 'it''s "\\"',
  sum VARCHAR(80) AS (CONCAT(code, '"', n)) STORED,
  old INT NULL,
  KEY by_n (n),
  CHECK (label <> 'it"s')
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='\\'`;

const rows = String.raw`INSERT INTO § (id, code, n, d, label) VALUES
  (1, '1', 1, '2020-01-01', 'x'), (2, '0', 0, NULL, '\\'), (3, '\'"', NULL, '2021-02-03', NULL)`;

/** A trigger keeps the mode of the session that made it. */
const trigger = `CREATE TRIGGER §_filled BEFORE INSERT ON § FOR EACH ROW SET NEW."label" = 'c:\\' || NEW."code"`;
const triggerMode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES,PIPES_AS_CONCAT';

/** What these mean, or whether they mean anything, is a matter of the mode. */
const everywhere = String.raw`ALTER TABLE § ADD COLUMN g VARCHAR(80) AS (n || id) STORED, MODIFY d DATE NULL, ADD COLUMN r REAL NULL,
  ADD COLUMN e VARCHAR(9) NOT NULL DEFAULT '', ADD COLUMN s VARCHAR(30) NOT NULL DEFAULT 'a\\b', COMMENT = '\\'`;
/** MySQL computes it by the mode of the session, so that NO_BACKSLASH_ESCAPES keeps a copy from it; see computed-columns.server.test.ts. */
const checked = String.raw`${everywhere}, ADD CHECK (code <> 'x\\y')`;
const names = ['ALTER TABLE "§" ADD COLUMN "a ""b" INT NULL, DROP COLUMN "old"', 'CREATE INDEX "by d" ON "§" ("d")'];
const backslashes = [
  String.raw`ALTER TABLE § DROP COLUMN old, ADD COLUMN p VARCHAR(20) NULL DEFAULT 'c:\', ADD COLUMN q CHAR(3) COMMENT '\n'`,
];
const strings = [
  String.raw`ALTER TABLE § ADD COLUMN q VARCHAR(20) NOT NULL DEFAULT "it's", COMMENT '\'; DROP TABLE §; -- '`,
];

const modes: Readonly<Record<string, readonly string[]>> = {
  STRICT_TRANS_TABLES: [checked, ...strings],
  ANSI_QUOTES: [checked, ...names, 'ALTER TABLE § ADD q CHAR(9) DEFAULT "x"'],
  NO_BACKSLASH_ESCAPES: [everywhere, ...backslashes],
  PIPES_AS_CONCAT: [checked, ...strings],
  ANSI: [checked, ...names],
  'ANSI,NO_BACKSLASH_ESCAPES': [everywhere, ...names, ...backslashes],
};

const servers = ['mysql-9.7', 'mariadb-10.11'] as const;

for (const name of servers) {
  describe(`on ${name}`, { concurrency: 1, timeout: 900_000 }, () => {
    let server: RunningServer;
    before(async () => {
      server = await startServer({ name });
    });
    after(() => server[Symbol.asyncDispose]());

    const own = {
      ...modes,
      ...(name.startsWith('mariadb')
        ? { ORACLE: [checked, ...names], NO_BACKSLASH_ESCAPES: [checked, ...backslashes] }
        : {}),
    };

    for (const [mode, statements] of Object.entries(own)) {
      for (const statement of statements) {
        it(`${mode}: ${statement}`, async () => {
          await query(server, `SET GLOBAL sql_mode = '${mode}'`);
          await using database = await createDatabase(server);
          await expectSame(database, statement);
        });
      }
    }
  });
}

/** By copying and as it comes, with the plan before it, against the server itself in a session as the server gives it. */
async function expectSame(database: TestDatabase, statement: string): Promise<void> {
  for (const it of ['control', 'copied', 'altered']) await prepare(database, it);
  const session = await database.connect();
  const refusal = await refusalOf(session, statement.replaceAll('§', 'control'));
  await prepareSession(session);
  for (const [it, flags] of [
    ['copied', ['--algorithm', 'copy']],
    ['altered', []],
  ] as const) {
    const own = statement.replaceAll('§', it);
    const shown = async (): Promise<string> => (await describeDatabase(database, it)).definition;
    const before = await shown();
    const plan = await ship('plan', database.url, own);
    assert.equal(await shown(), before);
    const migrate = await ship('migrate', database.url, own, ...flags);
    const said = `${it}, refused by the server: ${refusal}\n${plan.said}\n${migrate.said}`;
    assert.deepEqual([plan.exitCode, migrate.exitCode], refusal === null ? [0, 0] : [1, 1], said);
    assert.equal(describeDifference(await readContent(database, it), await readContent(database, 'control')), null);
    assert.equal(
      nameless(await shown(), it),
      nameless((await describeDatabase(database, 'control')).definition, 'control'),
    );
    assert.deepEqual(await triggersOf(database, it), await triggersOf(database, 'control'));
  }
  session.destroy();
}

async function prepare(database: TestDatabase, it: string): Promise<void> {
  await database.query("SET SESSION sql_mode = 'STRICT_ALL_TABLES'");
  for (const sql of [table, rows]) await database.query(sql.replaceAll('§', it));
  await database.query(`SET SESSION sql_mode = '${triggerMode}'`);
  await database.query(trigger.replaceAll('§', it));
  await database.query("SET SESSION sql_mode = 'STRICT_ALL_TABLES'");
}

async function prepareSession(session: mysql.Connection): Promise<void> {
  await session.query("SET SESSION sql_mode = 'STRICT_ALL_TABLES'");
}

async function refusalOf(session: mysql.Connection, statement: string): Promise<string | null> {
  try {
    await session.query(statement);
    return null;
  } catch (error) {
    return String(error);
  }
}

async function ship(command: string, target: string, alter: string, ...flags: readonly string[]) {
  const args = [
    command,
    '--target',
    target,
    '--alter',
    alter,
    '--triggers',
    'carry',
    '--allow',
    'drop-column',
    ...flags,
  ];
  const { exitCode, output } = await runCommand({ args }, AbortSignal.timeout(60_000));
  return { exitCode, said: `${command}: ${output}` };
}

function nameless(definition: string, name: string): string {
  return definition.replaceAll(name, '§');
}

async function triggersOf(database: TestDatabase, table: string): Promise<string> {
  const found = await database.query(
    `SELECT TRIGGER_NAME AS name, SQL_MODE AS mode, ACTION_STATEMENT AS body FROM information_schema.TRIGGERS
     WHERE TRIGGER_SCHEMA = DATABASE() AND EVENT_OBJECT_TABLE = '${table}'`,
  );
  return nameless(JSON.stringify(found), table);
}
