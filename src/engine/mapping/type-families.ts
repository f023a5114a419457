import type { Column } from '../../mysql/inspect-table.ts';
import type { Flavor } from '../../mysql/server.ts';
import type { MappedColumn } from './column-map.ts';

/** Types whose values the servers convert in the same way. */
export type Family =
  | 'integer'
  | 'decimal'
  | 'float'
  | 'bit'
  | 'year'
  | 'text'
  | 'binary'
  | 'date'
  | 'time'
  | 'enum'
  | 'set'
  | 'json'
  | 'other';

export const numbers: readonly Family[] = ['integer', 'decimal', 'float'];

export function familyOf(column: Column): Family {
  return families[column.dataType] ?? 'other';
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

const families: Readonly<Record<string, Family>> = {
  tinyint: 'integer',
  smallint: 'integer',
  mediumint: 'integer',
  int: 'integer',
  bigint: 'integer',
  decimal: 'decimal',
  float: 'float',
  double: 'float',
  bit: 'bit',
  year: 'year',
  char: 'text',
  varchar: 'text',
  tinytext: 'text',
  text: 'text',
  mediumtext: 'text',
  longtext: 'text',
  binary: 'binary',
  varbinary: 'binary',
  tinyblob: 'binary',
  blob: 'binary',
  mediumblob: 'binary',
  longblob: 'binary',
  date: 'date',
  datetime: 'date',
  timestamp: 'date',
  time: 'time',
  enum: 'enum',
  set: 'set',
  json: 'json',
};
