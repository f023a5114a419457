import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flaggedBy } from '../flagged-by.ts';

test('both spellings are flagged, and no comment silences them', () => {
  const text = '-- lint:ignore-file drop-database -- please\nDROP DATABASE a; drop schema if exists `b`;';
  assert.deepEqual(flaggedBy('drop-database', text), ['DROP DATABASE a', 'drop schema if exists `b`']);
});
