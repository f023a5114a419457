import * as zlib from 'node:zlib';
import { decompress as unzstd } from 'fzstd';
import { headerBytes } from './binlog-event.ts';
import { ByteReader } from './byte-reader.ts';

/** Where a compressed transaction keeps its fields (MySQL Internals, "Transaction_payload_event"). */
const fields = { end: 0, compression: 2 } as const;
const compressions = { zstd: 0, none: 255 } as const;

/**
 * @returns the events in it, with their headers; they carry no checksums
 * @throws RangeError where it cannot be decompressed, or does not add up
 */
export function readPayload(body: Buffer): Buffer[] {
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

function splitEvents(bytes: Buffer): Buffer[] {
  const events: Buffer[] = [];
  for (let start = 0; start < bytes.length; ) {
    const length = bytes.readUInt32LE(start + 9);
    if (length < headerBytes || start + length > bytes.length)
      throw new RangeError('a compressed transaction does not add up');
    events.push(bytes.subarray(start, start + length));
    start += length;
  }
  return events;
}
