import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearest } from './nearest.ts';

test('the nearest name is the one with the fewest other letters, and none where all are far', () => {
  const names = ['drop-column', 'drop-table', 'rename-column'];
  for (const [written, meant] of [
    ['drop-colum', 'drop-column'],
    ['drop_column', 'drop-column'],
    ['DROP-TABLE', 'drop-table'],
    ['drop-tabel', 'drop-table'],
    ['zero', null],
    ['x'.repeat(10_000), null],
  ] as const)
    assert.equal(nearest(written, names), meant);
});
