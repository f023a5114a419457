import assert from 'node:assert/strict';
import { test } from 'node:test';
import { environmentsBefore } from './environments-before.ts';

test('an environment waits for those before it, and one that is not among them for all', () => {
  const after = ['dev', 'staging'];
  assert.deepEqual(environmentsBefore('dev', after), []);
  assert.deepEqual(environmentsBefore('staging', after), ['dev']);
  assert.deepEqual(environmentsBefore('production', after), ['dev', 'staging']);
  assert.deepEqual(environmentsBefore('production', []), []);
});
