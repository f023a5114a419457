import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as zlib from 'node:zlib';
import { binlogEvent, compressions, payloadBody } from '../../test/support/binlog-event.ts';
import { readPayload } from './payload.ts';

const rows = (text: string): Buffer => binlogEvent(30, Buffer.from(text));

test('a compressed transaction is taken apart into its events', () => {
  const events = [binlogEvent(19, Buffer.from('a table')), rows('rows '.repeat(1_000))];
  for (const [compression, bytes] of [
    [compressions.zstd, zlib.zstdCompressSync(Buffer.concat(events))],
    [compressions.none, Buffer.concat(events)],
  ] as const) {
    assert.deepEqual(readPayload(payloadBody(compression, bytes)), events);
  }
});

test('what cannot be read is said, not skipped', () => {
  const whole = zlib.zstdCompressSync(rows('rows'));
  assert.throws(() => readPayload(payloadBody(7, whole)), RangeError);
  assert.throws(() => readPayload(payloadBody(compressions.zstd, whole.subarray(0, 12))), RangeError);
  for (const length of [10, rows('rows').length - 1])
    assert.throws(() => readPayload(payloadBody(compressions.none, rows('rows').subarray(0, length))), RangeError);
});
