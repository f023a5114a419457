import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flaggedBy } from '../flagged-by.ts';

test('CHANGE is a rename only with another name', () => {
  const text = 'ALTER TABLE t RENAME COLUMN a TO b, CHANGE c d INT, CHANGE COLUMN e e BIGINT, CHANGE f F INT';
  assert.deepEqual(flaggedBy('rename-column', text), ['RENAME COLUMN a TO b', 'CHANGE c d INT']);
});

test('renaming an index breaks no code', () => {
  assert.deepEqual(flaggedBy('rename-column', 'ALTER TABLE t RENAME INDEX a TO b'), []);
});
