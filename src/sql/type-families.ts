/** Types whose values the servers convert in the same way. */
export type TypeFamily =
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

/** By the name of the type as the server tells it: `int`, `varchar`. */
export function familyOfType(name: string): TypeFamily {
  return families[name] ?? 'other';
}

const families: Readonly<Record<string, TypeFamily>> = {
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
