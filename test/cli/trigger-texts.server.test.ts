import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { casesFor, createDatabase, type TestServer, testServers } from '../support/servers/index.ts';
import { run } from './cli.ts';

/* Triggers that are carried do, letter for letter, what they did. */

const R = String.raw;

interface Case {
  readonly body: string;
  readonly mode?: string;
}

const cases: readonly Case[] = [
  { body: R`SET NEW.v = REGEXP_REPLACE(NEW.v, '\\d', '#')` },
  { body: R`SET NEW.v = CONCAT(NEW.v, 'a\\b')` },
  { body: R`SET NEW.v = CONCAT(NEW.v, 'a\nb\'c')` },
  { body: "SET NEW.v = CONCAT(NEW.v, 'it''s')" },
  { body: `SET NEW.v = CONCAT(NEW.v, "it's ""so""")` },
  { body: "SET NEW.v = CONCAT(NEW.v, _latin1'caf\u00E9', N'\u00FC', _utf8mb4'\u{1F600}')" },
  { body: "SET NEW.v = CONCAT(NEW.v, x'41', b'01000010', 0x43)" },
  { body: "/* of the 'shop' */ SET NEW.v = CONCAT(NEW.v, 1) -- 'it" },
  { body: R`BEGIN DECLARE s TEXT DEFAULT '\\'; IF NEW.v LIKE 'a\_%' THEN SET NEW.v = CONCAT(s, '%'); END IF; END` },
  { body: R`SET NEW.v = CONCAT(NEW.v, 'c:\')`, mode: 'NO_BACKSLASH_ESCAPES' },
  { body: R`SET NEW."v" = CONCAT(NEW."v", 'a "b" \\')`, mode: 'ANSI_QUOTES' },
  { body: "SET NEW.v = NEW.v || 'it''s'", mode: 'PIPES_AS_CONCAT' },
];

for (const server of testServers()) {
  describe(`triggers that are carried on ${server.name}`, { timeout: 300_000 }, () => {
    let folder = '';
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'ghostship-triggers-'));
    });
    after(() => rm(folder, { recursive: true }));
    for (const one of casesFor(server, cases))
      test(`${one.body} (${one.mode ?? 'the usual mode'})`, () => play(server, folder, one));
  });
}

async function play(server: TestServer, folder: string, { body, mode = '' }: Case): Promise<void> {
  await using database = await createDatabase(server);
  const session = await database.connect();
  try {
    for (const table of ['t', 'control'])
      await session.query(`CREATE TABLE ${table} (id INT PRIMARY KEY, v VARCHAR(200)) DEFAULT CHARSET = utf8mb4`);
    await session.query(`SET SESSION sql_mode = '${mode}'`);
    for (const table of ['t', 'control']) {
      await session.query(
        `CREATE TRIGGER later_${table} BEFORE INSERT ON ${table} FOR EACH ROW SET NEW.v = LOWER(NEW.v)`,
      );
      const order = `PRECEDES later_${table}`;
      await session.query(`CREATE TRIGGER own_${table} BEFORE INSERT ON ${table} FOR EACH ROW ${order} ${body}`);
    }
    const args = ['--alter', 'ALTER TABLE t ADD COLUMN added INT', '--algorithm', 'copy', '--triggers', 'carry'];
    const migrated = await run(folder, ['migrate', '--target', database.url, ...args]);
    assert.equal(migrated.exitCode, 0, migrated.stderr);
    for (const table of ['t', 'control']) await session.query(`INSERT INTO ${table} (id, v) VALUES (1, 'A_5 x')`);
    const valueIn = async (table: string): Promise<unknown> =>
      (await database.query(`SELECT HEX(v) AS v FROM ${table}`))[0]?.v;
    assert.equal(await valueIn('t'), await valueIn('control'));
    const shown = async (name: string): Promise<string> => {
      const [row] = await database.query(`SHOW CREATE TRIGGER ${name}`);
      return textOf(row?.['SQL Original Statement']).replace(/^[\s\S]*?\bFOR EACH ROW\s+(?:PRECEDES \S+\s+)?/u, '');
    };
    assert.equal(await shown('own_t'), await shown('own_control'));
  } finally {
    await session.end();
  }
}

function textOf(value: unknown): string {
  assert.equal(typeof value, 'string');
  return value as string;
}
