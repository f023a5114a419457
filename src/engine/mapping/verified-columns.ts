import type { Column } from '../../mysql/inspect-table.ts';
import type { Flavor } from '../../mysql/server.ts';
import type { HashedColumn, ValueHash } from '../../sql/row-hash.ts';
import type { Comparison, VerifiedColumn, VerifyTables } from '../../sql/verify.ts';
import type { ColumnMap, MappedColumn } from './column-map.ts';
import { convertedValue } from './conversion.ts';
import { cutsSpaces, labelsOf } from './type-families.ts';

export function verifiedColumns(map: ColumnMap, flavor: Flavor): VerifiedColumn[] {
  return map.map((column) => ({
    from: column.from.name,
    to: column.to.name,
    comparison: comparison(column.from, column.to),
    value: convertedValue(column, flavor),
  }));
}

/** With longer rows a hash costs as much as the comparison that it saves (measured with rows of 100 to 2,000 bytes). */
const maxHashedRowBytes = 400;

export function hashedColumns(map: ColumnMap, rowBytes: number, flavor: Flavor): VerifyTables['sums'] {
  if (rowBytes > maxHashedRowBytes || converts(map, flavor)) return null;
  const original: HashedColumn[] = [];
  const ghost: HashedColumn[] = [];
  for (const { from, to } of map) {
    const hash = hashOf(from, to);
    if (hash === null) return null;
    const nullable = from.nullable || to.nullable;
    original.push({ name: from.name, hash, nullable });
    ghost.push({ name: to.name, hash, nullable });
  }
  return { original, ghost };
}

/** True where the copy converts a value, so that values of original and ghost cannot be compared directly. */
export function converts(map: ColumnMap, flavor: Flavor): boolean {
  return map.some((column) => !isComparable(column, flavor));
}

/** True where a date or time is converted. Then the server's sql_mode decides whether zero dates are accepted. */
export function convertsTemporals(map: ColumnMap): boolean {
  return map.some(({ from, to }) => from.columnType !== to.columnType && [from, to].some(isTemporal));
}

/** Types that may have digits after the second. */
const fractional = ['time', 'datetime', 'timestamp'];
const integers = ['tinyint', 'smallint', 'mediumint', 'int', 'bigint'];
const texts = ['char', 'varchar', 'tinytext', 'text', 'mediumtext', 'longtext'];

/** True for the same type, and for two types in which equal values compare as equal. */
function isComparable({ from, to }: MappedColumn, flavor: Flavor): boolean {
  if (from.charset !== to.charset || from.collation !== to.collation) return false;
  if (from.columnType === to.columnType) return true;
  const both = (list: readonly string[]): boolean => list.includes(from.dataType) && list.includes(to.dataType);
  if (both(['decimal'])) return to.scale >= from.scale;
  if (from.dataType === to.dataType && fractional.includes(to.dataType)) return to.fraction >= from.fraction;
  if (both(texts.filter((type) => type !== 'char'))) {
    return (to.octets ?? 0) >= (from.octets ?? 0) || !cutsSpaces({ from, to }, flavor);
  }
  return both(integers) || (both(['enum']) && keepsLabels({ from, to }));
}

/** A label that is spelled otherwise the server finds by the column's collation, and a text of digits may stand for a number. */
function keepsLabels({ from, to }: MappedColumn): boolean {
  const labels = labelsOf(to);
  return labelsOf(from).every((label) => labels.includes(label));
}

/**
 * How two values are compared. Strings are not compared by their collation, which calls different strings equal. ENUM and SET
 * are compared by number where the definition is the same, else by label. JSON and spatial values have no exact comparison of
 * their own.
 */
function comparison(from: Column, to: Column): Comparison {
  // The text of a SET depends on the order in its definition. A SET that changes is converted, so here both have the same type.
  if (to.dataType === 'set' || (to.dataType === 'enum' && from.columnType === to.columnType)) return { by: 'number' };
  // Where a YEAR is a constant for the optimizer, MariaDB compares only its last two digits.
  if (to.dataType === 'year') return { by: 'number' };
  if (to.dataType === 'enum') return { by: 'bytes' };
  if (to.dataType === 'json') return { by: 'text' };
  if (to.charset !== null) return { by: 'characters', charset: to.charset };
  return { by: wholeBytes.includes(to.dataType) ? 'bytes' : 'value' };
}

/** `null` where equal values may have different bytes. */
function hashOf(from: Column, to: Column): ValueHash | null {
  if (integers.includes(to.dataType))
    return [from, to].some(({ dataType }) => dataType === 'bigint') ? 'big integer' : 'integer';
  if (to.dataType === 'enum') return from.columnType === to.columnType ? 'number' : 'bytes';
  if (texts.includes(to.dataType)) return 'bytes';
  if (from.columnType !== to.columnType) return null;
  if (to.dataType === 'year') return 'integer';
  if (['set', 'bit'].includes(to.dataType)) return 'number';
  if (to.dataType === 'float') return 'float';
  return to.dataType === 'json' ? 'text' : 'bytes';
}

const wholeBytes = [
  'geometry',
  'point',
  'linestring',
  'polygon',
  'multipoint',
  'multilinestring',
  'multipolygon',
  'geomcollection',
  'geometrycollection',
  'vector',
];

function isTemporal(column: Column): boolean {
  return ['date', 'datetime', 'timestamp', 'time', 'year'].includes(column.dataType);
}
