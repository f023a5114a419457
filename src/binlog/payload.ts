import * as zlib from 'node:zlib';
import { decompress as unzstd } from 'fzstd';
import { ByteReader } from './byte-reader.ts';

/** Where a compressed transaction keeps its fields (MySQL Internals, "Transaction_payload_event"). */
const fields = { end: 0, compression: 2 } as const;
const compressions = { zstd: 0, none: 255 } as const;

export interface InnerEvent {
  readonly type: number;
  /** Without header; inner events carry no checksum. */
  readonly body: Buffer;
}

/** @throws RangeError where it cannot be decompressed */
export function readPayload(body: Buffer): InnerEvent[] {
  const reader = new ByteReader(body);
  let compression: number = compressions.zstd;
  for (let field = reader.lengthEncoded(); field !== fields.end; field = reader.lengthEncoded()) {
    const value = new ByteReader(reader.take(reader.lengthEncoded()));
    if (field === fields.compression) compression = value.lengthEncoded();
  }
  return splitEvents(decompress(reader.rest(), compression));
}

function decompress(bytes: Buffer, compression: number): Buffer {
  switch (compression) {
    case compressions.none:
      return bytes;
    case compressions.zstd:
      return inflateZstd(bytes);
    default:
      throw new RangeError(`a transaction compressed in a way (${compression}) that is not known`);
  }
}

function inflateZstd(bytes: Buffer): Buffer {
  try {
    // Node has it since 22.15, and much faster.
    const inflated = typeof zlib.zstdDecompressSync === 'function' ? zlib.zstdDecompressSync(bytes) : unzstd(bytes);
    return Buffer.from(inflated.buffer, inflated.byteOffset, inflated.byteLength);
  } catch (error) {
    throw new RangeError(`a compressed transaction that cannot be decompressed (${String(error)})`);
  }
}

const headerBytes = 19;

function splitEvents(bytes: Buffer): InnerEvent[] {
  const events: InnerEvent[] = [];
  for (let start = 0; start < bytes.length; ) {
    const length = bytes.readUInt32LE(start + 9);
    if (length < headerBytes) throw new RangeError('a compressed transaction does not add up');
    events.push({ type: bytes[start + 4] ?? 0, body: bytes.subarray(start + headerBytes, start + length) });
    start += length;
  }
  return events;
}
