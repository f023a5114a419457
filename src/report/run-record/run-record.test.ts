import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Progress } from '../../engine/events.ts';
import { Bounded } from './bounded.ts';
import { HoldSpans, mostSpans } from './hold-spans.ts';
import { copyRates, mostSamples, Samples } from './samples.ts';

const progress = (changes: Partial<Progress>): Progress => ({
  state: 'copying',
  rowsCopied: 0,
  rowsEstimated: 0,
  changesApplied: 0,
  dirtyKeys: 0,
  streamLagMs: 0,
  elapsedMs: 0,
  remainingMs: null,
  rowsPerSecond: 0,
  workers: 1,
  indexBuild: null,
  holds: [],
  throttlePercent: 0,
  lockedBy: null,
  ...changes,
});

const second = 1_000;
const day = 24 * 3600 * second;

test('a week of samples takes no more memory than ten minutes, and no peak and no row is lost', () => {
  const samples = new Samples();
  const peakMs = 3 * day + 17 * second;
  for (let atMs = second; atMs <= 7 * day; atMs += second)
    samples.add(progress({ rowsCopied: atMs / 10, streamLagMs: atMs === peakMs ? 90_000 : 40 }), atMs);
  const { all } = samples;
  assert.ok(all.length <= mostSamples && all.length >= mostSamples / 4, String(all.length));
  assert.equal(Math.max(...all.map(({ lagMs }) => lagMs)), 90_000);
  assert.equal(all.at(-1)?.rowsCopied, (7 * day) / 10);
  const between = all.slice(1).map(({ atMs }, index) => atMs - (all[index]?.atMs ?? 0));
  assert.ok(Math.max(...between) <= (7 * day) / 100, 'they are spread over the whole time');
  for (const { value } of copyRates(all, { atMs: 0, rowsCopied: 0 })) assert.equal(Math.round(value ?? 0), 100);
});

test('a short run keeps every sample', () => {
  const samples = new Samples();
  for (let atMs = 1; atMs <= mostSamples; atMs += 1) samples.add(progress({}), atMs);
  assert.equal(samples.all.length, mostSamples);
});

test('the copy rate of a run that goes on does not count the rows of the run before, and ends with the copy', () => {
  const samples = new Samples();
  samples.add(progress({ state: 'preflight', rowsCopied: 0 }), 500);
  samples.add(progress({ rowsCopied: 1_000_500 }), 2_000);
  samples.add(progress({ state: 'verifying', rowsCopied: 1_000_500 }), 3_000);
  const rates = copyRates(samples.all, { atMs: 1_000, rowsCopied: 1_000_000 });
  assert.deepEqual(
    rates.map(({ value }) => value),
    [500, 500, null],
  );
  assert.equal(rates[0]?.atMs, 1_000, 'the first stands for the time since the copy began');
});

test('one hold that is seen again and again is one; its worst reading is kept', () => {
  const spans = new HoldSpans();
  for (const [atMs, observed] of [
    [5_000, 1_600],
    [6_000, 2_900],
    [7_000, 1_800],
  ] as const) {
    const reading = { of: null, observed, limit: 1_500, unit: 'ms' } as const;
    spans.add(progress({ holds: [{ reason: 'stream-lag', forMs: atMs - 4_000, reading }] }), atMs);
  }
  const [span, ...others] = spans.all;
  assert.deepEqual(others, []);
  assert.deepEqual([span?.fromMs, span?.toMs, span?.times, span?.worst?.observed], [4_000, 7_000, 1, 2_900]);
});

test('what could not be measured is worse than any number', () => {
  const spans = new HoldSpans();
  const reading = { of: 'replica-1', observed: null, limit: 1_500, unit: 'ms' } as const;
  const known = { ...reading, observed: 9_000 };
  spans.add(progress({ holds: [{ reason: 'replica-lag', forMs: 1_000, reading }] }), 2_000);
  spans.add(progress({ holds: [{ reason: 'replica-lag', forMs: 2_000, reading: known }] }), 3_000);
  assert.deepEqual(
    spans.all.map(({ worst }) => worst?.observed),
    [null],
  );
});

test('holds of different causes are told apart', () => {
  const spans = new HoldSpans();
  const load = (of: string) => ({
    reason: 'max-load' as const,
    forMs: 500,
    reading: { of, observed: 30, limit: 25, unit: 'count' as const },
  });
  spans.add(progress({ holds: [load('Threads_running'), load('Threads_connected')] }), 1_000);
  assert.equal(spans.all.length, 2);
});

test('thousands of short holds are told together, and none of them is forgotten', () => {
  const spans = new HoldSpans();
  for (let count = 1; count <= 5_000; count += 1)
    spans.add(progress({ holds: [{ reason: 'commit-latency', forMs: 200, reading: null }] }), count * 60_000);
  assert.ok(spans.all.length <= mostSpans);
  assert.equal(
    spans.all.reduce((sum, { times }) => sum + times, 0),
    5_000,
  );
});

test('of many things the first and the last are kept, and the others counted', () => {
  const bounded = new Bounded<number>(4);
  for (let number = 1; number <= 10; number += 1) bounded.add(number);
  assert.deepEqual([bounded.all, bounded.leftOut], [[1, 2, 9, 10], 6]);
});
