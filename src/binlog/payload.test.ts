import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as zlib from 'node:zlib';
import { readPayload } from './payload.ts';

const headerBytes = 19;
const zstd = 0;
const none = 255;

test('a compressed transaction is taken apart into its events', () => {
  const events = [event(19, 'a table'), event(30, 'rows '.repeat(1_000))];
  for (const [compression, bytes] of [
    [zstd, zlib.zstdCompressSync(Buffer.concat(events))],
    [none, Buffer.concat(events)],
  ] as const) {
    const read = readPayload(Buffer.concat([fields(compression), bytes]));
    assert.deepEqual(
      read.map(({ type, body }) => [type, body.toString()]),
      [
        [19, 'a table'],
        [30, 'rows '.repeat(1_000)],
      ],
    );
  }
});

test('what cannot be read is said, not skipped', () => {
  const whole = zlib.zstdCompressSync(event(30, 'rows'));
  assert.throws(() => readPayload(Buffer.concat([fields(7), whole])), RangeError);
  assert.throws(() => readPayload(Buffer.concat([fields(zstd), whole.subarray(0, 12)])), RangeError);
  assert.throws(() => readPayload(Buffer.concat([fields(none), event(30, 'rows').subarray(0, 10)])), RangeError);
});

/** Its length stands behind the time, the type and the server's number. */
function event(type: number, body: string): Buffer {
  const header = Buffer.alloc(headerBytes);
  header[4] = type;
  header.writeUInt32LE(headerBytes + body.length, 9);
  return Buffer.concat([header, Buffer.from(body)]);
}

/** One field, the compression; numbers above 250 take three bytes. */
function fields(compression: number): Buffer {
  const value = compression > 250 ? [0xfc, compression, 0] : [compression];
  return Buffer.from([2, value.length, ...value, 0]);
}
