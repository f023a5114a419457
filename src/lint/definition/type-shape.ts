import type { ColumnType } from '../../sql/parser/column-definition.ts';
import { familyOfType, type TypeFamily } from '../../sql/type-families.ts';

/** A type in one spelling, whoever wrote it. */
export interface TypeShape {
  /** Lower case, as servers show it: `int` for INTEGER. */
  readonly name: string;
  readonly family: TypeFamily;
  /** Without the display width of an integer. */
  readonly arguments: readonly string[];
  readonly unsigned: boolean;
}

export function typeShape({ name, arguments: written, attributes }: ColumnType): TypeShape {
  const shown = spellings[name] ?? name.toLowerCase();
  const family = familyOfType(shown);
  const hasWidth = family === 'integer' || family === 'year';
  return {
    name: shown,
    family,
    arguments: hasWidth ? [] : written.length > 0 ? written : (implied[shown] ?? []),
    unsigned: name === 'SERIAL' || attributes.includes('UNSIGNED') || attributes.includes('ZEROFILL'),
  };
}

/** As a person would write it. */
export function typeInWords({ name, family, arguments: args, unsigned }: TypeShape): string {
  const isLong = family === 'enum' || family === 'set';
  const list = args.length === 0 ? '' : isLong ? '(…)' : `(${args.join(',')})`;
  return `${name.toUpperCase()}${list}${unsigned ? ' UNSIGNED' : ''}`;
}

const implied: Readonly<Record<string, readonly string[]>> = {
  decimal: ['10', '0'],
  char: ['1'],
  binary: ['1'],
  bit: ['1'],
};

const spellings: Readonly<Record<string, string>> = {
  BOOL: 'tinyint',
  BOOLEAN: 'tinyint',
  INT1: 'tinyint',
  INT2: 'smallint',
  INT3: 'mediumint',
  MIDDLEINT: 'mediumint',
  INT4: 'int',
  INTEGER: 'int',
  INT8: 'bigint',
  SERIAL: 'bigint',
  DEC: 'decimal',
  NUMERIC: 'decimal',
  FIXED: 'decimal',
  REAL: 'double',
  'DOUBLE PRECISION': 'double',
  FLOAT4: 'float',
  FLOAT8: 'double',
  CHARACTER: 'char',
  NCHAR: 'char',
  'NATIONAL CHAR': 'char',
  'NATIONAL CHARACTER': 'char',
  VARCHARACTER: 'varchar',
  'CHAR VARYING': 'varchar',
  'CHARACTER VARYING': 'varchar',
  NVARCHAR: 'varchar',
  'NCHAR VARCHAR': 'varchar',
  'NCHAR VARYING': 'varchar',
  'NATIONAL VARCHAR': 'varchar',
  'NATIONAL CHAR VARYING': 'varchar',
  'NATIONAL CHARACTER VARYING': 'varchar',
  LONG: 'mediumtext',
  'LONG VARCHAR': 'mediumtext',
  'LONG CHAR VARYING': 'mediumtext',
  'LONG CHARACTER VARYING': 'mediumtext',
  'LONG VARBINARY': 'mediumblob',
};
