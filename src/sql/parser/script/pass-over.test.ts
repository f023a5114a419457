import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readingMode } from '../reading-mode.ts';
import { parseFile } from './parsed-file.ts';

/** What is passed over, what is left to run, and why a statement that could be passed over cannot be. */
function read(text: string, ...modes: readonly string[]) {
  const { statements, leftOut } = parseFile('1.sql', text, readingMode(modes), 'shop');
  return {
    idle: leftOut.filter(({ kind }) => kind === 'idle').map(({ why }) => why),
    run: statements.map((statement) => (statement.kind === 'other' ? statement.verb : statement.kind)),
    why: statements.flatMap((statement) => (statement.kind === 'other' ? (statement.why ?? []) : [])),
  };
}

const alter = 'ALTER TABLE t ADD a INT;';
const key = 'ALTER TABLE t ADD FOREIGN KEY (p) REFERENCES parents (id);';

const passedOver: readonly string[] = [
  'SET NAMES utf8;',
  "SET NAMES 'utf8mb4' COLLATE 'utf8mb4_unicode_ci';",
  'SET NAMES DEFAULT;',
  '/*!40101 SET NAMES utf8mb3 */;',
  'SET CHARACTER SET utf8mb4;',
  '/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;',
  '/*!40101 SET @saved_cs_client     = @@character_set_client */; /*!50503 SET character_set_client = utf8mb4 */;',
  '/*!40014 SET @OLD_UNIQUE_CHECKS=@@UNIQUE_CHECKS, UNIQUE_CHECKS=0 */;',
  '/*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;',
  "/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;",
  'SET SQL_MODE = "NO_AUTO_VALUE_ON_ZERO";',
  "SET SESSION sql_mode := '';",
  'SET @@session.foreign_key_checks = OFF;',
  'SET LOCAL foreign_key_checks = 1;',
  "/*!40103 SET @OLD_TIME_ZONE=@@TIME_ZONE */; /*!40103 SET TIME_ZONE='+00:00' */;",
  '/*!40111 SET @OLD_SQL_NOTES=@@SQL_NOTES, SQL_NOTES=0 */;',
  'SET autocommit = 0;',
  'SET time_zone = SYSTEM;',
  'SET default_storage_engine = InnoDB, sql_big_selects = 1;',
  'START TRANSACTION;',
  'START TRANSACTION READ WRITE;',
  'BEGIN;',
  'BEGIN WORK;',
  'COMMIT;',
  'USE shop;',
  'USE `shop`;',
  'LOCK TABLES `t` WRITE; UNLOCK TABLES;',
  'LOCK TABLES `t` AS `a` LOW_PRIORITY WRITE, shop.u b READ LOCAL; UNLOCK TABLES;',
  'LOCK TABLES `t` WRITE; /*!40000 ALTER TABLE `t` DISABLE KEYS */; /*!40000 ALTER TABLE `t` ENABLE KEYS */; UNLOCK TABLES;',
  'SELECT 1;',
  "SELECT 'so far' AS message;",
  'SELECT COUNT(*), MAX(`id`) FROM t WHERE id IN (1, 2);',
  '/*M!999999\\- enable the sandbox mode */;',
  '/*M!100616 SET @OLD_NOTE_VERBOSITY=@@NOTE_VERBOSITY, NOTE_VERBOSITY=0 */;',
  '/*M!100616 SET NOTE_VERBOSITY=@OLD_NOTE_VERBOSITY */;',
  '/*!80000 SET SESSION information_schema_stats_expiry=0 */;',
  '/*!80018 SET SESSION show_create_table_skip_secondary_engine=1 */;',
  "/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='' */; /*!40101 SET SQL_MODE=IFNULL(@OLD_SQL_MODE, '') */;",
  "/*!40103 SET @OLD_TIME_ZONE=@@TIME_ZONE */; /*!40103 SET TIME_ZONE=IFNULL(@OLD_TIME_ZONE, 'system') */;",
  'SET @OLD=@@FOREIGN_KEY_CHECKS; SET FOREIGN_KEY_CHECKS=IF(@OLD IS NULL, 1, @OLD);',
  '/*!40111 SET SQL_NOTES=IFNULL(@OLD_SQL_NOTES, 1) */;',
];

for (const text of passedOver) {
  test(`passed over: ${text}`, () => {
    const { idle, run, why } = read(`${text}\n${alter}`);
    assert.deepEqual({ idle: idle.length, run, why }, { idle: 1, run: ['alter-table'], why: [] });
  });
}

