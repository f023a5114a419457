import type { ByteReader } from './byte-reader.ts';
import { wireTypes as t, type WireColumn } from './table-map.ts';

/**
 * How many bytes the value under the reader takes; a length prefix is read off on the way. Only so much is known of
 * columns that are not part of the key: how far to step over them.
 */
export function readSize(column: WireColumn, reader: ByteReader): number {
  const { type, meta } = column;
  switch (type) {
    case t.null:
      return 0;
    case t.tiny:
    case t.year:
      return 1;
    case t.short:
      return 2;
    case t.int24:
    case t.date:
    case t.newDate:
    case t.time:
      return 3;
    case t.long:
    case t.float:
    case t.timestamp:
      return 4;
    case t.longlong:
    case t.double:
    case t.datetime:
      return 8;
    case t.timestamp2:
      return 4 + fractionBytes(meta);
    case t.datetime2:
      return 5 + fractionBytes(meta);
    case t.time2:
      return 3 + fractionBytes(meta);
    case t.bit:
      return bitBytes(meta);
    case t.newDecimal:
      return decimalBytes(meta & 0xff, meta >> 8);
    case t.varchar:
    case t.varString:
    case t.varcharCompressed:
      return reader.uint(meta > 255 ? 2 : 1);
    case t.string:
      return stringSize(meta, reader);
    case t.enum:
    case t.set:
      return meta >> 8;
    case t.json:
    case t.geometry:
    case t.vector:
    case t.blob:
    case t.tinyBlob:
    case t.mediumBlob:
    case t.longBlob:
    case t.blobCompressed:
      return reader.uint(meta);
    default:
      throw new RangeError(`the binlog has a column of type ${type}, which is not known`);
  }
}

/** ENUM and SET hide behind STRING: the first byte of metadata tells. */
export function realType(column: WireColumn): number {
  if (column.type !== t.string) return column.type;
  const declared = column.meta & 0xff;
  return declared === t.enum || declared === t.set ? declared : t.string;
}

export function fractionBytes(digits: number): number {
  return Math.ceil(digits / 2);
}

/** Bytes for so many decimal digits that do not fill a group of nine. */
export const leftoverBytes = [0, 1, 1, 2, 2, 3, 3, 4, 4, 4] as const;

function decimalBytes(precision: number, scale: number): number {
  const size = (digits: number): number => Math.floor(digits / 9) * 4 + (leftoverBytes[digits % 9] ?? 0);
  return size(precision - scale) + size(scale);
}

function bitBytes(meta: number): number {
  return (meta >> 8) + ((meta & 0xff) > 0 ? 1 : 0);
}

/** For a CHAR longer than 255 bytes two bits of the length are folded, inverted, into the type byte. */
function stringSize(meta: number, reader: ByteReader): number {
  const low = meta & 0xff;
  const high = meta >> 8;
  if (low === t.enum || low === t.set) return high;
  const maximum = (low & 0x30) === 0x30 ? high : high | (((low & 0x30) ^ 0x30) << 4);
  return reader.uint(maximum > 255 ? 2 : 1);
}
