import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DirtyKeys } from './dirty-keys.ts';

test('a key is taken only after the heartbeat behind it is committed', () => {
  const dirty = new DirtyKeys();
  dirty.add(['1']);
  assert.deepEqual(dirty.take(10), []);
  dirty.seal();
  dirty.add(['2']);
  assert.deepEqual(dirty.take(10), []);
  dirty.confirm();
  assert.deepEqual(dirty.take(10), ['1']);
});

test('a key that changes while it is applied is applied once more', () => {
  const dirty = new DirtyKeys();
  dirty.add(['1']);
  dirty.seal();
  dirty.confirm();
  assert.deepEqual(dirty.take(10), ['1']);
  dirty.add(['1']);
  dirty.finish(['1']);
  assert.equal(dirty.has('1'), true);
  dirty.seal();
  dirty.confirm();
  assert.deepEqual(dirty.take(10), ['1']);
});

test('a key counts until it is finished, and comes back when it is put back', () => {
  const dirty = new DirtyKeys();
  dirty.add(['1', '2']);
  dirty.seal();
  dirty.confirm();
  dirty.take(1);
  assert.equal(dirty.visibleCount, 2);
  dirty.putBack(['1']);
  assert.deepEqual(dirty.take(10).toSorted(), ['1', '2']);
  dirty.finish(['1', '2']);
  assert.equal(dirty.count, 0);
});

test('a recording hears of keys added while it lasts, and of no others', () => {
  const dirty = new DirtyKeys();
  dirty.add(['1']);
  {
    using recording = dirty.record();
    dirty.add(['2']);
    assert.deepEqual([...recording.keys], ['2']);
  }
  dirty.add(['3']);
});
