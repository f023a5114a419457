import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseStatement } from './parse-statement.ts';
import { tablesOfStatement } from './table-of.ts';

const read = (text: string) => parseStatement(text, { start: 0, end: text.length });

const named: Readonly<Record<string, string>> = {
  'ALTER TABLE x ADD a INT': 'x',
  'ALTER TABLE d.x ADD a INT': 'd.x',
  'ALTER TABLE `d` . `x` ADD a INT': 'd.x',
  'ALTER TABLE d./* here */x ADD a INT': 'd.x',
  '/*!50100 ALTER TABLE d.x ADD a INT */': 'd.x',
  'ALTER TABLE x RENAME TO d.y': 'x d.y',
  'ALTER TABLE x EXCHANGE PARTITION p WITH TABLE d.y': 'x d.y',
  'ALTER TABLE x CONVERT PARTITION p TO TABLE d.y': 'x d.y',
  'ALTER TABLE x CONVERT TABLE d.y TO PARTITION p VALUES LESS THAN (5)': 'x d.y',
  'ALTER TABLE x ADD FOREIGN KEY (a) REFERENCES d.y (b)': 'x d.y',
  'ALTER TABLE x ADD COLUMN a INT REFERENCES d.y (b)': 'x d.y',
  'CREATE INDEX i ON d.x (a)': 'd.x',
  'DROP INDEX i ON d.x': 'd.x',
  'CREATE TABLE d.x (a INT)': 'd.x',
  'CREATE TABLE IF NOT EXISTS d.x (a INT)': 'd.x',
  'CREATE TABLE x LIKE d.y': 'x d.y',
  'CREATE TABLE x (LIKE d.y)': 'x d.y',
  'CREATE TABLE x (a INT, FOREIGN KEY (a) REFERENCES d.y (b))': 'x d.y',
  'CREATE TABLE x (a INT) ENGINE=MERGE UNION=(y, d.z)': 'x y d.z',
  'CREATE TABLE x (a INT) ENGINE=MERGE, UNION (`d`.`z`) INSERT_METHOD=LAST': 'x d.z',
  'ALTER TABLE x UNION=(d.z), ADD b INT': 'x d.z',
  'DROP TABLE d.x, y': 'd.x y',
  'RENAME TABLE x TO d.x': 'x d.x',
  'TRUNCATE d.x': 'd.x',
};

for (const [text, tables] of Object.entries(named)) {
  test(`${text}: names ${tables}`, () => {
    const found = tablesOfStatement(read(text)).map(({ schema, name }) =>
      schema === null ? name : `${schema}.${name}`,
    );
    assert.equal(found.join(' '), tables);
  });
}

const queries: Readonly<Record<string, boolean>> = {
  'CREATE TABLE x SELECT * FROM d.y': true,
  'CREATE TABLE x AS SELECT * FROM d.y': true,
  'CREATE TABLE x (SELECT * FROM d.y)': true,
  'CREATE TABLE x ((SELECT 1))': true,
  'CREATE TABLE x (a INT) IGNORE AS (SELECT 1)': true,
  'CREATE TABLE x (a INT) ENGINE=InnoDB REPLACE SELECT 1 AS a': true,
  'CREATE TABLE x (a INT) PARTITION BY HASH (a) PARTITIONS 2 SELECT 1 AS a': true,
  'CREATE TABLE x AS WITH c AS (SELECT 1) SELECT * FROM c': true,
  'CREATE TABLE x (WITH c AS (SELECT 1) SELECT * FROM c)': true,
  'CREATE TABLE x TABLE d.y': true,
  'CREATE TABLE x AS TABLE d.y': true,
  'CREATE TABLE x VALUES ROW(1)': true,
  'CREATE TABLE x /*!SELECT*/ * FROM d.y': true,
  'CREATE TABLE x (a INT)': false,
  'CREATE TABLE x (`select` INT, b INT AS (a + 1) STORED)': false,
  "CREATE TABLE x (a INT) COMMENT 'AS SELECT 1'": false,
  'CREATE TABLE x (a INT) -- SELECT 1': false,
  'CREATE TABLE x LIKE d.y': false,
  'CREATE TABLE x (a INT) PARTITION BY RANGE (a) (PARTITION p VALUES LESS THAN (5))': false,
  'CREATE TABLE x (a INT) WITH SYSTEM VERSIONING': false,
};

for (const [text, selects] of Object.entries(queries)) {
  test(`${text}: ${selects ? 'takes' : 'does not take'} rows of a query`, () => {
    const statement = read(text);
    assert.ok(statement.kind === 'create-table');
    assert.equal(statement.selects, selects);
  });
}

