import { inflateSync } from 'node:zlib';

/**
 * What MariaDB compresses: a byte that says how many bytes hold the length, the length, then zlib.
 * @throws RangeError where it cannot be decompressed
 */
export function inflate(bytes: Buffer): Buffer {
  const lengthBytes = (bytes[0] ?? 0) & 7;
  try {
    return inflateSync(bytes.subarray(1 + lengthBytes));
  } catch (error) {
    throw new RangeError(`what is compressed in it cannot be decompressed (${String(error)})`);
  }
}
