import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pauseMs } from './live-check-run.ts';

/** Updates in a time, where each shows something new and arrives at once. */
function updatesWithin(totalMs: number): number {
  let updates = 0;
  for (let elapsedMs = 0; elapsedMs < totalMs; elapsedMs += pauseMs(elapsedMs, 0)) updates += 1;
  return updates;
}

const hourMs = 3_600_000;

test('a migration of an hour leaves room for the other thirty or so requests within 150', () => {
  assert.ok(updatesWithin(hourMs) <= 120, String(updatesWithin(hourMs)));
  assert.ok(updatesWithin(10 * hourMs) - updatesWithin(9 * hourMs) <= 61);
});

test('at first somebody who watches sees something new every few seconds, and failures slow it down', () => {
  assert.ok(updatesWithin(60_000) >= 10);
  assert.ok(pauseMs(0, 3) >= 8 * pauseMs(0, 0));
  assert.ok(pauseMs(0, 30) <= 60_000);
});
