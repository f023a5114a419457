import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flaggedBy } from '../flagged-by.ts';

test('the quote that never ends is flagged, not what it swallows', () => {
  assert.deepEqual(
    flaggedBy('syntax-error', "ALTER TABLE t ADD a INT;\nALTER TABLE t COMMENT 'it (never ends;\nDROP TABLE t;"),
    ["'"],
  );
});

test('parentheses must match within each statement', () => {
  assert.deepEqual(
    flaggedBy('syntax-error', 'ALTER TABLE t ADD INDEX (a; ALTER TABLE t ADD b INT) ; ALTER TABLE t ADD c ENUM(")");'),
    ['(', ')'],
  );
});

test('what only a server can judge is not flagged', () => {
  assert.deepEqual(flaggedBy('syntax-error', 'ALTER TABLE t MODIFY COLUMN a; ALTER TABLE t ADD a INT,;'), []);
});
