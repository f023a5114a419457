import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
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
  assert.equal(dirty.all().has('1'), true);
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

test('who waits for room goes on as soon as enough keys are finished', async () => {
  const dirty = new DirtyKeys();
  dirty.addVisible(['1', '2', '3']);
  const taken = dirty.take(3);
  let hasRoom = false;
  const waiting = dirty.waitForRoom(1, AbortSignal.timeout(5_000)).then(() => {
    hasRoom = true;
  });
  dirty.finish(taken.slice(0, 1));
  await setImmediate();
  assert.equal(hasRoom, false, 'two are left');
  dirty.finish(taken.slice(1, 2));
  await setImmediate();
  assert.equal(hasRoom, true, 'it was told, and did not have to look');
  await waiting;
});

test('who waits for room goes on when keys turn out to be the same', async () => {
  const dirty = new DirtyKeys();
  dirty.addVisible(['1']);
  dirty.add(['1']);
  dirty.seal();
  const waiting = dirty.waitForRoom(1, AbortSignal.timeout(5_000));
  dirty.confirm();
  await waiting;
  assert.equal(dirty.count, 1);
});

test('who waits for room is stopped by the signal', async () => {
  const dirty = new DirtyKeys();
  dirty.addVisible(['1']);
  await assert.rejects(dirty.waitForRoom(0, AbortSignal.timeout(20)));
});

/** Ready as a barrier leaves them. */
function readyKeys(...keys: readonly string[]): DirtyKeys {
  const dirty = new DirtyKeys();
  dirty.add(keys);
  dirty.seal();
  dirty.confirm();
  return dirty;
}

test('what is left at a barrier is done once each of its keys was written', () => {
  const dirty = readyKeys('1', '2');
  using left = dirty.leftAtBarrier();
  dirty.add(['3']);
  dirty.take(1);
  dirty.finish(['1']);
  assert.equal(left.isEmpty, false);
  dirty.take(1);
  dirty.putBack(['2']);
  assert.equal(left.isEmpty, false);
  dirty.take(1);
  dirty.finish(['2']);
  assert.equal(left.isEmpty, true);
});

test('a key that was read before the barrier and has changed since must be read once more', () => {
  const dirty = readyKeys('1');
  dirty.take(1);
  dirty.addVisible(['1']);
  using left = dirty.leftAtBarrier();
  dirty.finish(['1']);
  assert.equal(left.isEmpty, false);
  dirty.take(1);
  dirty.finish(['1']);
  assert.equal(left.isEmpty, true);
});

test('a key that changes again after the barrier is not waited for once more', () => {
  const dirty = readyKeys('1');
  using left = dirty.leftAtBarrier();
  dirty.take(1);
  dirty.addVisible(['1']);
  dirty.finish(['1']);
  assert.equal(left.isEmpty, true);
});

test('a key of a chunk in flight is not waited for, unless it was looked up before the barrier', () => {
  const dirty = readyKeys('1', '2');
  dirty.take(1);
  using left = dirty.leftAtBarrier();
  dirty.take(1);
  dirty.postpone(['2']);
  assert.equal(left.isEmpty, false);
  dirty.postpone(['1']);
  assert.equal(left.isEmpty, false);
  dirty.take(2);
  dirty.postpone(['1', '2']);
  assert.deepEqual([left.isEmpty, left.isDone], [true, false]);
  dirty.take(1);
  dirty.finish(['2']);
  assert.equal(left.isDone, false);
  dirty.take(1);
  dirty.finish(['1']);
  assert.equal(left.isDone, true);
});

test('keys that were handed over are known until each was written, also where one was taken before', () => {
  const dirty = readyKeys('1');
  assert.equal(dirty.hasHandedKeys, false);
  dirty.take(1);
  dirty.addVisible(['1', '2']);
  dirty.finish(['1']);
  dirty.take(2);
  dirty.finish(['2']);
  assert.equal(dirty.hasHandedKeys, true);
  dirty.postpone(['1']);
  assert.equal(dirty.hasHandedKeys, true);
  dirty.take(1);
  dirty.putBack(['1']);
  assert.equal(dirty.hasHandedKeys, true);
  dirty.take(1);
  dirty.finish(['1']);
  assert.equal(dirty.hasHandedKeys, false);
});

test('a recording that has become too long has nothing any more', () => {
  const dirty = new DirtyKeys();
  using recorded = dirty.record(2);
  dirty.add(['1', '2', '2']);
  assert.deepEqual([[...recorded.keys], recorded.isCut], [['1', '2'], false]);
  dirty.add(['3']);
  dirty.add(['4']);
  assert.deepEqual([[...recorded.keys], recorded.isCut], [[], true]);
});
