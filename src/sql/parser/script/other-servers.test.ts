import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ServerDialect } from '../executable-comment.ts';
import { readingMode } from '../reading-mode.ts';
import { parseFile } from './parsed-file.ts';

/* Comments that one server runs and another skips. */

const alter = 'ALTER TABLE t ADD a INT;';
const mysql: ServerDialect = { flavor: 'mysql', version: '9.7.4' };
const mariadb: ServerDialect = { flavor: 'mariadb', version: '10.11.18-MariaDB-log' };

const dialects: readonly (readonly [text: string, skippedBy: readonly ServerDialect[]])[] = [
  ['/*!99999 ALTER TABLE t ADD b INT */;', [mysql, mariadb]],
  ['/*!90800 ALTER TABLE t ADD b INT */;', [mysql, mariadb]],
  ['/*!80000 ALTER TABLE t ADD b INT */;', [mariadb]],
  ['/*!50503 UPDATE t SET a = 1 */;', []],
  ['/*M! DROP TABLE t */;', [mysql]],
  ['/*M!101200 DROP TABLE t */;', [mysql, mariadb]],
  ["/*!80000 SET sql_mode = 'ANSI_QUOTES' */;", [mariadb]],
  ['/*M!100616 SET foreign_key_checks = (SELECT 0) */;', [mysql]],
];

for (const [text, skippedBy] of dialects) {
  test(`passed over by the servers that skip it: ${text}`, () => {
    for (const server of [mysql, mariadb, null]) {
      const { statements, leftOut } = parseFile('1.sql', `${text}\n${alter}`, readingMode([], false, server), 'shop');
      const isSkipped = server !== null && skippedBy.includes(server);
      assert.equal(statements.length, isSkipped ? 1 : 2, server?.version);
      assert.deepEqual(
        leftOut.map(({ why }) => why),
        isSkipped ? ['a comment for other servers'] : [],
      );
    }
  });
}

test('a part of a statement that the server skips is not read', () => {
  const clauses = (server: ServerDialect): unknown => {
    const text = 'ALTER TABLE t ADD a INT /*!80000 , DROP COLUMN b */;';
    const [alter] = parseFile('1.sql', text, readingMode([], false, server)).statements;
    return alter?.kind === 'alter-table' ? alter.clauses.map(({ kind }) => kind) : null;
  };
  assert.deepEqual(clauses(mysql), ['add-column', 'drop-column']);
  assert.deepEqual(clauses(mariadb), ['add-column']);
});
