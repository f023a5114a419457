import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBoth } from './open-both.ts';

const refusal = new Error('refused');

function closable() {
  let isClosed = false;
  return {
    get isClosed() {
      return isClosed;
    },
    async [Symbol.asyncDispose]() {
      isClosed = true;
    },
  };
}

test('both are given', async () => {
  const second = closable();
  assert.deepEqual(await openBoth(Promise.resolve(1), Promise.resolve(second)), [1, second]);
  assert.equal(second.isClosed, false);
});

test('where the first fails the second is closed, however late it comes', async () => {
  const second = closable();
  const late = new Promise<typeof second>((resolve) => setTimeout(() => resolve(second), 5));
  await assert.rejects(openBoth(Promise.reject(refusal), late), refusal);
  assert.equal(second.isClosed, true);
});

test('where the second fails at once, nobody misses its error while the first is opened', async () => {
  const late = new Promise<number>((resolve) => setTimeout(() => resolve(1), 5));
  await assert.rejects(openBoth(late, Promise.reject(refusal)), refusal);
});

test('the error of the first is told where both fail', async () => {
  await assert.rejects(openBoth(Promise.reject(refusal), Promise.reject(new Error('other'))), refusal);
});
