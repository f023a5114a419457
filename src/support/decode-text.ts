/** Why bytes are no text of ours. */
export interface Undecodable {
  /** Of the first byte that does not fit, from 0. */
  readonly offset: number;
  /** The line it is on, from 1. */
  readonly line: number;
  /** What the bytes look like, as in "It looks like …". */
  readonly looksLike: string;
  /** As `iconv` calls it; `null` where nobody can tell. */
  readonly encoding: string | null;
}

/**
 * The text of UTF-8, without a byte order mark. Nothing is replaced: a letter that becomes another one would end up in
 * somebody's column.
 */
export function decodeText(bytes: Uint8Array): string | Undecodable {
  const wide = findWide(bytes);
  if (wide !== null) return wide;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const offset = firstInvalid(bytes);
    return { offset, line: lineAt(bytes, offset), ...guessNarrow(bytes, offset) };
  }
}

const marks: readonly (readonly [mark: readonly number[], encoding: string])[] = [
  [[0xff, 0xfe, 0, 0], 'UTF-32LE'],
  [[0, 0, 0xfe, 0xff], 'UTF-32BE'],
  [[0xff, 0xfe], 'UTF-16LE'],
  [[0xfe, 0xff], 'UTF-16BE'],
];

/** Two or four bytes a character. A NUL byte would be valid UTF-8, and no SQL has one. */
function findWide(bytes: Uint8Array): Undecodable | null {
  for (const [mark, encoding] of marks) {
    if (mark.every((byte, index) => bytes[index] === byte))
      return { offset: 0, line: 1, looksLike: `${encoding} with a byte order mark`, encoding };
  }
  const offset = bytes.indexOf(0);
  if (offset === -1) return null;
  const encoding = guessWide(bytes);
  const looksLike = encoding === null ? 'no text at all' : `${encoding} without a byte order mark`;
  return { offset, line: lineAt(bytes, offset), looksLike, encoding };
}

/** In Western text every second byte is NUL: the first of each pair where the high byte comes first. */
function guessWide(bytes: Uint8Array): string | null {
  const nuls = [0, 0];
  for (const [index, byte] of bytes.entries()) if (byte === 0) nuls[index % 2] = (nuls[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nuls;
  if (odd * 4 > bytes.length && even * 8 < bytes.length) return 'UTF-16LE';
  return even * 4 > bytes.length && odd * 8 < bytes.length ? 'UTF-16BE' : null;
}

/** Where the first sequence begins that is not UTF-8. */
function firstInvalid(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isPrefix(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  // The bytes up to there may end in the middle of a sequence, which is the one.
  const whole = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, low), {
    stream: true,
  });
  return Buffer.byteLength(whole);
}

/** Whether more bytes could make it UTF-8. */
function isPrefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** One byte a character, as far as the bytes tell. */
function guessNarrow(bytes: Uint8Array, offset: number): Pick<Undecodable, 'looksLike' | 'encoding'> {
  const byte = bytes[offset] ?? 0;
  const high = bytes.filter((other) => other >= 0x80);
  if (high.some((other) => undefinedInWindows1252.has(other)))
    return { looksLike: 'an encoding that is neither UTF-8 nor Western European', encoding: null };
  const encoding = high.some((other) => other < 0xa0) ? 'windows-1252' : 'ISO-8859-1';
  const name = encoding === 'ISO-8859-1' ? 'ISO-8859-1 (Latin-1)' : encoding;
  const letter = new TextDecoder('windows-1252').decode(Uint8Array.of(byte));
  return { looksLike: `${name}, where byte 0x${byte.toString(16).toUpperCase()} is ${letter}`, encoding };
}

const undefinedInWindows1252: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (const byte of bytes.subarray(0, offset)) if (byte === 0x0a) line += 1;
  return line;
}
