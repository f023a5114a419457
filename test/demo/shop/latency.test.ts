import assert from 'node:assert/strict';
import { test } from 'node:test';
import { longestOf, usualOf, writesBetween } from './latency.ts';

const writes = [
  { startedAt: 0, tookMs: 2 },
  { startedAt: 10, tookMs: 90 },
  { startedAt: 50, tookMs: 3 },
  { startedAt: 200, tookMs: 500 },
];

test('a write counts for a time span when any part of it lies in there', () => {
  const found = writesBetween(writes, 99, 199);
  assert.deepEqual(found, [{ startedAt: 10, tookMs: 90 }]);
  assert.equal(longestOf(writesBetween(writes, 3, 60)), 90);
  assert.equal(longestOf(writesBetween(writes, 101, 199)), 0);
});

test('what a write usually takes is not moved by the longest one', () => {
  assert.equal(usualOf(writes.slice(0, 3)), 3);
  assert.equal(usualOf([]), 0);
});
