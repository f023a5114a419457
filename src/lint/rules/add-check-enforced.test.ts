import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flaggedBy } from '../flagged-by.ts';

test('only what is enforced from the start is flagged, on tables and on columns', () => {
  const text = `ALTER TABLE t ADD CHECK (a > 0), ADD CONSTRAINT c CHECK (a > 1) NOT ENFORCED, ALTER CHECK d ENFORCED,
    ALTER CONSTRAINT e NOT ENFORCED, ADD f INT DEFAULT 1 CHECK (f > 0)`;
  assert.deepEqual(flaggedBy('add-check-enforced', text), [
    'ADD CHECK (a > 0)',
    'ALTER CHECK d ENFORCED',
    'CHECK (f > 0)',
  ]);
});
