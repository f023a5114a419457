import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestClock } from '../../test/support/test-clock.ts';
import { createOnce } from './create-once.ts';

const refusal = (status: number): Error => Object.assign(new Error(`status ${status}`), { status });

test('what was created though the answer got lost is found, not created again', async () => {
  const made: string[] = [];
  const create = async (): Promise<string> => {
    made.push('it');
    throw refusal(500);
  };
  assert.equal(await quickly(() => createOnce(create, async () => made[0] ?? null)), 'it');
  assert.deepEqual(made, ['it']);
});

test('what never arrived is created again', async () => {
  let calls = 0;
  const create = async (): Promise<string> => {
    calls += 1;
    if (calls === 1) throw refusal(502);
    return 'it';
  };
  assert.equal(await quickly(() => createOnce(create, async () => null)), 'it');
});

test('a refusal is no loss, and is not tried again', async () => {
  let calls = 0;
  const create = async (): Promise<string> => {
    calls += 1;
    throw refusal(403);
  };
  await assert.rejects(
    createOnce(create, async () => 'another'),
    { status: 403 },
  );
  assert.equal(calls, 1);
});

/** With the pauses between two tries passing at once. */
async function quickly<T>(action: () => Promise<T>): Promise<T> {
  using clock = startTestClock();
  const outcome = action();
  await clock.pass(5_000);
  return await outcome;
}