/** Statements that change rows; `-` where their tables cannot be told. */
const changed: Readonly<Record<string, string>> = {
  'INSERT INTO x VALUES (1, 1.5), (.5, 1e5)': 'x',
  'INSERT x (a, b) VALUES (1, 2)': 'x',
  'INSERT IGNORE INTO d.x SET a = 1, b = 2': 'd.x',
  'INSERT INTO x SELECT y.a, z.b FROM y, d.z WHERE y.a = z.b': 'x y d.z',
  'INSERT INTO x (a) (SELECT a FROM d.y)': 'x d.y',
  'INSERT INTO x TABLE d.y': 'x d.y',
  'INSERT INTO x VALUES (1) AS new ON DUPLICATE KEY UPDATE a = new.a, b = x.b': 'x',
  'INSERT INTO x VALUES ((SELECT MAX(a) FROM d.y))': 'x d.y',
  'INSERT INTO x SELECT a FROM y UNION ALL SELECT a FROM d.z FOR UPDATE': 'x y d.z',
  'UPDATE x SET a = 1 WHERE x.b = 2': 'x',
  'UPDATE LOW_PRIORITY IGNORE d.x AS t SET t.a = 1': 'd.x',
  'UPDATE x t, d.y AS u SET t.a = u.a': 'x d.y',
  'UPDATE x JOIN y ON x.id = y.id, d.z SET x.a = 1': 'x y d.z',
  'UPDATE x LEFT JOIN (y CROSS JOIN d.z) USING (id) SET x.a = 1': 'x y d.z',
  'UPDATE x SET a = (SELECT b FROM d.y WHERE y.c = x.c), b = SUBSTRING(c FROM 2 FOR 3)': 'x d.y',
  'UPDATE x JOIN (SELECT id FROM d.y GROUP BY id) AS t ON t.id = x.id SET x.a = t.id': 'x d.y',
  'UPDATE x PARTITION (p0) SET a = EXTRACT(YEAR FROM b)': 'x',
  'UPDATE x SET a = d.y.b': 'x d.y',
  'UPDATE x SET a = nowhere.b': 'x nowhere.b',
  'DELETE FROM x WHERE a IN (SELECT a FROM d.y)': 'x d.y',
  'DELETE QUICK FROM d.x ORDER BY a LIMIT 3': 'd.x',
  'DELETE t FROM x AS t JOIN d.y AS u ON t.id = u.id': 'x d.y',
  'DELETE d.y.*, x FROM x JOIN d.y': 'd.y x d.y',
  'DELETE FROM t USING x AS t INNER JOIN d.y': 'x d.y',
  'UPDATE "x" SET a = 1': '-',
  'UPDATE x JOIN "d"."y" SET a = 1': '-',
  'UPDATE x SET a = "d"."y"': '-',
  'UPDATE /*!99999 d.y, */ x SET a = 1': '-',
  '/*!50000 UPDATE x SET a = 1 */': 'x',
  '/*!50000 UPDATE x SET a = 1 */ , b = 2': '-',
  '/*!50000 UPDATE x SET a = 1 */ /*! , b = 2 */': '-',
  '/*M!100000 UPDATE */ x SET a = 1': '-',
  'UPDATE x SET a = d.f(1)': '-',
  'UPDATE x USE INDEX FOR JOIN (i), d.y SET a = 1': '-',
  'INSERT INTO x WITH c AS (SELECT 1 AS a) SELECT a FROM c': '-',
  'INSERT INTO x SELECT a FROM y FOR SYSTEM_TIME ALL': '-',
  'REPLACE INTO x VALUES (1)': '-',
  "LOAD DATA INFILE 'f' INTO TABLE x": '-',
};

for (const [text, tables] of Object.entries(changed)) {
  test(`${text}: names ${tables}`, () => {
    const statement = read(text);
    assert.equal(statement.kind, tables === '-' ? 'other' : 'data');
    const found = tablesOfStatement(statement).map(({ schema, name }) =>
      schema === null ? name : `${schema}.${name}`,
    );
    assert.equal(found.join(' '), tables === '-' ? '' : tables);
  });
}

test('rows that are written out are counted', () => {
  const rowsOf = (text: string): number | null => {
    const statement = read(text);
    return statement.kind === 'data' ? statement.rows : null;
  };
  assert.equal(rowsOf('INSERT INTO x (a, b) VALUES (1, (2)), (f(3), 4), (5, 6)'), 3);
  assert.equal(rowsOf('INSERT INTO x VALUES ROW(1), ROW(2) AS new ON DUPLICATE KEY UPDATE a = (1)'), 2);
  assert.equal(rowsOf('INSERT INTO x SET a = 1, b = (2)'), 1);
  assert.equal(rowsOf('INSERT INTO x (a) SELECT a FROM y WHERE a IN (1, 2)'), 0);
  assert.equal(rowsOf('DELETE FROM x WHERE a IN (1, 2)'), 0);
});
