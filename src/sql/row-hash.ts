import { qualified } from './keys.ts';
import { join, raw, type Sql, sql } from './sql.ts';

/** How a value becomes a number of 32 bits, in the cheapest way that tells any two values of the type apart. */
export type ValueHash =
  /** Up to 32 bits as they are. */
  | 'integer'
  | 'big integer'
  /** ENUM, SET and BIT by their number. */
  | 'number'
  /** As it stands, whatever its character set; of anything but a string, its text. */
  | 'bytes'
  /** FLOAT as a DOUBLE: its own text is rounded. */
  | 'float'
  | 'text';

export interface HashedColumn {
  readonly name: string;
  readonly hash: ValueHash;
  readonly nullable: boolean;
}

const low32 = raw('4294967295');
/** Odd, and different for every column, so that two values in each other's place are noticed. Knuth's and xxHash's primes to begin with. */
const multipliers = [2654435761, 2246822519, 3266489917, 668265263, 374761393, 2870177451, 1640531527, 3432918353];
/** Small numbers would leave the upper half of a product empty, and sums of such hashes are alike too often. */
const spread = raw('2146121005');
const spreadHigh = raw('1103515245');
/** Unsigned as the hashes are, or COALESCE would make a DECIMAL of both, which bit operations cut off at 2^63. */
const nullHash = raw('CAST(2718281829 AS UNSIGNED)');

/**
 * The sum of a hash of each row: equal for equal rows in any order. Two sets of rows that differ in one value have the same
 * sum with a probability of 2^-32. (SUM and not BIT_XOR, to which two equal differences are none.)
 */
export function sumOfRows(columns: readonly HashedColumn[], alias: Sql): Sql {
  const terms = columns.map((column, index) => sql`(${hashed(column, alias)} * ${multiplier(index)})`);
  return sql`COALESCE(SUM(${join(terms, ' ^ ')}), 0)`;
}

function multiplier(index: number): number {
  const base = multipliers[index % multipliers.length] ?? 1;
  return (base + 2 * Math.floor(index / multipliers.length) * 40503) % 2 ** 32;
}

function hashed({ name, hash, nullable }: HashedColumn, alias: Sql): Sql {
  const value = hashOf(qualified(name, alias), hash);
  return nullable ? sql`COALESCE(${value}, ${nullHash})` : value;
}

function hashOf(value: Sql, hash: ValueHash): Sql {
  switch (hash) {
    case 'integer':
      return spreadOut(sql`(${value} & ${low32})`, spread);
    case 'big integer':
      // Bit operations take a negative number for the unsigned one with the same bits.
      return sql`(${spreadOut(sql`(${value} & ${low32})`, spread)} ^ ${spreadOut(sql`(${value} >> 32)`, spreadHigh)})`;
    case 'number':
      return sql`CRC32(${value} + 0)`;
    case 'bytes':
      return sql`CRC32(${value})`;
    case 'float':
      return sql`CRC32(${value} + 0e0)`;
    case 'text':
      return sql`CRC32(CAST(${value} AS CHAR))`;
  }
}

function spreadOut(value: Sql, by: Sql): Sql {
  return sql`(${value} * ${by} & ${low32})`;
}
