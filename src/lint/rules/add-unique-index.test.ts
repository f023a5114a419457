import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flaggedBy } from '../flagged-by.ts';

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