const refused: readonly (readonly [text: string, why: RegExp])[] = [
  [`SET NAMES latin1; ${alter}`, /latin1.*UTF-8/u],
  [`SET CHARACTER SET cp1251; ${alter}`, /cp1251/u],
  [`SET character_set_client = binary; ${alter}`, /binary/u],
  [`SET foreign_key_checks = @old; ${alter}`, /@old/u],
  [`SET foreign_key_checks = (SELECT 0); ${alter}`, /Its value is not known here/u],
  [`SET @b = 1, foreign_key_checks = IFNULL(@c, 1); ${alter}`, /@c holds is not known/u],
  [
    `SET @b = @@foreign_key_checks, foreign_key_checks = IF(@b IS NULL, 1, 0); ${alter}`,
    /Its value is not known here/u,
  ],
  [`SET @b = 1, sql_mode = CONCAT(@@sql_mode, ',ANSI_QUOTES'); ${alter}`, /Its value is not known here/u],
  [`SET @a = CONCAT(1); ${alter}`, /Its value is not known here/u],
  [`USE other; ${alter}`, /shop/u],
  [`SET sql_mode = 'ANSI_QUOTES'; ${alter}`, /ANSI_QUOTES/u],
  [`SET sql_mode = 'NO_BACKSLASH_ESCAPES,STRICT_ALL_TABLES'; ${alter}`, /NO_BACKSLASH_ESCAPES/u],
  [`LOCK TABLES t WRITE;\n${alter}\nUNLOCK TABLES;`, /line 2/iu],
  [`LOCK TABLES t WRITE;`, /unlocks/u],
  [`LOCK TABLES t WRITE;\nINSERT INTO u VALUES (1);\nUNLOCK TABLES;`, /line 2 stands under this lock/u],
  [`LOCK TABLES t READ;\nINSERT INTO t VALUES (1);\nUNLOCK TABLES;`, /line 2 stands under this lock/u],
  [
    `LOCK TABLES t WRITE;\nINSERT INTO t VALUES (1);\nUPDATE t SET n = 2;\nUNLOCK TABLES;`,
    /Lines 2 and 3 .* others may write between them/u,
  ],
  [`SET time_zone = '+02:00';\nALTER TABLE t MODIFY c DATETIME;`, /line 2 depends on the time zone/iu],
  [`SET time_zone = '+02:00';\nALTER TABLE t ADD c TIMESTAMP DEFAULT '2024-01-01';`, /line 2/iu],
  [`START TRANSACTION; ${alter} ROLLBACK;`, /taken back/u],
];

for (const [text, reason] of refused) {
  test(`not passed over: ${text}`, () => {
    const { why } = read(text);
    assert.equal(why.length, 1);
    assert.match(why[0] ?? '', reason);
  });
}

const update = 'UPDATE t SET n = n + 1 WHERE id = 1;';
const insert = "INSERT INTO t (id, v) VALUES (1, 'a');";

/** Each would give other rows in the session of the file than in one of its own. */
const refusedForRows: readonly (readonly [text: string, why: RegExp])[] = [
  [`SET foreign_key_checks = 0;\nDELETE FROM parents WHERE id = 1;`, /line 2 depends/u],
  [`SET sql_mode = 'NO_AUTO_VALUE_ON_ZERO';\n${insert}`, /line 2 .*sql_mode/iu],
  [`SET sql_mode = '';\n${update}`, /line 2 .*sql_mode/iu],
  [`SET time_zone = '+05:00';\n${insert}`, /line 2 depends on the time zone/iu],
  [`SET NAMES utf8mb4 COLLATE utf8mb4_bin;\n${update}`, /line 2 compares texts/iu],
  [`SET NAMES utf8;\nINSERT INTO t (n) SELECT n FROM u;`, /line 2 compares texts/iu],
  [`SET collation_connection = utf8mb4_bin;\nDELETE FROM t WHERE 'a' = 'A';`, /line 2 compares texts/iu],
  [`SET @d = 9;\n${update}`, /@d has another value/u],
  [`SET sql_safe_updates = 1;\n${update}`, /sql_safe_updates/u],
  [`START TRANSACTION;\n${insert}\n${update}\nCOMMIT;`, /lines 2 and 3 would not be undone together/u],
  [`BEGIN;\n${insert}\n${update}`, /lines 2 and 3/u],
  [`SET autocommit = 0;\n${insert}\nCOMMIT;\n${insert}\n${update}\nCOMMIT;`, /lines 4 and 5/u],
  [`${insert}\nUPDATE r SET t_id = LAST_INSERT_ID();`, /LAST_INSERT_ID\(\) tells/u],
  ['DELETE FROM t WHERE id < last_insert_id( );', /LAST_INSERT_ID/u],
  ['INSERT INTO log (n) VALUES (ROW_COUNT());', /ROW_COUNT/u],
  ['INSERT INTO log (n) SELECT FOUND_ROWS();', /FOUND_ROWS/u],
  ['INSERT INTO log (n) VALUES (LASTVAL(s));', /LASTVAL/u],
  ['INSERT INTO log (n) VALUES (PREVIOUS VALUE FOR s);', /PREVIOUS VALUE/u],
  ['UPDATE t SET n = @@identity;', /@@identity/u],
  ['UPDATE t SET n = @@session.auto_increment_increment;', /@@session/u],
  ['UPDATE t SET n = (@n := 5);\nUPDATE u SET n = @N;', /@N tells/u],
  ['UPDATE t SET n = d.f(1) WHERE id = 1;', /function of another database/u],
  ['UPDATE t SET n = /*!50000 5 */ WHERE id = 1;', /comment that one server runs/u],
];

