import type { Column } from '../../mysql/inspect-table.ts';
import type { Flavor } from '../../mysql/server.ts';
import { asShown } from '../../sql/parser/column-value.ts';
import {
  asText,
  hasExponent,
  hasOffset,
  hasStrayCharacter,
  isKnown,
  isNoJson,
  isNoNumber,
  isNoTemporal,
  isOutside,
} from '../../sql/probe-conditions.ts';
import { ident, type Sql, sql } from '../../sql/sql.ts';
import type { MappedColumn } from '../mapping/column-map.ts';
import { changesType, familyOf, isReadAsScalar, numbers } from '../mapping/type-families.ts';
import { type Probe, type ProbedAlter, probeColumn } from './probe.ts';

/** Finds texts and numbers that have no meaning in the new type: they are no number, no date or no JSON. */
export function probeNotConvertible(alter: ProbedAlter): Probe[] {
  return alter.map.filter(changesType).flatMap((column) => {
    const { from, to } = column;
    const condition = conditionFor(column, alter.server.flavor);
    if (condition === null) return [];
    return probeColumn(alter, column, {
      kind: 'not-convertible',
      condition,
      fault: `${from.name} is no ${nounFor(to)}`,
      because: `${to.name} becomes ${to.columnType}`,
      hint: 'Correct these values first, or add a new column and fill it as they should be read.',
    });
  });
}

function conditionFor({ from, to }: MappedColumn, flavor: Flavor): Sql | null {
  const value = ident(from.name);
  const [source, target] = [familyOf(from), familyOf(to)];
  if ((source === 'text' || source === 'json') && !isReadAsScalar({ from, to }, flavor)) {
    if (numbers.includes(target) || target === 'year') {
      return isNoNumber(asText(value), flavor === 'mariadb' && target === 'integer');
    }
  }
  if (target === 'date' || target === 'time') {
    if (source === 'integer') return noTemporalNumber(value, to, flavor);
    if (source === 'text') return noTemporalText(value, to, flavor);
  }
  if (target === 'json') return notJson(value, from);
  return null;
}

/** MySQL makes a date of the digits: 127 is none, though the number 127 is 27 January 2000 to CAST. */
function noTemporalNumber(value: Sql, to: Column, flavor: Flavor): Sql {
  const byText = flavor === 'mysql' && to.dataType !== 'time';
  const misfit = isNoTemporal(byText ? asText(value) : value, castTypeOf(to));
  return to.dataType === 'time' ? sql`(${misfit} OR ${isOutside(value, '-8385959', '8385959')})` : misfit;
}

/** MySQL reads an empty text as midnight. MySQL accepts an offset such as +02:00 behind a time, MariaDB does not. */
function noTemporalText(value: Sql, to: Column, flavor: Flavor): Sql {
  const misfit = sql`(${isNoTemporal(value, castTypeOf(to))} OR ${hasStrayCharacter(value)})`;
  if (to.dataType === 'time') return sql`(TRIM(${value}) <> '' AND ${misfit} AND NOT ${hasExponent(value)})`;
  return flavor === 'mysql' ? sql`(${misfit} AND NOT ${hasOffset(value)})` : sql`(${misfit} OR ${hasOffset(value)})`;
}

/** The servers refuse to make JSON of bytes, whatever the bytes are. */
function notJson(value: Sql, from: Column): Sql | null {
  switch (familyOf(from)) {
    case 'binary':
      return isKnown(value);
    case 'text':
    case 'enum':
    case 'set':
    case 'date':
    case 'time':
      return isNoJson(asText(value));
    case 'integer':
      // Zeros before a number are not JSON.
      return /zerofill/iu.test(from.columnType) ? isNoJson(asShown(from.name)) : null;
    case 'decimal':
    case 'float':
    case 'bit':
    case 'year':
    case 'json':
    case 'other':
      return null;
  }
}

function castTypeOf({ dataType }: Column): string {
  return dataType === 'date' || dataType === 'time' ? dataType.toUpperCase() : 'DATETIME';
}

function nounFor(to: Column): string {
  const family = familyOf(to);
  if (family === 'json') return 'JSON';
  return family === 'date' || family === 'time' ? family : 'number';
}
