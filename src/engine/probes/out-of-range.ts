import type { Column } from '../../mysql/inspect-table.ts';
import { asSignedRange } from '../../sql/parser/column-value.ts';
import {
  asNumber,
  asText,
  hasStrayCharacter,
  isNoNumber,
  isNoTimestamp,
  isOutside,
  lastTimestamp,
  numberInText,
  rounded,
} from '../../sql/probe-conditions.ts';
import { ident, type Sql, sql } from '../../sql/sql.ts';
import type { MappedColumn } from '../mapping/column-map.ts';
import { changesType, familyOf, isReadAsLabel, staysSigned } from '../mapping/type-families.ts';
import { type Probe, type ProbedAlter, probeColumn } from './probe.ts';
import { isWithin, type Range, rangeOf } from './ranges.ts';

/** Finds numbers, and values that become numbers, outside the range of the new type, and times outside that of a TIMESTAMP. */
export function probeOutOfRange(alter: ProbedAlter): Probe[] {
  return alter.map.filter(changesType).flatMap((column) => {
    const { from, to } = column;
    const condition = to.dataType === 'timestamp' ? notInTime(column, alter) : beyond(column, alter);
    if (condition === null) return [];
    return probeColumn(alter, column, {
      kind: 'out-of-range',
      condition,
      fault: `${from.name} is out of range`,
      because: `${to.name} becomes ${to.columnType}`,
      hint: 'Correct these values first, or choose a wider type.',
    });
  });
}

function beyond({ from, to }: MappedColumn, { server }: ProbedAlter): Sql | null {
  const range = rangeOf(to);
  if (range === null || isWithin(from, range) || isReadAsLabel({ from, to }, server.flavor)) return null;
  const value = staysSigned({ from, to }, server.flavor) ? asSignedRange(from.name) : numberOf(from, to);
  if (value === null) return null;
  const outside = isOutside(rounding(value, from, to), lowest(range, from, server.flavor), range.highest);
  const negative = range.refusesNegativeFractions || (server.flavor === 'mariadb' && from.dataType === 'decimal');
  const condition = range.lowest === '0' && negative ? sql`(${outside} OR ${value} < 0)` : outside;
  const yearless =
    to.dataType === 'year' ? sql`(${condition} OR ${rounded(value, 0)} BETWEEN 100 AND 1900)` : condition;
  return isWritten(from)
    ? sql`(NOT (${isNoNumber(asText(ident(from.name)), server.flavor === 'mariadb' && familyOf(to) === 'integer')}) AND ${yearless})`
    : yearless;
}

/** On MariaDB the number 0 stands for no label. */
function lowest(range: Range, from: Column, flavor: 'mysql' | 'mariadb'): string | null {
  return range.isLabel && flavor === 'mariadb' && familyOf(from) === 'integer' ? '1' : range.lowest;
}

/** `null` where it is not known how the server converts the value to a number. */
function numberOf(from: Column, to: Column): Sql | null {
  const value = ident(from.name);
  const isNumber = ['integer', 'decimal', 'float', 'year', 'text', 'json'].includes(familyOf(to));
  switch (familyOf(from)) {
    case 'integer':
    case 'decimal':
      return value;
    case 'float':
      return familyOf(to) === 'decimal' ? sql`CAST(${value} AS DECIMAL(65,20))` : value;
    case 'bit':
      return asNumber(value);
    case 'year':
    case 'date':
    case 'time':
    case 'enum':
    case 'set':
      return isNumber && to.dataType !== 'year' ? asNumber(value) : null;
    case 'text':
    case 'json':
      if (familyOf(to) === 'float') return sql`(TRIM(${asText(value)}) + 0)`;
      return isNumber ? numberInText(asText(value)) : null;
    case 'binary':
    case 'other':
      return null;
  }
}

/** Rounds to the digits of the new type, because the server rounds before it checks the range. */
function rounding(value: Sql, from: Column, to: Column): Sql {
  if (familyOf(from) === 'integer') return value;
  const fraction = /\(\d+,(\d+)\)/u.exec(to.columnType)?.[1];
  if (familyOf(to) === 'float') return fraction === undefined ? value : rounded(value, Number(fraction));
  return rounded(value, to.scale);
}

function isWritten(column: Column): boolean {
  return familyOf(column) === 'text' || familyOf(column) === 'json';
}

function notInTime({ from }: MappedColumn, { server }: ProbedAlter): Sql | null {
  if (from.dataType === 'timestamp') return null;
  const value = ident(from.name);
  const last = lastTimestamp[server.flavor];
  if (familyOf(from) === 'date') return isNoTimestamp(value, last);
  if (familyOf(from) !== 'text') return null;
  return sql`(NOT (${hasStrayCharacter(value)}) AND ${isNoTimestamp(sql`CAST(${value} AS DATETIME(6))`, last)})`;
}
