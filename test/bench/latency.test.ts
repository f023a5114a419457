import assert from 'node:assert/strict';
import { test } from 'node:test';
import { latencyOf, median, writesDuring } from './latency.ts';

const writes = Array.from({ length: 200 }, (_, index) => ({ dueMs: index * 10, tookMs: 200 - index }));

test('percentiles are of writes, not between them', () => {
  assert.deepEqual(latencyOf(writes), { writes: 200, p50Ms: 100, p99Ms: 198, maxMs: 200 });
});

test('a median of an even number is one of them', () => {
  assert.equal(median([4, 1, 3, 2]), 2);
  assert.equal(median([]), Number.NaN);
});

test('a write that was blocked before the interval and answered in it counts', () => {
  const during = writesDuring(writes, 150, 160);
  assert.deepEqual(
    during.map(({ dueMs }) => dueMs),
    [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120, 130, 140, 150, 160],
  );
});
