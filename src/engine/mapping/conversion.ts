import type { Column } from '../../mysql/inspect-table.ts';
import type { Flavor } from '../../mysql/server.ts';
import {
  asDigits,
  asInteger,
  asNumber,
  asRounded,
  asRoundedWhole,
  asShown,
  asSignedRange,
  asWhole,
} from '../../sql/parser/column-value.ts';
import { ident, type Sql } from '../../sql/sql.ts';
import type { TypeFamily } from '../../sql/type-families.ts';
import { GhostshipError } from '../../support/errors.ts';
import type { ColumnMap, MappedColumn } from './column-map.ts';
import { cutsSpaces, familyOf, lengthOf, numbers, staysSigned } from './type-families.ts';

/*
 * ALTER TABLE and INSERT … SELECT convert most values in the same way. This file has the exceptions. They were measured, from
 * every type to every other, on MySQL 9.7 and MariaDB 10.11.
 */

/** The expression that fills a ghost column, so that it gets the value that ALTER TABLE would give it. */
export function convertedValue({ from, to }: MappedColumn, flavor: Flavor): Sql {
  const [source, target] = [familyOf(from), familyOf(to)];
  if (isShownOtherwise(from) && strings.includes(target)) return asShown(from.name);
  if (flavor === 'mysql' && isNumber(source) && readAsText.includes(target)) return asShown(from.name);
  if (isStoredUnseen({ from, to }, flavor)) return asShown(from.name);
  const limit = wholeLength({ from, to }, flavor);
  if (limit !== null) return asWhole(from.name, limit);
  if (staysSigned({ from, to }, flavor)) return asSignedRange(from.name);
  if (flavor === 'mariadb' && fractions.includes(source) && target === 'enum') return asRoundedWhole(from.name);
  if (flavor === 'mariadb' && strings.includes(source) && target === 'integer') return asDigits(from.name);
  if (strings.includes(source) && target === 'bit') return asInteger(from.name);
  if (times.includes(source) && target === 'bit') return asNumber(from.name);
  const digits = from.dataType === to.dataType && from.columnType !== to.columnType ? roundedDigits(to) : null;
  return digits === null ? ident(from.name) : asRounded(from.name, digits);
}

/** @throws GhostshipError `unsupported-statement` for a conversion of ALTER TABLE that no expression can repeat */
export function refuseConversions(map: ColumnMap, flavor: Flavor): void {
  const refused = map.filter((column) => isUnlikeAlter(column, flavor));
  if (refused.length === 0) return;
  const words = refused.map(({ from, to }) => `${from.name} from ${from.columnType} to ${to.columnType}`);
  throw new GhostshipError(
    'unsupported-statement',
    `The statement changes ${words.join(', ')}: copied rows would get other values than the server's own ALTER gives them.`,
    {
      hint: 'Add a column of the new type, fill it with an expression of your own, and drop the old column.',
    },
  );
}

const strings: readonly TypeFamily[] = ['text', 'binary'];
const fractions: readonly TypeFamily[] = ['decimal', 'float'];
const times: readonly TypeFamily[] = ['date', 'time'];
const readAsText: readonly TypeFamily[] = ['enum', 'set', 'json'];

function isUnlikeAlter({ from, to }: MappedColumn, flavor: Flavor): boolean {
  const [source, target] = [familyOf(from), familyOf(to)];
  const becomes = (...families: readonly TypeFamily[]): boolean => families.includes(target);
  switch (source) {
    case 'float':
      return becomes('bit', 'year', 'date', 'time') || (becomes('set') && flavor === 'mariadb');
    case 'decimal':
      return becomes('set') && flavor === 'mariadb';
    case 'bit':
      return becomes('float') && from.digits > 63;
    case 'json':
      return becomes('bit', 'date');
    case 'year':
      return becomes('date') && flavor === 'mariadb';
    case 'date':
      return (becomes('bit') && from.fraction > 0) || (becomes('year') && flavor === 'mysql');
    case 'time':
      return becomes('bit') && from.fraction > 0;
    case 'integer':
    case 'text':
    case 'binary':
    case 'enum':
    case 'set':
    case 'other':
      return false;
  }
}

function isNumber(family: TypeFamily): boolean {
  return numbers.includes(family) || family === 'year';
}

/**
 * INSERT … SELECT from a column takes the bytes over as they are. If they are more than a TEXT or BLOB holds, MariaDB says nothing
 * and keeps the length modulo 256, or 65,536; MySQL refuses spaces that ALTER TABLE cuts off. From an expression both do as
 * ALTER TABLE does.
 */
function isStoredUnseen({ from, to }: MappedColumn, flavor: Flavor): boolean {
  if (!strings.includes(familyOf(from)) || !/(?:text|blob)$/u.test(to.dataType)) return false;
  if ((to.octets ?? 0) >= (from.octets ?? 0)) return false;
  return flavor === 'mariadb' || cutsSpaces({ from, to }, flavor);
}

/**
 * MariaDB's ALTER TABLE refuses a VARCHAR that is too long by trailing spaces, and its INSERT cuts them off. `null` where both do the
 * same.
 */
function wholeLength({ from, to }: MappedColumn, flavor: Flavor): number | null {
  const isVarchar = from.dataType === 'varchar' && to.dataType === 'varchar' && to.charset !== null;
  if (!isVarchar || flavor !== 'mariadb' || cutsSpaces({ from, to }, flavor)) return null;
  const length = lengthOf(to) ?? 0;
  return length < (lengthOf(from) ?? 0) ? length : null;
}

/**
 * INSERT … SELECT leaves out leading zeros and those that `DOUBLE(10, 2)` has at its end, gives a FLOAT the digits of a DOUBLE, and
 * rounds a DOUBLE until it fits into the string. ALTER TABLE does none of it.
 */
function isShownOtherwise(column: Column): boolean {
  return familyOf(column) === 'float' || column.dataType === 'year' || /zerofill/iu.test(column.columnType);
}

/** `FLOAT(10, 2)` keeps two digits. INSERT … SELECT from another FLOAT keeps all of them. */
function roundedDigits({ columnType }: Column): number | null {
  const digits = /^(?:float|double)\(\d+,(\d+)\)/iu.exec(columnType)?.[1];
  return digits === undefined ? null : Number(digits);
}
