import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ChunkSizer } from './chunk-sizer.ts';
import type { ChunkGoal } from './pace.ts';

const goal: ChunkGoal = { targetMs: 50, maxBytes: 100_000, maxRows: 800, restRows: 40, restBytes: 8_000 };

describe('a chunk', () => {
  it('has as many rows as the goal allows by number and by bytes', () => {
    assert.equal(sizerOf(100).rows, 800);
    assert.equal(sizerOf(500).rows, 200);
  });

  it('has no more rows than one statement may write', () => {
    assert.equal(new ChunkSizer({ goal }, 1, 180).rows, 180);
    assert.equal(new ChunkSizer({ goal }, 1, 30).rows, 30);
  });

  it('grows by half at a time while it takes less than it may, and shrinks at once', () => {
    const sizer = sizerOf(1, { maxRows: 100_000 });
    sizer.learn(1_000, 1);
    assert.equal(sizer.rows, 1_500);
    sizer.learn(1_500, 500);
    assert.equal(sizer.rows, 150);
  });

  it('learns nothing from a chunk that was quick because it had few rows', () => {
    const sizer = sizerOf(1, { maxRows: 100_000 });
    sizer.learn(3, 1);
    assert.equal(sizer.rows, 1_000);
  });

  it('rests after so many rows, or bytes, but not more often than after each row', () => {
    assert.equal(sizerOf(100).restEvery, 40);
    assert.equal(sizerOf(1_000).restEvery, 8);
    assert.equal(sizerOf(100_000).restEvery, 1);
  });

  it('has no rest where the goal has none', () => {
    const endless = { restRows: Number.POSITIVE_INFINITY, restBytes: Number.POSITIVE_INFINITY };
    assert.equal(sizerOf(100, endless).restEvery, null);
  });
});

function sizerOf(rowBytes: number, change: Partial<ChunkGoal> = {}): ChunkSizer {
  return new ChunkSizer({ goal: { ...goal, ...change } }, rowBytes);
}
