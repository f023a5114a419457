import { createHash } from 'node:crypto';

/** SHA-256, hexadecimal. */
export function digest(text: string | Buffer): string {
  return createHash('sha256').update(text).digest('hex');
}
