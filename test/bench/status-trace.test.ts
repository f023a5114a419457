import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Progress } from '../../src/engine/events.ts';
import { phasesOf, type Status } from './status-trace.ts';

const idle: Progress = {
  state: 'preflight',
  rowsCopied: 0,
  rowsEstimated: 0,
  changesApplied: 0,
  dirtyKeys: 0,
  streamLagMs: 0,
  elapsedMs: 0,
  remainingMs: null,
  rowsPerSecond: 0,
  workers: 2,
  indexBuild: null,
  holds: [],
  throttlePercent: 0,
  lockedBy: null,
};

function statuses(...seen: readonly (readonly [Progress['state'], number])[]): Status[] {
  return seen.map(([state, elapsedMs]) => ({ atMs: 0, progress: { ...idle, state, elapsedMs } }));
}

test('time between two statuses in one state is spent in it', () => {
  assert.deepEqual(phasesOf(statuses(['copying', 100], ['copying', 600], ['copying', 1100])), { copying: 1000 });
});

test('a state begins halfway between the last status of the one before and its own first', () => {
  const phases = phasesOf(statuses(['copying', 0], ['verifying', 500], ['verifying', 1000], ['cutting_over', 1200]));
  assert.deepEqual(phases, { copying: 250, verifying: 850, cutting_over: 100 });
});
