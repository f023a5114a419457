import { ident, join, raw, type Sql, sql } from '../sql.ts';

/** A value as SELECT shows it. */
export function asShown(column: string): Sql {
  return sql`CONCAT(${ident(column)})`;
}

/** The number that a date or a time stands for. */
export function asNumber(column: string): Sql {
  return sql`${ident(column)} + 0`;
}

/** The whole number a string holds. One that holds anything else is an error on both servers; `+ 0` makes it 0 on MariaDB. */
export function asInteger(column: string): Sql {
  return sql`CAST(${ident(column)} AS SIGNED)`;
}

/**
 * The string of a whole number in digits. MariaDB's INSERT … SELECT rounds `7.5` and understands `1e1`, and its ALTER TABLE refuses
 * both: with a letter behind it such a string is an error for either.
 */
export function asDigits(column: string): Sql {
  const value = ident(column);
  const found = join(
    ['.', 'e', 'E'].map((character) => sql`INSTR(${value}, ${character})`),
    ' OR ',
  );
  return sql`IF(${found}, CONCAT(${value}, 'x'), ${value})`;
}

/** The number of a label. MariaDB's INSERT … SELECT cuts off its fraction, and its ALTER TABLE rounds it. */
export function asRoundedWhole(column: string): Sql {
  return sql`ROUND(${ident(column)})`;
}

/** The text with a letter behind it where it is longer than `limit`: what does not fit is an error then, whatever stands at its end. */
export function asWhole(column: string, limit: number): Sql {
  return sql`IF(CHAR_LENGTH(${ident(column)}) > ${limit}, CONCAT(${ident(column)}, '.'), ${ident(column)})`;
}

/**
 * A FLOAT or DOUBLE that becomes a BIGINT. From about 2⁶³ on ALTER TABLE refuses it, or gives the greatest signed number; INSERT … SELECT
 * gives an unsigned column the number. Here it is out of range for both.
 */
export function asSignedRange(column: string): Sql {
  return sql`IF(${ident(column)} >= 9223372036854774784e0, 1e300, ${ident(column)})`;
}

/**
 * A FLOAT or DOUBLE with so many digits, to the last bit as the server stores it in a column that has them (`Field_real::truncate`).
 * ROUND(value, digits) loses bits of large values.
 */
export function asRounded(column: string, digits: number): Sql {
  const [value, power] = [ident(column), raw(`1e${digits}`)];
  return sql`FLOOR(${value}) + ROUND((${value} - FLOOR(${value})) * ${power}) / ${power}`;
}

/**
 * What ALTER TABLE fills a new NOT NULL column with that has no default (MySQL manual, "Data Type Default Values").
 * `null` where there is no such value: the server reports it then.
 */
export function emptyValue(dataType: string, zeroDatesAllowed: boolean): Sql | null {
  switch (dataType) {
    case 'date':
    case 'datetime':
      return zeroDatesAllowed ? sql`'0000-00-00'` : null;
    // Whatever the mode is (measured: both servers).
    case 'timestamp':
      return sql`'0000-00-00'`;
    case 'uuid':
      return sql`'00000000-0000-0000-0000-000000000000'`;
    case 'inet4':
      return sql`'0.0.0.0'`;
    case 'inet6':
      return sql`'::'`;
    case 'time':
      return sql`'00:00:00'`;
    case 'enum':
      return sql`1`;
    case 'json':
      return sql`'null'`;
    case 'geometry':
    case 'point':
    case 'linestring':
    case 'polygon':
    case 'multipoint':
    case 'multilinestring':
    case 'multipolygon':
    case 'geomcollection':
    case 'geometrycollection':
    case 'vector':
      return null;
    case 'char':
    case 'varchar':
    case 'binary':
    case 'varbinary':
    case 'tinytext':
    case 'text':
    case 'mediumtext':
    case 'longtext':
    case 'tinyblob':
    case 'blob':
    case 'mediumblob':
    case 'longblob':
    case 'set':
      return sql`''`;
    default:
      return sql`0`;
  }
}
