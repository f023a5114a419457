import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Hold, Progress } from '../engine/events.ts';
import { copiedPercent, progressLine } from './progress-line.ts';

const copying: Progress = {
  state: 'copying',
  rowsCopied: 1_204_000,
  rowsEstimated: 2_800_000,
  changesApplied: 12,
  dirtyKeys: 3,
  streamLagMs: 40,
  elapsedMs: 6000,
  remainingMs: 8000,
  rowsPerSecond: 210_000,
  workers: 2,
  indexBuild: null,
  holds: [],
  throttlePercent: 0,
  lockedBy: null,
};

const line = (changes: Partial<Progress>): string => progressLine({ ...copying, ...changes }).replaceAll('\u00A0', ' ');

test('a copy tells how far, how fast, how long still', () => {
  assert.equal(line({}), 'copying 43 % · 1.2 M of 2.8 M rows · 210 k rows/s · 8.0 s left · lag 40 ms');
});

test('what is not known yet is left out', () => {
  assert.equal(
    line({ rowsCopied: 0, rowsPerSecond: 0, remainingMs: null }),
    'copying 0 % · 0 of 2.8 M rows · lag 40 ms',
  );
});

test('a copy that is held says by what', () => {
  const hold = (reason: Hold['reason'], reading: Hold['reading'] = null): Hold => ({ reason, forMs: 1, reading });
  const lag = { of: null, observed: 2_100, limit: 1_500, unit: 'ms' } as const;
  assert.match(
    line({ holds: [hold('stream-lag', lag), hold('paused')] }),
    / · held by stream-lag 2\.1 s ≥ 1\.5 s, paused$/u,
  );
  const load = { of: 'Threads_running', observed: 31, limit: 25, unit: 'count' } as const;
  assert.match(line({ holds: [hold('max-load', load)] }), / · held by max-load Threads_running 31 ≥ 25$/u);
  const unknown = { of: 'replica:3306', observed: null, limit: 1_500, unit: 'ms' } as const;
  assert.match(line({ holds: [hold('replica-lag', unknown)] }), / · held by replica-lag replica:3306 unknown$/u);
  const locked = { holds: [hold('table-locked')], lockedBy: 'connection 7' };
  assert.match(line(locked), / · held by table-locked: connection 7$/u);
  assert.match(line({ throttlePercent: 50 }), / · throttled 50 %$/u);
});

test('a copy past the estimate is not done before it is over', () => {
  assert.equal(copiedPercent({ ...copying, rowsCopied: 4_000_000 }), 99);
  assert.match(line({ rowsCopied: 4_000_000 }), /copying 99 % · 4 M of 4 M rows/u);
  assert.equal(copiedPercent({ ...copying, state: 'verifying' }), 100);
});

test('behind the copy the changes count', () => {
  assert.equal(
    line({ state: 'catching_up' }),
    'catching up · 1.2 M rows copied · 12 changes applied · 3 to go · lag 40 ms',
  );
  assert.match(
    line({ state: 'catching_up', indexBuild: { indexes: 2, share: 0.437 } }),
    /^catching up · building 2 indexes, 43 % · /u,
  );
  assert.match(line({ state: 'catching_up', indexBuild: { indexes: 1, share: null } }), / · building 1 index · /u);
  assert.equal(line({ state: 'cutting_over' }), 'cutting over · 6.0 s');
});
