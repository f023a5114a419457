import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differencesFrom, flaggedBy } from '../flagged-by.ts';

test('every spelling is flagged at its clause', () => {
  const text =
    'ALTER TABLE t ADD x INT, DROP a,\n  DROP COLUMN IF EXISTS `b c` RESTRICT, DROP INDEX d, DROP PRIMARY KEY';
  assert.deepEqual(flaggedBy('drop-column', text), ['DROP a', 'DROP COLUMN IF EXISTS `b c` RESTRICT']);
});

test('a column that is added again is for another rule', () => {
  assert.deepEqual(flaggedBy('drop-column', 'ALTER TABLE t DROP a, ADD A INT, DROP b;'), ['DROP b']);
});

test('a column that is not there is not dropped, if the server says so', () => {
  const text = 'ALTER TABLE t DROP COLUMN IF EXISTS z, DROP COLUMN IF EXISTS b;';
  const differences = differencesFrom('CREATE TABLE t (a INT, b INT)', text, { from: 'server' });
  assert.deepEqual(flaggedBy('drop-column', text, { differences }), ['DROP COLUMN IF EXISTS b']);
  const described = differencesFrom('CREATE TABLE t (a INT, b INT)', text, { from: 'file' });
  assert.equal(flaggedBy('drop-column', text, { differences: described }).length, 2);
  assert.equal(flaggedBy('drop-column', text).length, 2);
});

test('a virtual column holds no data, if the server says that it is one', () => {
  const text = 'ALTER TABLE t DROP a, DROP b;';
  const differences = differencesFrom('CREATE TABLE t (a INT AS (b + 1), b INT, c INT AS (b + 2) STORED)', text);
  assert.deepEqual(flaggedBy('drop-column', text, { differences }), ['DROP b']);
  assert.deepEqual(flaggedBy('drop-column', text), ['DROP a', 'DROP b']);
});
