import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flaggedBy } from '../flagged-by.ts';

test('constraints and REFERENCES on a column are flagged', () => {
  const text =
    'ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES p (id), ADD b INT REFERENCES s.p (id), DROP FOREIGN KEY g';
  assert.deepEqual(flaggedBy('add-foreign-key', text), [
    'ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES p (id)',
    'ADD b INT REFERENCES s.p (id)',
  ]);
});
