import type { Column } from '../../mysql/inspect-table.ts';
import type { Flavor } from '../../mysql/server.ts';
import { familyOfType, type TypeFamily } from '../../sql/type-families.ts';
import type { MappedColumn } from './column-map.ts';

export const numbers: readonly TypeFamily[] = ['integer', 'decimal', 'float'];

export function familyOf(column: Column): TypeFamily {
  return familyOfType(column.dataType);
}

export function isUnsigned(column: Column): boolean {
  return /unsigned|zerofill/iu.test(column.columnType);
}

/** The number in `varchar(40)`; `null` where the type has none. */
export function lengthOf(column: Column): number | null {
  const length = /\((\d+)/u.exec(column.columnType)?.[1];
  return length === undefined ? null : Number(length);
}

/** The labels of an ENUM or SET, quoted as in the definition. */
export function labelsOf(column: Column): readonly string[] {
  return column.columnType.match(/'(?:[^']|'')*'/gu) ?? [];
}

/** True where the server must convert the values. */
export function changesType({ from, to }: MappedColumn): boolean {
  return from.columnType !== to.columnType || from.charset !== to.charset;
}

/** MySQL writes a number as text, and looks for a label with this text before it takes the number for that of a label. */
export function isReadAsLabel({ from, to }: MappedColumn, flavor: Flavor): boolean {
  const isNumber = familyOf(from) === 'year' || numbers.includes(familyOf(from));
  return flavor === 'mysql' && isNumber && (familyOf(to) === 'enum' || familyOf(to) === 'set');
}

/** MySQL makes a DECIMAL of `true` and of the string `"7"` in a JSON, too. Of other strings it does not. */
export function isReadAsScalar({ from, to }: MappedColumn, flavor: Flavor): boolean {
  return flavor === 'mysql' && familyOf(from) === 'json' && familyOf(to) === 'decimal';
}

/**
 * True where a FLOAT or DOUBLE becomes a BIGINT and must be less than 2⁶³, though INSERT … SELECT takes more. A signed one of MariaDB's
 * is as ALTER TABLE makes it.
 */
export function staysSigned({ from, to }: MappedColumn, flavor: Flavor): boolean {
  return familyOf(from) === 'float' && to.dataType === 'bigint' && (flavor === 'mysql' || isUnsigned(to));
}

/**
 * True where trailing spaces that do not fit are cut off, without an error. But between two VARCHARs of one collation the server
 * counts all bytes, and so does MySQL between two TEXTs of one collation (measured: both servers, ALGORITHM=COPY).
 */
export function cutsSpaces({ from, to }: MappedColumn, flavor: Flavor): boolean {
  if (familyOf(to) === 'binary' || familyOf(from) !== 'text') return false;
  if (from.collation !== to.collation) return true;
  if (from.dataType === 'varchar' && to.dataType === 'varchar') {
    const lengthBytes = (column: Column): number => ((column.octets ?? 0) < 256 ? 1 : 2);
    return lengthBytes(from) !== lengthBytes(to);
  }
  return flavor === 'mariadb' || !(from.dataType.endsWith('text') && to.dataType.endsWith('text'));
}
