import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flaggedBy } from '../flagged-by.ts';

test('the word TABLE may be missing', () => {
  assert.deepEqual(flaggedBy('truncate-table', 'TRUNCATE TABLE a; truncate s.b;'), ['a', 's.b']);
});

test('truncating a partition is for another rule', () => {
  assert.deepEqual(flaggedBy('truncate-table', 'ALTER TABLE a TRUNCATE PARTITION p0;'), []);
});
