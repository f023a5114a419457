import type { Column } from '../../mysql/inspect-table.ts';
import { asShown } from '../../sql/parser/column-value.ts';
import { asNumber, asText, isLonger } from '../../sql/probe-conditions.ts';
import { ident, raw, type Sql, sql } from '../../sql/sql.ts';
import type { MappedColumn } from '../mapping/column-map.ts';
import { changesType, cutsSpaces, familyOf, lengthOf } from '../mapping/type-families.ts';
import { type Probe, type ProbedAlter, probeColumn } from './probe.ts';

/** Finds values that do not fit a shorter text or binary column. Values of other types count as the server writes them. */
export function probeTooLong(alter: ProbedAlter): Probe[] {
  return alter.map.filter(changesType).flatMap((column) => {
    const { from, to } = column;
    const limit = limitOf(to);
    const value = written(column);
    if (limit === null || value === null || longest(from, limit.unit, to) <= limit.length) return [];
    const { length, unit } = limit;
    return probeColumn(alter, column, {
      kind: 'too-long',
      condition: isLonger(value, length, unit, !cutsSpaces(column, alter.server.flavor)),
      fault: `${from.name} is longer than ${length} ${unit === 'characters' ? 'characters' : 'bytes'}`,
      because: `${to.name} becomes ${to.columnType}`,
      hint: 'Shorten these values first, or leave the column longer.',
    });
  });
}

function limitOf(to: Column): { readonly length: number; readonly unit: 'characters' | 'bytes' } | null {
  const family = familyOf(to);
  if (family !== 'text' && family !== 'binary') return null;
  if (to.dataType === 'char' || to.dataType === 'varchar') return { length: lengthOf(to) ?? 1, unit: 'characters' };
  return { length: to.octets ?? 0, unit: 'bytes' };
}

/** The value as a string of the new type; `null` where it is not known how the server writes it. */
function written({ from, to }: MappedColumn): Sql | null {
  const value = ident(from.name);
  switch (familyOf(from)) {
    case 'text':
      return to.charset === null || to.charset === from.charset ? value : converted(value, to.charset);
    case 'binary':
      return to.charset === null ? value : converted(value, to.charset);
    case 'bit':
      return to.charset === null ? null : asText(asNumber(value));
    case 'other':
      return null;
    case 'integer':
    case 'decimal':
    case 'year':
    case 'date':
    case 'time':
      return asText(value);
    case 'float':
      return asShown(from.name);
    case 'enum':
    case 'set':
    case 'json':
      return to.charset === null ? null : asText(value);
  }
}

function converted(value: Sql, charset: string): Sql {
  return sql`CONVERT(${value} USING ${raw(charset)})`;
}

/** An upper limit for values of the old type. If they always fit, nothing needs to be asked. */
function longest(from: Column, unit: 'characters' | 'bytes', to: Column): number {
  switch (familyOf(from)) {
    case 'text': {
      const characters = from.dataType.endsWith('char') ? (lengthOf(from) ?? 1) : (from.octets ?? 0);
      if (unit === 'characters') return characters;
      return to.charset === null || to.charset === from.charset
        ? (from.octets ?? 0)
        : characters * maxBytesPerCharacter;
    }
    case 'binary':
      return from.octets ?? 0;
    case 'integer':
      return from.digits + 1;
    case 'decimal':
      return from.digits + 3;
    case 'bit':
      return 20;
    case 'year':
      return 4;
    case 'date':
    case 'time':
      return 26;
    case 'float':
    case 'enum':
    case 'set':
    case 'json':
    case 'other':
      return Number.MAX_SAFE_INTEGER;
  }
}

const maxBytesPerCharacter = 4;
