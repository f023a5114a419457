import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tellTooLate } from './too-late.ts';

test('an abort that comes after the swap has failed', () => {
  for (const state of ['completed', 'reverted'])
    assert.throws(() => tellTooLate('abort', 'users', state), {
      code: 'no-running-migration',
      message: `The abort came too late: the migration of users is ${state}.`,
      tableState: 'changed',
    });
});

test('everything else that comes too late is told the end', () => {
  assert.equal(tellTooLate('abort', 'users', 'failed'), 'It ended before it could answer: failed.');
  assert.equal(tellTooLate('cutover', 'users', 'completed'), 'It ended before it could answer: completed.');
  assert.equal(tellTooLate('abort', 'users', null), 'It ended before it could answer.');
});
