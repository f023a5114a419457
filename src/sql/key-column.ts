import { hexLiteral, ident, raw, type Sql, sql } from './sql.ts';

/**
 * How values of a key column are written as literals. Numbers stand for themselves (ENUM by ordinal, SET and BIT by
 * bits); strings travel as hexadecimal bytes in the column's own character set; temporals as text in the session's zone.
 */
export type KeyKind =
  | 'integer'
  | 'decimal'
  | 'date'
  | 'datetime'
  | 'timestamp'
  | 'time'
  | 'text'
  | 'binary'
  | 'varbinary'
  | NativeKind;

/** Types of MariaDB that compare by bytes of a fixed number. `CAST(… AS UUID)` takes these bytes as they are. */
export type NativeKind = 'uuid' | 'inet4' | 'inet6';

export interface KeyColumn {
  readonly name: string;
  /** From 0, as in a binlog row. */
  readonly ordinal: number;
  readonly kind: KeyKind;
  readonly unsigned: boolean;
  /** True where every whole number between two of its values is a value, too; not of YEAR, ENUM, SET and BIT. */
  readonly consecutive: boolean;
  /** Of `text`. */
  readonly charset: string | null;
  readonly collation: string | null;
  /** Of types of a fixed number of bytes: the binlog leaves trailing zero bytes away, the table does not. */
  readonly paddedBytes: number;
  /** Digits after the point, of decimals and times; every literal has so many. */
  readonly fraction: number;
}

/** The expression that selects a key column in the form {@link literalFromSelected} reads. */
export function selectKeyPart(column: KeyColumn, qualifier: Sql | null = null): Sql {
  const name = qualifier === null ? ident(column.name) : sql`${qualifier}.${ident(column.name)}`;
  switch (column.kind) {
    case 'integer':
      return sql`CAST(${name} + 0 AS CHAR)`;
    case 'decimal':
    case 'date':
    case 'datetime':
    case 'timestamp':
    case 'time':
      return sql`CAST(${name} AS CHAR)`;
    case 'text':
    case 'binary':
    case 'varbinary':
    case 'uuid':
    case 'inet4':
    case 'inet6':
      return sql`HEX(${name})`;
  }
}

/** @param text of the original's column, or of the ghost's that holds the same value */
export function literalFromSelected(column: KeyColumn, text: string): string {
  switch (column.kind) {
    case 'integer':
      return text;
    case 'decimal':
      return withoutZeros(text, column.fraction);
    case 'date':
    case 'datetime':
    case 'timestamp':
    case 'time':
      return temporalLiteral(withoutZeros(text, column.fraction));
    case 'text':
    case 'binary':
    case 'varbinary':
    case 'uuid':
    case 'inet4':
    case 'inet6':
      return bytesLiteral(column, Buffer.from(text, 'hex'));
  }
}

/** The ghost's column may have more digits than the original's, and a key is its text. */
function withoutZeros(text: string, digits: number): string {
  const point = text.indexOf('.');
  if (point === -1) return text;
  const end = digits === 0 ? point : point + 1 + digits;
  return /^\.?0*$/u.test(text.slice(end)) ? text.slice(0, end) : text;
}

/** @param text as the server prints it: digits, `-`, `:`, `.` and a space */
export function temporalLiteral(text: string): string {
  return `'${text}'`;
}

export function bytesLiteral(column: KeyColumn, bytes: Uint8Array): string {
  return hexLiteral(padded(column, bytes), column.charset);
}

/** All the bytes of a value, also those the binlog leaves away. */
export function padded(column: KeyColumn, bytes: Uint8Array): Uint8Array {
  if (bytes.length >= column.paddedBytes) return bytes;
  const whole = Buffer.alloc(column.paddedBytes);
  whole.set(bytes);
  return whole;
}

/** A character set, and a collation of it. */
export interface Collation {
  readonly charset: string;
  readonly collation: string;
}

/** A literal of a `text` column as the ghost has it. */
export function convertLiteral(literal: string, { charset, collation }: Collation): Sql {
  return sql`CONVERT(${raw(literal)} USING ${raw(charset)}) COLLATE ${raw(collation)}`;
}

/** A literal that compares as a value of the column does, also away from the column. */
export function collated(column: KeyColumn, literal: string): Sql {
  if (isNative(column.kind)) return sql`CAST(${raw(literal)} AS ${raw(column.kind)})`;
  return column.collation === null ? raw(literal) : sql`(${raw(literal)} COLLATE ${raw(column.collation)})`;
}

/**
 * True where {@link compareLiterals} orders values exactly as the server does. Strings follow a collation: never. A UUID is
 * ordered by version and by the parts of it, in ways that differ between releases.
 */
export function isOrderedHere(column: KeyColumn): boolean {
  return column.kind !== 'text' && !isNative(column.kind);
}

function isNative(kind: KeyKind): kind is NativeKind {
  return kind === 'uuid' || kind === 'inet4' || kind === 'inet6';
}

/**
 * Negative, zero or positive, as the server compares the two values.
 * Bytes: `BINARY` is of one length and `VARBINARY` does not pad, so hexadecimal text sorts as memcmp does.
 * Dates: fixed width, zero-padded text.
 */
export function compareLiterals(column: KeyColumn, left: string, right: string): number {
  if (left === right) return 0;
  switch (column.kind) {
    case 'integer':
      return compareIntegers(left, right);
    case 'decimal':
      return compareBigInts(scaled(left), scaled(right));
    case 'time':
      return compareBigInts(ticks(left), ticks(right));
    case 'date':
    case 'datetime':
    case 'timestamp':
    case 'binary':
    case 'varbinary':
      return left < right ? -1 : 1;
    case 'text':
    case 'uuid':
    case 'inet4':
    case 'inet6':
      throw new TypeError(`${column.name} is ordered by the server alone`);
  }
}

/** 15 digits are below 2^53 with or without a sign. */
function compareIntegers(left: string, right: string): number {
  if (left.length <= 15 && right.length <= 15) return Number(left) - Number(right);
  return compareBigInts(BigInt(left), BigInt(right));
}

function compareBigInts(left: bigint, right: bigint): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Two values of one DECIMAL column have the same number of digits after the point. */
function scaled(literal: string): bigint {
  return BigInt(literal.replace('.', ''));
}

/** `'-838:59:59.000000'` of one TIME column: same number of digits after the point, hours of any width. */
function ticks(literal: string): bigint {
  const digits = literal.replaceAll(/['.]/gu, '').split(':');
  const [hours = '0', minutes = '0', rest = '0'] = digits;
  const negative = hours.startsWith('-');
  const scale = 10n ** BigInt(Math.max(rest.length - 2, 0));
  const total = (BigInt(hours.replace('-', '')) * 3600n + BigInt(minutes) * 60n) * scale + BigInt(rest);
  return negative ? -total : total;
}
