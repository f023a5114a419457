import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { casesFor, createDatabase, type TestDatabase, testServers } from '../../../test/support/servers/index.ts';
import { parseFile } from '../../sql/parser/script/parsed-file.ts';
import { altersOf } from '../clauses-of.ts';
import { lintFile } from '../lint-file.ts';
import { rules } from '../rules.ts';
import { alteredShape } from './altered-shape.ts';
import type { Difference } from './difference.ts';
import { readShape } from './table-shape.ts';

/*
 * The definition of a table before and after comes from the server in a plan. Elsewhere the text of the statement is applied to the
 * definition before. Both must give the same findings, or a merge would not keep to what a plan has shown.
 */

/** The definition, the statement, and the rules of the definition that must speak. */
const cases: readonly (readonly [table: string, statement: string, found: readonly string[]])[] = [
  ['a INT NOT NULL DEFAULT 1', 'MODIFY a BIGINT', ['modify-drops-attributes']],
  ['a INT NOT NULL DEFAULT 1', 'MODIFY a BIGINT NOT NULL DEFAULT 1', []],
  ['a INT NOT NULL', 'MODIFY a BIGINT NULL', []],
  ["a INT COMMENT 'it''s'", 'CHANGE a a INT', ['modify-drops-attributes']],
  [
    'a TIMESTAMP NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP',
    'MODIFY a TIMESTAMP NULL',
    ['modify-drops-attributes'],
  ],
  ['a VARCHAR(9) CHARACTER SET latin1', 'MODIFY a VARCHAR(9)', ['modify-drops-attributes']],
  ['a VARCHAR(20)', 'MODIFY a VARCHAR(40)', []],
  ['a VARCHAR(20)', 'MODIFY a TEXT', []],
  ['a INT', 'MODIFY a BIGINT', []],
  ['a INT', 'MODIFY a INTEGER', []],
  ['a VARCHAR(20)', 'MODIFY a VARCHAR(19)', ['shrink-column']],
  ['a TEXT', 'MODIFY a VARCHAR(400)', ['shrink-column']],
  ['a VARCHAR(200)', 'MODIFY a TINYTEXT', ['shrink-column']],
  ['a VARBINARY(20)', 'MODIFY a VARBINARY(2)', ['shrink-column']],
  ['a CHAR(3)', 'MODIFY a CHAR(2)', ['shrink-column']],
  ['a INT', 'MODIFY a TINYINT', ['narrow-numeric']],
  ['a INT', 'MODIFY a INT UNSIGNED', ['narrow-numeric']],
  ['a INT UNSIGNED', 'MODIFY a INT', ['narrow-numeric']],
  ['a DECIMAL(10,4)', 'MODIFY a DECIMAL(10,2)', ['narrow-numeric']],
  ['a DECIMAL(10,2)', 'MODIFY a DECIMAL(12,2)', []],
  ['a DOUBLE', 'MODIFY a INT', ['narrow-numeric']],
  ['a INT', 'MODIFY a FLOAT', ['narrow-numeric']],
  ['a DATETIME(6)', 'MODIFY a DATETIME', ['temporal-precision-loss']],
  ['a DATETIME', 'MODIFY a DATE', ['temporal-precision-loss']],
  ['a DATETIME NULL', 'MODIFY a TIMESTAMP NULL', ['temporal-precision-loss']],
  ['a DATETIME', 'MODIFY a DATETIME(3)', []],
  ["a ENUM('x','y')", "MODIFY a ENUM('x')", ['enum-set-incompatible']],
  ["a ENUM('x','y')", "MODIFY a ENUM('y','x')", ['enum-set-incompatible']],
  ["a ENUM('x','y')", "MODIFY a ENUM('x','y','z')", []],
  ["a SET('x','y')", "MODIFY a SET('y')", ['enum-set-incompatible']],
  ['a VARCHAR(9)', 'MODIFY a INT', ['change-column-type']],
  ['a INT', 'MODIFY a VARCHAR(20)', ['change-column-type']],
  ['a VARCHAR(9)', 'MODIFY a VARCHAR(9) CHARACTER SET latin1', ['charset-lossy']],
  ['a VARCHAR(9) CHARACTER SET latin1', 'MODIFY a VARCHAR(9) CHARACTER SET utf8mb4', []],
  ['a VARCHAR(9)', 'CONVERT TO CHARACTER SET latin1', ['charset-lossy']],
  [
    'a VARCHAR(9) COLLATE utf8mb4_bin, UNIQUE KEY k (a)',
    'MODIFY a VARCHAR(9) COLLATE utf8mb4_general_ci',
    ['collation-change-on-unique'],
  ],
  ['a VARCHAR(9) COLLATE utf8mb4_general_ci, UNIQUE KEY k (a)', 'MODIFY a VARCHAR(9) COLLATE utf8mb4_bin', []],
  ['a INT NULL', 'MODIFY a INT NOT NULL', ['not-null-on-existing']],
  [
    'a INT NULL, UNIQUE KEY k (a)',
    'DROP PRIMARY KEY, ADD PRIMARY KEY (a)',
    ['not-null-on-existing', 'redundant-index'],
  ],
  ['a INT, b INT, UNIQUE KEY k (a, b)', 'DROP COLUMN a', ['drop-column-narrows-unique']],
  ['a INT, b INT, UNIQUE KEY k (a, b)', 'DROP COLUMN a, DROP INDEX k', []],
  ['a INT, b INT, KEY k (a)', 'ADD KEY l (a, b)', ['redundant-index']],
  ['a INT, b INT, KEY k (a)', 'ADD KEY (b)', []],
  ['a INT', 'RENAME COLUMN a TO b', []],
  ['a INT, KEY k (a)', 'CHANGE a b BIGINT', []],
  ['a INT', 'ADD COLUMN b INT, ADD KEY (b)', []],
];

