import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flaggedBy } from '../flagged-by.ts';

test('every table of a list is flagged, temporary ones are not', () => {
  assert.deepEqual(flaggedBy('drop-table', 'DROP TABLE IF EXISTS a, `b c`.d;\nDROP TEMPORARY TABLE e;'), [
    'a',
    '`b c`.d',
  ]);
});

test('CREATE OR REPLACE drops what was there', () => {
  assert.deepEqual(flaggedBy('drop-table', 'CREATE OR REPLACE TABLE a (id INT); CREATE TABLE b (id INT);'), ['a']);
});
