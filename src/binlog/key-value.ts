import { bytesLiteral, type KeyColumn, padded, temporalLiteral } from '../sql/key-column.ts';
import { leftoverBytes, realType } from './column-size.ts';
import { wireTypes as t, type WireColumn } from './table-map.ts';

/**
 * A key value as a SQL literal, straight from the bytes of the row image: exactly what the server holds.
 * @throws RangeError where the wire type is not the one the table's definition promised
 */
export function readKeyValue(column: KeyColumn, wire: WireColumn, bytes: Buffer): string {
  switch (column.kind) {
    case 'integer':
      return readInteger(column, wire, bytes);
    case 'decimal':
      if (wire.type === t.newDecimal) return readDecimal(bytes, wire.meta & 0xff, wire.meta >> 8);
      break;
    case 'date':
      if (wire.type === t.date || wire.type === t.newDate) return temporalLiteral(readDate(bytes));
      break;
    case 'datetime':
      if (wire.type === t.datetime2) return temporalLiteral(readDatetime(bytes, wire.meta));
      break;
    case 'timestamp':
      if (wire.type === t.timestamp2) return temporalLiteral(readTimestamp(bytes, wire.meta));
      break;
    case 'time':
      if (wire.type === t.time2) return temporalLiteral(readTime(bytes, wire.meta));
      break;
    case 'text':
    case 'binary':
    case 'varbinary':
    case 'inet4':
    case 'inet6':
      return bytesLiteral(column, bytes);
    case 'uuid':
      return bytesLiteral(column, uuidFromRecord(Buffer.from(padded(column, bytes))));
  }
  throw new RangeError(`key column ${column.name} arrives as type ${wire.type}, which does not fit its definition`);
}

function readInteger(column: KeyColumn, wire: WireColumn, bytes: Buffer): string {
  switch (realType(wire)) {
    case t.year:
      return bytes[0] === 0 ? '0' : String(1900 + (bytes[0] ?? 0));
    case t.bit:
      return BigInt(`0x${bytes.toString('hex')}`).toString();
    case t.enum:
    case t.set:
      return unsignedLittleEndian(bytes);
    case t.longlong:
      return (column.unsigned ? bytes.readBigUInt64LE() : bytes.readBigInt64LE()).toString();
    case t.tiny:
    case t.short:
    case t.int24:
    case t.long:
      return String(column.unsigned ? bytes.readUIntLE(0, bytes.length) : bytes.readIntLE(0, bytes.length));
    default:
      throw new RangeError(`key column ${column.name} arrives as type ${wire.type}, which is no integer`);
  }
}

/**
 * MariaDB stores the parts of a UUID of version 1 to 5 back to front, so that its node and its variant come first. The bytes
 * of version and variant tell how a record is to be read (MariaDB since 10.11.5, `sql_type_uuid.h`).
 */
function uuidFromRecord(record: Buffer): Buffer {
  const isReversed = (record.readInt8(6) & -record.readInt8(8) & 0x80) !== 0;
  if (!isReversed) return record;
  const parts = [record.subarray(12), record.subarray(10, 12), record.subarray(8, 10), record.subarray(6, 8)];
  return Buffer.concat([...parts, record.subarray(0, 6)]);
}

function unsignedLittleEndian(bytes: Buffer): string {
  return BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`).toString();
}

/**
 * DECIMAL: groups of nine digits in four big-endian bytes, left-over digits in fewer; the top bit is set for a positive
 * number and every bit is inverted for a negative one (MySQL Internals, `decimal2bin`).
 */
function readDecimal(bytes: Buffer, precision: number, scale: number): string {
  const negative = ((bytes[0] ?? 0) & 0x80) === 0;
  const plain = Buffer.from(bytes);
  if (negative) for (let at = 0; at < plain.length; at++) plain[at] = ~(plain[at] ?? 0) & 0xff;
  plain[0] = (plain[0] ?? 0) ^ 0x80;
  const whole = precision - scale;
  let offset = 0;
  const group = (digits: number): string => {
    const size = leftoverBytes[digits] ?? 4;
    const value = size === 0 ? '' : String(plain.readUIntBE(offset, size)).padStart(digits, '0');
    offset += size;
    return value;
  };
  let text = group(whole % 9);
  for (let left = Math.floor(whole / 9); left > 0; left--) text += group(9);
  text = text.replace(/^0+(?=\d)/u, '') || '0';
  if (scale > 0) {
    text += '.';
    for (let left = Math.floor(scale / 9); left > 0; left--) text += group(9);
    text += group(scale % 9);
  }
  return negative ? `-${text}` : text;
}

function readDate(bytes: Buffer): string {
  const packed = bytes.readUIntLE(0, 3);
  return date(packed >> 9, (packed >> 5) & 15, packed & 31);
}

/** Five big-endian bytes: year and month as year × 13 + month, then day, hour, minute, second; then the fraction. */
function readDatetime(bytes: Buffer, fraction: number): string {
  const packed = BigInt(bytes.readUIntBE(0, 5)) - 0x8000000000n;
  const months = Number(packed >> 22n);
  const clock = Number(packed & 0x1ffffn);
  const day = Number((packed >> 17n) & 31n);
  const time = [clock >> 12, (clock >> 6) & 63, clock & 63].map(two).join(':');
  return `${date(Math.floor(months / 13), months % 13, day)} ${time}${readFraction(bytes.subarray(5), fraction)}`;
}

/** Seconds since 1970, big-endian; sessions run in UTC, so UTC is what is written. 0 is the zero date. */
function readTimestamp(bytes: Buffer, fraction: number): string {
  const seconds = bytes.readUInt32BE(0);
  const parts = readFraction(bytes.subarray(4), fraction);
  if (seconds === 0) return `0000-00-00 00:00:00${parts}`;
  return `${new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ')}${parts}`;
}

/** Hours, minutes and seconds with the fraction as one number that is offset so that it sorts; negative below it. */
function readTime(bytes: Buffer, fraction: number): string {
  const size = bytes.length;
  const packed = bytes.readUIntBE(0, size) - 2 ** (size * 8 - 1);
  const magnitude = Math.abs(packed);
  const unit = 2 ** ((size - 3) * 8);
  const clock = Math.floor(magnitude / unit);
  const time = [(clock >> 12) & 0x3ff, (clock >> 6) & 63, clock & 63].map(two).join(':');
  return `${packed < 0 ? '-' : ''}${time}${writeFraction(magnitude % unit, (size - 3) * 2, fraction)}`;
}

function readFraction(bytes: Buffer, digits: number): string {
  return digits === 0 ? '' : writeFraction(bytes.readUIntBE(0, bytes.length), bytes.length * 2, digits);
}

/** The stored fraction has an even number of digits; the column may show one less. */
function writeFraction(value: number, stored: number, shown: number): string {
  return shown === 0 ? '' : `.${String(value).padStart(stored, '0').slice(0, shown)}`;
}

function date(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