for (const [text, reason] of refusedForRows) {
  test(`not passed over where rows are changed: ${text}`, () => {
    const { why } = read(text);
    assert.equal(why.length, 1);
    assert.match(why[0] ?? '', reason);
  });
}

const harmlessForRows: readonly string[] = [
  `LOCK TABLES t WRITE; ${insert} ${insert} UNLOCK TABLES;`,
  `LOCK TABLES t WRITE, u READ; INSERT INTO t (n) SELECT n FROM u; UNLOCK TABLES; ${insert}`,
  `LOCK TABLES \`t\` WRITE; /*!40000 ALTER TABLE \`t\` DISABLE KEYS */; /*!80000 ${insert.slice(0, -1)} */; UNLOCK TABLES;`,
  `START TRANSACTION; ${update} UNLOCK TABLES; LOCK TABLES t WRITE; ${insert} UNLOCK TABLES;`,
  `SET NAMES utf8mb4; ${update}`,
  `SET NAMES utf8; ${insert}`,
  `SET @old = @@sql_mode, sql_mode = ''; SET sql_mode = @old; ${update}`,
  `SET sql_mode = ''; SET sql_mode = DEFAULT; ${update}`,
  `SET @d = 9; SET @d = @@sql_notes; ${update}`,
  `SET foreign_key_checks = 0; SET foreign_key_checks = 1; ${update}`,
  `SET unique_checks = 0; SET lock_wait_timeout = 5, SESSION innodb_lock_wait_timeout = 5; ${update}`,
  `START TRANSACTION; ${update} COMMIT;`,
  `START TRANSACTION; ${update} COMMIT; BEGIN; ${insert} COMMIT;`,
  `START TRANSACTION; ${update} ${alter} ${insert} COMMIT;`,
  `SET autocommit = 0; SET autocommit = 1; ${update} ${insert}`,
  `INSERT INTO t (id) VALUES (1) ON DUPLICATE KEY UPDATE id = LAST_INSERT_ID(id);`,
  `UPDATE t SET n = @@global.server_id;`,
  `UPDATE t, (SELECT @n := 0) AS start SET t.n = (@n := @n + 1);`,
];

for (const text of harmlessForRows) {
  test(`passed over though rows are changed: ${text}`, () => assert.deepEqual(read(text).why, []));
}

const leftAlone: readonly string[] = [
  'SET GLOBAL foreign_key_checks = 0;',
  'SET PERSIST sql_mode = "";',
  'SET @@global.sql_mode = "";',
  'SET sql_log_bin = 0;',
  'SET STATEMENT max_statement_time = 1 FOR SELECT 1;',
  'SET optimizer_switch = CONCAT(1);',
  'SET sql_mode =;',
  'SET NAMES;',
  'SET PASSWORD = "x";',
  'USE shop other;',
  'LOCK TABLES t;',
  'SELECT SLEEP(1);',
  'SELECT `shop`.`change_all`();',
  'SELECT id FROM t INTO @a;',
  'SELECT @a := 1;',
  'SELECT id FROM t FOR UPDATE;',
  'SELECT NEXT VALUE FOR s;',
  'BEGIN NOT ATOMIC SELECT 1; END;',
  'LOCK INSTANCE FOR BACKUP;',
  'COMMIT AND CHAIN;',
];

