import * as zlib from 'node:zlib';
import { ByteReader } from './byte-reader.ts';

/** Where a compressed transaction keeps its fields (MySQL Internals, "Transaction_payload_event"). */
const fields = { end: 0, compression: 2 } as const;
const compressions = { zstd: 0, none: 255 } as const;

/** Node has zstd since 22.15; older ones cannot read what `binlog_transaction_compression` writes. */
export const canReadPayloads = typeof zlib.zstdDecompressSync === 'function';

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
  if (compression === compressions.none) return bytes;
  if (compression !== compressions.zstd || !canReadPayloads) {
    throw new RangeError('a compressed transaction that this Node cannot decompress');
  }
  return zlib.zstdDecompressSync(bytes);
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