const corpus = readFileSync(new URL('../../sql/fixtures/server-verdicts.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line): { readonly sql: string } => JSON.parse(line))
  .map(({ sql }) => sql.replace(/\bapp\.(?=users)/u, ''));

const tables = ['small', 'full'].map((name) =>
  readFileSync(new URL(`../../../test/scenarios/corpus/${name}.sql`, import.meta.url), 'utf8'),
);

function definitionsOf(table: string): readonly string[] {
  return tables.flatMap((text) =>
    text
      .split(/;\s*\n/u)
      .map((one) => one.trim())
      .filter((one) => one.startsWith(`CREATE TABLE ${table} `)),
  );
}

for (const server of testServers()) {
  describe(`what a statement makes of a table on ${server.name}`, { timeout: 300_000 }, () => {
    for (const [columns, change, found] of casesFor(server, cases)) {
      test(`${columns}: ${change}`, async () => {
        await using database = await createDatabase(server);
        await database.query(`CREATE TABLE t (id INT PRIMARY KEY, ${columns}) DEFAULT CHARSET=utf8mb4`);
        // MariaDB refuses what would narrow a key.
        const isRefused = server.flavor === 'mariadb' && found.includes('drop-column-narrows-unique');
        if (isRefused) return;
        const told = await findings(database, 't', `ALTER TABLE t ${change}`);
        assert.deepEqual(told, { fromServer: found, fromText: found });
      });
    }

    test('of the corpus, the server and the text give the same findings', async () => {
      const differing: unknown[] = [];
      let compared = 0;
      await using database = await createDatabase(server);
      for (const sql of corpus) {
        const [alter] = altersOf(parseFile('1.sql', sql));
        if (alter === undefined) continue;
        const { name } = alter.table;
        for (const create of definitionsOf(name)) {
          await database.query(`DROP TABLE IF EXISTS \`${name}\``);
          // What the server refuses has no definition afterwards.
          const isMade = await database.query(create).then(() => true);
          const told = isMade ? await findings(database, name, sql).catch(() => null) : null;
          if (told === null) continue;
          compared += 1;
          if (told.fromServer.join() !== told.fromText.join()) differing.push({ sql, ...told });
        }
      }
      assert.deepEqual(differing, []);
      assert.ok(compared > 100, String(compared));
    });
  });
}

/** The rules of the definition that speak, once with what the server made of the table and once with what the text says. */
async function findings(database: TestDatabase, table: string, sql: string) {
  const read = async (): Promise<ReturnType<typeof readShape>> =>
    readShape(String((await database.query(`SHOW CREATE TABLE \`${table}\``))[0]?.['Create Table']));
  const before = await read();
  await database.query(sql);
  const after = await read();
  const [alter] = altersOf(parseFile('1.sql', sql));
  assert.ok(before !== null && after !== null && alter !== undefined);
  const rulesFor = (made: Difference['after']): string[] => {
    const difference: Difference = { from: 'server', before, after: made, rows: { kind: 'none' }, way: null };
    const differences = new Map([[alter.start, difference]]);
    return lintFile({ path: '1.sql', text: sql, differences })
      .map(({ rule }) => rule)
      .filter((id) => ofDefinition.has(id))
      .toSorted();
  };
  return { fromServer: rulesFor(after), fromText: rulesFor(alteredShape(before, alter, sql)) };
}

const ofDefinition = new Set([
  ...rules.filter(({ needs }) => needs === 'definition').map(({ id }) => id),
  'no-primary-key',
  'redundant-index',
]);
