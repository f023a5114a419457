import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flaggedBy } from '../flagged-by.ts';

test('the default is flagged if anything in it is another value every time', () => {
  const text = 'ALTER TABLE t ADD a BINARY(16) DEFAULT (uuid_to_bin(uuid())) NOT NULL, ADD b DOUBLE DEFAULT RAND()';
  assert.deepEqual(flaggedBy('nondeterministic-default', text), ['(uuid_to_bin(uuid()))', 'RAND()']);
});

test('the time, text that looks like a call, and defaults for later rows only are fine', () => {
  const text =
    "ALTER TABLE t ADD a DATETIME DEFAULT (now()), ADD b CHAR(9) DEFAULT 'uuid()', ALTER c SET DEFAULT (uuid()), ADD d INT AS (rand())";
  assert.deepEqual(flaggedBy('nondeterministic-default', text), []);
});
