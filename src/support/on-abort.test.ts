import assert from 'node:assert/strict';
import { getEventListeners, setMaxListeners } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { sleep } from './clock.ts';
import { Doorbell } from './doorbell.ts';
import { onAbort } from './on-abort.ts';

/** More than the eleven that Node 20 takes for a leak. */
const waiters = 40;

const bell = new Doorbell();
const ways: readonly { name: string; wait: (signal: AbortSignal) => Promise<unknown>; end: () => void }[] = [
  { name: 'sleep', wait: (signal) => sleep(20, signal), end: () => {} },
  { name: 'a doorbell', wait: (signal) => bell.wait(signal), end: () => bell.ring() },
  { name: 'a doorbell with a deadline', wait: (signal) => bell.wait(signal, 20), end: () => {} },
  { name: 'onAbort', wait: waitFor, end: () => {} },
];

for (const { name, wait, end } of ways) {
  test(`${name}: many may wait on one signal, and none stays behind`, async () => {
    const controller = new AbortController();
    // As Node 20 begins; later ones have no limit.
    setMaxListeners(10, controller.signal);
    const warnings = await warningsDuring(async () => {
      const waiting = Array.from({ length: waiters }, () => wait(controller.signal));
      assert.equal(getEventListeners(controller.signal, 'abort').length, waiters);
      end();
      await Promise.all(waiting);
    });
    assert.deepEqual(warnings, []);
    assert.equal(getEventListeners(controller.signal, 'abort').length, 0);
  });

  test(`${name}: an abort ends all who wait`, async () => {
    const controller = new AbortController();
    const waiting = Array.from({ length: waiters }, () => wait(controller.signal));
    controller.abort(new Error('enough'));
    await Promise.allSettled(waiting);
    assert.equal(getEventListeners(controller.signal, 'abort').length, 0);
  });
}

test('nothing else listens to a signal', () => {
  const root = join(import.meta.dirname, '..');
  const listening = globSync('**/*.ts', { cwd: root })
    .filter((file) => !file.endsWith('.test.ts'))
    .filter((file) => /addEventListener\(\s*'abort'/u.test(readFileSync(join(root, file), 'utf8')));
  assert.deepEqual(listening, ['support/on-abort.ts']);
});

async function waitFor(signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const listening = onAbort(signal, resolve);
    setTimeout(() => {
      listening[Symbol.dispose]();
      resolve();
    }, 20);
  });
}

/** What Node would print. */
async function warningsDuring(work: () => Promise<void>): Promise<string[]> {
  const warnings: string[] = [];
  const take = (warning: Error): void => void warnings.push(`${warning.name}: ${warning.message}`);
  process.on('warning', take);
  try {
    await work();
    // They are told of in the next tick.
    await setImmediate();
  } finally {
    process.off('warning', take);
  }
  return warnings;
}
