import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differencesFrom, flaggedBy } from '../flagged-by.ts';
import { lintFile } from '../lint-file.ts';

test('every spelling is flagged', () => {
  const text = `ALTER TABLE t ADD UNIQUE KEY a (x), ADD CONSTRAINT b UNIQUE (x, y), MODIFY z INT UNIQUE, ADD u INT NOT NULL DEFAULT 1 UNIQUE,
    ADD UNIQUE ((lower(x))), ADD INDEX c (x); CREATE UNIQUE INDEX d ON t (x);`;
  assert.deepEqual(flaggedBy('add-unique-index', text), [
    'ADD UNIQUE KEY a (x)',
    'ADD CONSTRAINT b UNIQUE (x, y)',
    'MODIFY z INT UNIQUE',
    'ADD u INT NOT NULL DEFAULT 1 UNIQUE',
    'ADD UNIQUE ((lower(x)))',
    'UNIQUE INDEX d ON t (x)',
  ]);
});

test('new columns that start out distinct or NULL cannot collide', () => {
  const text =
    'ALTER TABLE t ADD id INT NOT NULL AUTO_INCREMENT UNIQUE, ADD token CHAR(9), ADD UNIQUE (Token, x), ADD UNIQUE (id)';
  assert.deepEqual(flaggedBy('add-unique-index', text), []);
});

test('rows that differ in a unique key differ in more columns as well', () => {
  const table = `CREATE TABLE t (id INT PRIMARY KEY, a INT, b VARCHAR(9) NOT NULL, c INT, d FLOAT NOT NULL,
    UNIQUE KEY by_b (b), UNIQUE KEY by_c (c), UNIQUE KEY by_d (d))`;
  const cases: readonly (readonly [change: string, isFlagged: boolean])[] = [
    ['ADD UNIQUE u (a, id)', false],
    ['ADD UNIQUE u (a, ID), DROP PRIMARY KEY', false],
    ['ADD UNIQUE u (b, a)', false],
    ['ADD UNIQUE u (b(3), a)', true],
    ['ADD UNIQUE u (a, b), MODIFY b VARCHAR(9) COLLATE utf8mb4_general_ci NOT NULL', true],
    ['ADD UNIQUE u (a, b), MODIFY b VARCHAR(3) NOT NULL', true],
    ['ADD UNIQUE u (a, c)', true],
    ['ADD UNIQUE u (a, d)', true],
    ['ADD UNIQUE u (a)', true],
    ['DROP COLUMN id, ADD COLUMN id INT NOT NULL DEFAULT 1, ADD UNIQUE u (a, id)', true],
    ['RENAME COLUMN id TO x, RENAME COLUMN a TO id, ADD UNIQUE u (id, c)', true],
  ];
  for (const [change, isFlagged] of cases) {
    const text = `ALTER TABLE t ${change};`;
    const differences = differencesFrom(table, text);
    assert.equal(flaggedBy('add-unique-index', text, { differences }).length, isFlagged ? 1 : 0, change);
    assert.equal(flaggedBy('add-unique-index', text).length, 1, change);
  }
});

test('an expression is no column', () => {
  const [found] = lintFile({ path: 'a.sql', text: 'ALTER TABLE t ADD UNIQUE u ((lower(x)), y)' });
  assert.match(found?.message ?? '', /equal in an expression, `y`;/u);
});
