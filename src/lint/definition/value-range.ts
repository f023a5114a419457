import type { ColumnShape } from './column-shape.ts';
import type { TypeShape } from './type-shape.ts';

/** How long the values of a string may be; bytes of a binary string, or of a character string whose type counts bytes. */
export interface Room {
  readonly size: number;
  readonly unit: 'characters' | 'bytes';
}

/** `null` for what is no string. */
export function roomOf({ type }: ColumnShape): Room | null {
  const bytes = byteSizes[type.name];
  if (bytes !== undefined) return { size: bytes, unit: 'bytes' };
  const length = Number(type.arguments[0]);
  if (!Number.isInteger(length)) return null;
  if (type.family === 'text') return { size: length, unit: 'characters' };
  return type.family === 'binary' ? { size: length, unit: 'bytes' } : null;
}

/** Whether a value that fits `from` can be too long for `to`. */
export function isShorter(from: ColumnShape, to: ColumnShape): boolean {
  if (from.type.family !== to.type.family) return false;
  const [before, after] = [roomOf(from), roomOf(to)];
  if (before === null || after === null) return false;
  if (before.unit === after.unit) return after.size < before.size;
  if (before.unit === 'bytes') return after.size < before.size;
  return after.size < before.size * bytesPerCharacter(from.charset);
}

const byteSizes: Readonly<Record<string, number>> = {
  tinytext: 2 ** 8 - 1,
  text: 2 ** 16 - 1,
  mediumtext: 2 ** 24 - 1,
  longtext: 2 ** 32 - 1,
  tinyblob: 2 ** 8 - 1,
  blob: 2 ** 16 - 1,
  mediumblob: 2 ** 24 - 1,
  longblob: 2 ** 32 - 1,
};

function bytesPerCharacter(charset: string | null): number {
  if (charset === null || /^(?:utf8mb4|utf16|utf16le|utf32|gb18030)$/u.test(charset)) return 4;
  if (/^(?:utf8mb3|ujis|eucjpms)$/u.test(charset)) return 3;
  return /^(?:ucs2|gbk|gb2312|big5|sjis|cp932|euckr)$/u.test(charset) ? 2 : 1;
}

/** What numbers a type holds: whole digits before the point and digits behind it, or a range of whole numbers. */
export interface NumberRoom {
  readonly low: bigint;
  readonly high: bigint;
  readonly scale: number;
  /** Digits that are kept whatever the size: of a FLOAT about 7, of a DOUBLE about 15; `null` where all are. */
  readonly significant: number | null;
}

export function numberRoom({ name, family, arguments: args, unsigned }: TypeShape): NumberRoom | null {
  if (family === 'integer') {
    const bits = BigInt(integerBits[name] ?? 32);
    const high = unsigned ? 2n ** bits - 1n : 2n ** (bits - 1n) - 1n;
    return { low: unsigned ? 0n : -high - 1n, high, scale: 0, significant: null };
  }
  if (family === 'decimal') {
    const scale = Number(args[1] ?? 0);
    const high = 10n ** BigInt(Math.max(0, Number(args[0] ?? 10) - scale)) - 1n;
    return { low: unsigned ? 0n : -high, high, scale, significant: null };
  }
  if (family !== 'float') return null;
  const high = 10n ** (name === 'float' ? 38n : 308n);
  return { low: unsigned ? 0n : -high, high, scale: 30, significant: name === 'float' ? 7 : 15 };
}

const integerBits: Readonly<Record<string, number>> = { tinyint: 8, smallint: 16, mediumint: 24, int: 32, bigint: 64 };
