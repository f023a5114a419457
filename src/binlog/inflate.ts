import { inflateSync } from 'node:zlib';

/** What MariaDB compresses: a byte that says how many bytes hold the length, the length, then zlib. */
export function inflate(bytes: Buffer): Buffer {
  const lengthBytes = (bytes[0] ?? 0) & 7;
  return inflateSync(bytes.subarray(1 + lengthBytes));
}
