import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differencesFrom, flaggedBy } from '../flagged-by.ts';

test('DROP INDEX is flagged as a clause and as a statement', () => {
  const text = 'ALTER TABLE t DROP INDEX a, DROP KEY b; DROP INDEX `c` ON u LOCK=NONE;';
  assert.deepEqual(flaggedBy('drop-index-without-invisible', text), ['DROP INDEX a', 'DROP KEY b', 'INDEX `c`']);
});

test('an index that is replaced under its own name is still there', () => {
  const text = 'ALTER TABLE t DROP INDEX a, ADD INDEX A (x, y); CREATE OR REPLACE INDEX b ON t (x);';
  assert.deepEqual(flaggedBy('drop-index-without-invisible', text), []);
});

test('one that no query uses any more may go', () => {
  const text = 'ALTER TABLE t DROP INDEX k1, DROP INDEX K2, DROP INDEX k3;';
  const table = 'CREATE TABLE t (a INT, KEY k1 (a) /*!80000 INVISIBLE */, KEY k2 (a) IGNORED, KEY k3 (a))';
  const differences = differencesFrom(table, text);
  assert.deepEqual(flaggedBy('drop-index-without-invisible', text, { differences }), ['DROP INDEX k3']);
});