for (const text of leftAlone) {
  test(`no statement of that kind: ${text}`, () => {
    const { run, idle, why } = read(text);
    assert.notDeepEqual(run, []);
    assert.deepEqual([idle, why], [[], []]);
  });
}

test('what a file sets and takes back before it matters is passed over', () => {
  const text = `SET @old = @@foreign_key_checks, foreign_key_checks = 0; ${alter} SET foreign_key_checks = @old; ${key}`;
  assert.deepEqual(read(text), {
    idle: ['SET FOREIGN_KEY_CHECKS', 'SET FOREIGN_KEY_CHECKS'],
    run: ['alter-table', 'alter-table'],
    why: [],
  });
  const saved = `SET foreign_key_checks = 0; SET @old = @@foreign_key_checks; SET foreign_key_checks = @old;\n${key}`;
  assert.equal(parseFile('1.sql', saved, readingMode([]), 'shop').lenient.size, 1);
});

test('a switch of keys that stands by itself is a statement like others', () => {
  const { statements, leftOut } = parseFile('1.sql', 'ALTER TABLE t DISABLE KEYS;', readingMode([]), 'shop');
  assert.deepEqual([statements.length, leftOut.length], [1, 0]);
});

test('a mode that the server has already is passed over, and one without what the server has is not', () => {
  const text = `SET sql_mode = 'ANSI_QUOTES';`;
  assert.deepEqual(read(text, 'ANSI_QUOTES', 'STRICT_ALL_TABLES').why, []);
  assert.match(read("SET sql_mode = 'STRICT_ALL_TABLES';", 'PIPES_AS_CONCAT').why[0] ?? '', /PIPES_AS_CONCAT/u);
});

test('a statement behind a mode that refuses less than that of the server is told with it', () => {
  const under = (text: string, ...modes: readonly string[]): number =>
    parseFile('1.sql', `${text}\n${alter}`, readingMode(modes), 'shop').lenient.size;
  const strict = ['STRICT_TRANS_TABLES', 'NO_ZERO_DATE'];
  assert.equal(under("SET sql_mode = '';", ...strict), 1);
  assert.equal(under("SET sql_mode = 'STRICT_ALL_TABLES';", ...strict), 1);
  assert.equal(under("SET sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE';", ...strict), 0);
  assert.equal(under("SET sql_mode = 'TRADITIONAL';", ...strict), 0);
  assert.equal(under("SET @old = @@sql_mode, sql_mode = ''; SET sql_mode = @old;", ...strict), 0);
  assert.equal(under("SET sql_mode = '';"), 0);
});

test('a definition behind foreign_key_checks = 0 is told with it where they matter', () => {
  const told = (text: string): readonly (number | undefined)[] => {
    const { statements, lenient, leftOut } = parseFile('1.sql', text, readingMode([]), 'shop');
    assert.ok(leftOut.length > 0);
    return statements.map((statement) => lenient.get(statement)?.unchecked?.start);
  };
  assert.deepEqual(told(`SET foreign_key_checks = 0;\n${alter}\n${key}`), [undefined, 0]);
  assert.deepEqual(told('SET @a = 1, foreign_key_checks = 0; CREATE TABLE c (p INT REFERENCES parents (id));'), [0]);
  assert.deepEqual(told('SET foreign_key_checks = 0; DROP TABLE parents; SET foreign_key_checks = 1; DROP TABLE p;'), [
    0,
    undefined,
  ]);
});

test('without a target the first database that is used is taken for it, and no other', () => {
  const { statements } = parseFile('1.sql', 'USE a; USE a; USE b;');
  assert.deepEqual(
    statements.map((statement) => statement.kind === 'other' && statement.why),
    ['It leaves a, the database that the statements are for.'],
  );
});

test('where the server compares names without regard to case, USE is read so', () => {
  const why = (foldsNames: boolean): number => {
    const { statements } = parseFile('1.sql', 'USE `shop`;', { ...readingMode([]), foldsNames }, 'SHOP');
    return statements.length;
  };
  assert.equal(why(true), 0);
  assert.equal(why(false), 1);
});

test('those that follow each other are told as one', () => {
  const text = `-- dump\nSET NAMES utf8mb4;\nSET unique_checks = 0;\n\n${alter}\nCOMMIT;`;
  assert.deepEqual(read(text).idle, ['SET NAMES, SET UNIQUE_CHECKS', 'COMMIT']);
});
