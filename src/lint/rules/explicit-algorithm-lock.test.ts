import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flaggedBy } from '../flagged-by.ts';

test('every such word is flagged where it stands', () => {
  const text =
    'ALTER ONLINE IGNORE TABLE t ALGORITHM=COPY, ADD a INT, LOCK none; DROP INDEX a ON t ALGORITHM = INPLACE LOCK=NONE;';
  assert.deepEqual(flaggedBy('explicit-algorithm-lock', text), [
    'ONLINE',
    'ALGORITHM=COPY',
    'LOCK none',
    'ALGORITHM = INPLACE',
    'LOCK=NONE',
  ]);
});

test('IGNORE, which a migration refuses, is not said to have no effect', () => {
  assert.deepEqual(flaggedBy('explicit-algorithm-lock', 'ALTER IGNORE TABLE t ADD a INT'), []);
});
