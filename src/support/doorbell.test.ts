import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Doorbell } from './doorbell.ts';

const never = new AbortController().signal;

test('a ring wakes all who wait, and is not kept for those who come later', async () => {
  const bell = new Doorbell();
  const waiting = [bell.wait(never), bell.wait(never)];
  bell.ring();
  await Promise.all(waiting);
  assert.equal(await outcomeOf(bell), 'nothing');
});

test('a ring with nobody at the door is kept for one', async () => {
  const bell = new Doorbell();
  bell.ring();
  bell.ring();
  assert.equal(await outcomeOf(bell), 'rung');
  assert.equal(await outcomeOf(bell), 'nothing');
});

for (const isBefore of [true, false]) {
  test(`whoever waits in a loop hears of an abort ${isBefore ? 'before' : 'while'} it waits`, async () => {
    const bell = new Doorbell();
    const stop = new AbortController();
    const reason = new Error('enough');
    if (isBefore) stop.abort(reason);
    let rounds = 0;
    const looping = (async () => {
      for (; rounds < 1_000; rounds += 1) await bell.wait(stop.signal);
    })();
    if (!isBefore) stop.abort(reason);
    await assert.rejects(looping, reason);
    assert.equal(rounds, 0);
  });
}

/** What comes first, a ring or a deadline. */
async function outcomeOf(bell: Doorbell): Promise<'rung' | 'nothing'> {
  const deadline = new AbortController();
  setImmediate(() => deadline.abort());
  return await bell.wait(deadline.signal).then(
    () => 'rung',
    () => 'nothing',
  );
}
