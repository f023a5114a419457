import type { Column } from '../../mysql/inspect-table.ts';
import { asNumber, asText, collatedText, numberInText } from '../../sql/probe-conditions.ts';
import { ident, raw, type Sql, sql } from '../../sql/sql.ts';
import type { MappedColumn } from '../mapping/column-map.ts';
import { changesType, familyOf, lengthOf, numbers } from '../mapping/type-families.ts';

/**
 * The value that the altered column will have, for a value that fits. `null` where no expression repeats the conversion of the
 * server.
 */
export function convertedValue({ from, to }: MappedColumn): Sql | null {
  const value = ident(from.name);
  if (!changesType({ from, to }) && from.collation === to.collation) return value;
  const [source, target] = [familyOf(from), familyOf(to)];
  switch (target) {
    case 'integer':
    case 'decimal':
      return number(value, from, to);
    case 'text':
      return ['other', 'binary', 'bit'].includes(source) ? null : text(source === 'text' ? value : asText(value), to);
    case 'enum':
    case 'set':
      return source === target ? text(asText(value), to) : null;
    case 'date':
      return source === 'date' || source === 'text' ? sql`CAST(${value} AS ${raw(dateType(to))})` : null;
    case 'time':
      return source === 'time' ? sql`CAST(${value} AS TIME(${to.fraction}))` : null;
    case 'binary':
      return source === 'binary' && !to.dataType.startsWith('binary') ? value : null;
    case 'float':
    case 'bit':
    case 'year':
    case 'json':
    case 'other':
      return null;
  }
}

/** True where two different values are still different after the conversion. */
export function keepsDistinct({ from, to }: MappedColumn): boolean {
  if (!changesType({ from, to })) return from.collation === to.collation;
  const [source, target] = [familyOf(from), familyOf(to)];
  if (source === 'integer') return target === 'integer' || target === 'decimal';
  if (source !== target) return false;
  switch (source) {
    case 'decimal':
      return to.scale >= from.scale;
    case 'text':
      // What is shorter may lose spaces, by which a collation without padding tells texts apart.
      return from.collation === to.collation && to.dataType !== 'char' && (to.octets ?? 0) >= (from.octets ?? 0);
    case 'enum':
    case 'set':
      return from.collation === to.collation;
    case 'date':
    case 'time':
      return from.dataType === to.dataType && to.fraction >= from.fraction;
    case 'float':
    case 'bit':
    case 'year':
    case 'binary':
    case 'json':
    case 'other':
      return false;
  }
}

function number(value: Sql, from: Column, to: Column): Sql | null {
  const source = familyOf(from);
  if (source === 'integer') return value;
  if (numbers.includes(source)) return sql`ROUND(${value}, ${to.scale})`;
  if (source === 'text') return sql`ROUND(${numberInText(value)}, ${to.scale})`;
  return source === 'enum' || source === 'year' ? asNumber(value) : null;
}

/** The server cuts off trailing spaces that do not fit. A CHAR has no trailing spaces. */
function text(value: Sql, to: Column): Sql | null {
  if (to.charset === null || to.collation === null) return null;
  const collated = collatedText(value, { charset: to.charset, collation: to.collation });
  if (to.dataType === 'char') return sql`TRIM(TRAILING ' ' FROM ${collated})`;
  return to.dataType === 'varchar' ? sql`LEFT(${collated}, ${lengthOf(to) ?? 1})` : collated;
}

function dateType({ dataType, fraction }: Column): string {
  return dataType === 'date' ? 'DATE' : `DATETIME(${fraction})`;
}
