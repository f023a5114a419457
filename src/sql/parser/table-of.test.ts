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
