import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createOnce } from './create-once.ts';

const refusal = (status: number): Error => Object.assign(new Error(`status ${status}`), { status });

test('what was created though the answer got lost is found, not created again', async () => {
  const made: string[] = [];
  const create = async (): Promise<string> => {
    made.push('it');
    throw refusal(500);
  };
  assert.equal(await createOnce(create, async () => made[0] ?? null), 'it');
  assert.deepEqual(made, ['it']);
});

test('what never arrived is created again', async () => {
  let calls = 0;
  const create = async (): Promise<string> => {
    calls += 1;
    if (calls === 1) throw refusal(502);
    return 'it';
  };
  assert.equal(await createOnce(create, async () => null), 'it');
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
