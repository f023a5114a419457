import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MigrationState } from '../../engine/outcome.ts';
import { stoppedAmong } from './stopped-runs.ts';

/** `run statement state`, oldest first. */
function ends(...rows: readonly `${number} ${string} ${MigrationState}`[]): string[] {
  const noted = rows.map((row, index) => {
    const [runUrl = '', key = '', state = ''] = row.split(' ');
    const what = { id: String(index), key, isRevert: false, commit: 'c', pullRequest: null };
    return { ...what, runUrl, state: state as MigrationState };
  });
  return stoppedAmong(noted.toReversed(), { runUrl: '9' }).map(({ runUrl, end }) => `${runUrl} ${end}`);
}

test('a run that has stopped short is over once all of its statements are', () => {
  assert.deepEqual(ends('1 a yielded', '1 b yielded', '9 a completed', '9 b completed'), ['1 completed']);
  assert.deepEqual(ends('1 a completed', '1 b yielded', '9 b completed'), ['1 completed']);
  assert.deepEqual(ends('1 a yielded', '2 a yielded', '9 a failed'), ['2 failed', '1 failed']);
  assert.deepEqual(ends('1 a yielded', '1 b yielded', '9 a aborted', '9 b aborted'), ['1 aborted']);
});

test('it is not over while one of them goes on, and what others have ended is left to them', () => {
  assert.deepEqual(ends('1 a yielded', '1 b yielded', '9 a completed'), []);
  assert.deepEqual(ends('1 a yielded', '9 a completed', '2 a copying'), []);
  assert.deepEqual(ends('1 a yielded', '2 a completed', '9 b completed'), []);
  assert.deepEqual(ends('1 a completed', '9 b completed'), []);
});
