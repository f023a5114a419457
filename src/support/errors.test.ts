import assert from 'node:assert/strict';
import { test } from 'node:test';
import { causesOf, GhostshipError, withLater } from './errors.ts';

async function failTwice(): Promise<void> {
  await using _first = { [Symbol.asyncDispose]: () => Promise.reject(new Error('the outer is stuck.')) };
  await using _second = { [Symbol.asyncDispose]: () => Promise.reject(new Error('the inner is stuck')) };
  await Promise.reject(new GhostshipError('invalid-statement', 'No column nope.', { hint: 'Correct it.' }));
}

test('what failed while tidying up comes after the first cause', async () => {
  const { first, later } = causesOf(await failTwice().catch((error: unknown) => error));
  assert.ok(first instanceof GhostshipError);
  const told = withLater(first, later);
  assert.equal(told.code, 'invalid-statement');
  assert.equal(told.message, 'No column nope. Afterwards this failed too: the inner is stuck; the outer is stuck.');
});

test('an error that is alone stays as it is', () => {
  const error = new GhostshipError('usage', 'No.', { hint: 'Yes.' });
  const { first, later } = causesOf(error);
  assert.equal(first, error);
  assert.equal(withLater(error, later), error);
});
