import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flaggedBy } from '../flagged-by.ts';

test('the clause that adds is flagged, whatever the order and the case', () => {
  assert.deepEqual(flaggedBy('drop-and-add-column', 'ALTER TABLE t ADD (b INT, A INT), DROP COLUMN a;'), ['A INT']);
});

test('two statements, or two columns, are no such thing', () => {
  assert.deepEqual(flaggedBy('drop-and-add-column', 'ALTER TABLE t DROP a; ALTER TABLE t ADD a INT, DROP b;'), []);
});
