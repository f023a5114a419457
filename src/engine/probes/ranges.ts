import type { Column } from '../../mysql/inspect-table.ts';
import { familyOf, isUnsigned, labelsOf, lengthOf } from '../mapping/type-families.ts';

/** Bounds as SQL numbers, both inclusive. */
export interface Range {
  readonly lowest: string;
  readonly highest: string;
  /** An unsigned DECIMAL or FLOAT refuses -0.001. An unsigned integer rounds it to 0 first (measured, MySQL). */
  readonly refusesNegativeFractions: boolean;
  /** True where the numbers stand for labels of an ENUM. */
  readonly isLabel: boolean;
}

/** `null` for a type that is no number, and for a type whose range has every number. */
export function rangeOf(column: Column): Range | null {
  const unsigned = isUnsigned(column);
  switch (familyOf(column)) {
    case 'integer': {
      const bits = BigInt(integerBits[column.dataType] ?? 64);
      return unsigned ? between(0n, (1n << bits) - 1n) : between(-(1n << (bits - 1n)), (1n << (bits - 1n)) - 1n);
    }
    case 'decimal':
      return fixedPoint(column.digits, column.scale, unsigned);
    case 'float':
      return floatingPoint(column, unsigned);
    case 'year':
      return between(0n, 2155n);
    case 'bit': {
      const bits = lengthOf(column) ?? 1;
      return bits >= 64 ? null : between(0n, (1n << BigInt(bits)) - 1n);
    }
    case 'enum':
      return { ...between(0n, BigInt(labelsOf(column).length)), isLabel: true };
    case 'set': {
      const members = BigInt(labelsOf(column).length);
      return members >= 64n ? null : between(0n, (1n << members) - 1n);
    }
    case 'text':
    case 'binary':
    case 'date':
    case 'time':
    case 'json':
    case 'other':
      return null;
  }
}

/** True where every value of the old column is in the range, also after rounding. */
export function isWithin(from: Column, range: Range): boolean {
  const family = familyOf(from);
  if (family !== 'integer' && family !== 'decimal' && family !== 'bit') return false;
  const own = family === 'decimal' ? wholeNumbersOf(from, fractionOf(range.highest)) : rangeOf(from);
  if (own === null) return false;
  if (!isDigits(range)) return own.lowest === '0' || range.lowest !== '0';
  return integerPart(own.lowest) >= integerPart(range.lowest) && integerPart(own.highest) <= integerPart(range.highest);
}

const integerBits: Readonly<Record<string, number>> = { tinyint: 8, smallint: 16, mediumint: 24, int: 32, bigint: 64 };

function between(lowest: bigint, highest: bigint): Range {
  return { lowest: String(lowest), highest: String(highest), refusesNegativeFractions: false, isLabel: false };
}

function fixedPoint(digits: number, scale: number, unsigned: boolean): Range {
  const whole = '9'.repeat(digits - scale) || '0';
  const highest = scale === 0 ? whole : `${whole}.${'9'.repeat(scale)}`;
  return { lowest: unsigned ? '0' : `-${highest}`, highest, refusesNegativeFractions: true, isLabel: false };
}

/** FLT_MAX and DBL_MAX, made a little larger, so that rounding the literal never excludes the largest value. */
function floatingPoint(column: Column, unsigned: boolean): Range {
  const [, digits, scale] = /\((\d+),(\d+)\)/u.exec(column.columnType) ?? [];
  if (digits !== undefined && scale !== undefined) return fixedPoint(Number(digits), Number(scale), unsigned);
  const highest = column.dataType === 'float' ? '3.4028235e38' : '1.7976931348623157e308';
  return { lowest: unsigned ? '0' : `-${highest}`, highest, refusesNegativeFractions: true, isLabel: false };
}

/** The range is larger by one where a fraction may be rounded up. */
function wholeNumbersOf(column: Column, keptDigits: number): Range {
  const bound = 10n ** BigInt(column.digits - column.scale);
  const highest = column.scale <= keptDigits ? bound - 1n : bound;
  return between(isUnsigned(column) ? 0n : -highest, highest);
}

function fractionOf(number: string): number {
  return (number.split('.')[1] ?? '').length;
}

function isDigits(range: Range): boolean {
  return /^-?[\d.]+$/u.test(range.highest);
}

function integerPart(number: string): bigint {
  return BigInt(number.split('.')[0] ?? '0');
}
