import type { Random } from '../support/random.ts';
import type { Flavor } from '../support/servers/index.ts';

/** A type, and what a column of it is filled with. */
export interface ColumnKind {
  /** As it stands in CREATE TABLE, the character set included. */
  readonly type: string;
  /** SQL over `n`, a number that no two rows share. */
  readonly value: string;
  /** True where no two rows have the same value, and its own comparison sees that. */
  readonly isDistinct: boolean;
  readonly index: 'whole' | 'prefix' | 'none';
  /** What DEFAULT may be; `null` where there can be none. */
  readonly literal: string | null;
  readonly family: Family;
}

export type Family =
  | 'integer'
  | 'decimal'
  | 'float'
  | 'text'
  | 'bytes'
  | 'date'
  | 'datetime'
  | 'time'
  | 'year'
  | 'enum'
  | 'set'
  | 'json'
  | 'bit';

const families: readonly [Family, ...Family[]] = [
  'integer',
  'integer',
  'decimal',
  'float',
  'text',
  'text',
  'text',
  'bytes',
  'date',
  'datetime',
  'datetime',
  'time',
  'year',
  'enum',
  'set',
  'json',
  'bit',
];

/** Of these a primary key can be made. */
const keyFamilies: readonly [Family, ...Family[]] = [
  'integer',
  'integer',
  'decimal',
  'text',
  'text',
  'bytes',
  'date',
  'datetime',
];

export function anyKind(random: Random, flavor: Flavor): ColumnKind {
  return kindOf(random.pick(families), random, flavor, false);
}

/** Distinct in every row. */
export function keyKind(random: Random, flavor: Flavor): ColumnKind {
  return kindOf(random.pick(keyFamilies), random, flavor, true);
}

function kindOf(family: Family, random: Random, flavor: Flavor, distinct: boolean): ColumnKind {
  switch (family) {
    case 'integer':
      return integer(random, distinct);
    case 'decimal':
      return plain(family, `DECIMAL(${random.between(14, 30)},${random.between(0, 8)})`, 'n * 17 - 1000', '1.5', true);
    case 'float':
      return plain(
        family,
        random.pick(['FLOAT', 'DOUBLE']),
        random.pick(['n / 4', 'n * 1000', 'n / 7', '0 - n']),
        '0.5',
      );
    case 'text':
      return text(random, flavor, distinct);
    case 'bytes':
      return bytes(random, distinct);
    case 'date':
      return plain(family, 'DATE', "DATE('2001-01-01') + INTERVAL n DAY", "'2002-02-02'", true);
    case 'datetime': {
      const fraction = random.pick(['', '(3)', '(6)']);
      const value = `TIMESTAMP('2012-03-04 05:06:07.890123') + INTERVAL n * 61 SECOND`;
      const type = distinct ? 'DATETIME' : random.pick(['DATETIME', 'TIMESTAMP']);
      return plain(family, `${type}${fraction}`, value, "'2012-12-12 12:12:12'", true);
    }
    case 'time':
      return plain(
        family,
        `TIME${random.pick(['', '(2)', '(6)'])}`,
        'SEC_TO_TIME(n * 31 - 20000)',
        "'-01:02:03'",
        true,
      );
    case 'year':
      return plain(family, 'YEAR', '1980 + MOD(n, 100)', '1999');
    case 'enum':
      return plain(family, `ENUM(${labels(random).join()})`, 'MOD(n, 3) + 1', "'b'");
    case 'set':
      return plain(family, `SET(${labels(random).join()})`, 'MOD(n, 8)', "'b'");
    case 'json':
      return {
        ...plain(family, 'JSON', "JSON_OBJECT('a', n, 'b', CONCAT('x', n))", 'NULL'),
        literal: null,
        index: 'none',
      };
    case 'bit': {
      const width = random.pick([1, 7, 8, 33, 64]);
      return plain(family, `BIT(${width})`, `MOD(n, ${width < 8 ? 2 : 200})`, "b'1'");
    }
  }
}

/** At least three, the first of which are the same always; a comma, a quote and another letter among the rest. */
export function labels(random: Random): string[] {
  return ["'a'", "'b'", "'C c'", ...random.some(["'d;e'", "'it''s'", "'é'"])];
}

const ranges = { TINYINT: 8, SMALLINT: 16, MEDIUMINT: 24, INT: 32, BIGINT: 64 } as const;

function integer(random: Random, distinct: boolean): ColumnKind {
  const type = random.pick(
    distinct ? ['MEDIUMINT', 'INT', 'BIGINT'] : ['TINYINT', 'SMALLINT', 'MEDIUMINT', 'INT', 'BIGINT'],
  );
  const isUnsigned = random.chance(0.3);
  const limit = 2n ** BigInt(ranges[type as keyof typeof ranges] - 1) - 1n;
  const narrow = isUnsigned ? 'MOD(n, 100)' : 'MOD(n, 100) - 50';
  const wide = `${limit} - n * ${type === 'BIGINT' ? 1_000_000_007 : 1}`;
  const value = distinct
    ? random.pick(['n', 'n * 3 + 5', wide])
    : type === 'TINYINT'
      ? narrow
      : random.pick([narrow, narrow, 'n', wide]);
  return plain('integer', `${type}${isUnsigned ? ' UNSIGNED' : ''}`, value, '7', distinct || value !== narrow);
}

const charsets = ['utf8mb4', 'utf8mb4', 'latin1', 'ascii', 'utf8mb3', 'ucs2'] as const;
const letters = { utf8mb4: 'ß😀', latin1: 'éß', ascii: 'Ab', utf8mb3: 'Жé', ucs2: 'Жé' } as const;
const collations: Readonly<Record<string, readonly [string, ...string[]]>> = {
  utf8mb4: ['utf8mb4_general_ci', 'utf8mb4_bin', 'utf8mb4_unicode_ci'],
  latin1: ['latin1_swedish_ci', 'latin1_bin', 'latin1_german1_ci'],
  ascii: ['ascii_general_ci', 'ascii_bin'],
  utf8mb3: ['utf8mb3_general_ci', 'utf8mb3_bin'],
  ucs2: ['ucs2_general_ci'],
};

/** A character set and a collation of it, as a column has them. */
export function anyLettering(random: Random, flavor: Flavor): { readonly sql: string; readonly letters: string } {
  const charset = random.pick(charsets);
  const own = flavor === 'mysql' && charset === 'utf8mb4' && random.chance(0.4);
  const collation = own ? 'utf8mb4_0900_ai_ci' : random.pick(collations[charset] ?? ['utf8mb4_bin']);
  return { sql: `CHARACTER SET ${charset} COLLATE ${collation}`, letters: letters[charset] };
}

function text(random: Random, flavor: Flavor, distinct: boolean): ColumnKind {
  const lettering = anyLettering(random, flavor);
  const type = distinct
    ? random.pick(['VARCHAR(40)', 'CHAR(30)', 'VARCHAR(60)'])
    : random.pick(['VARCHAR(40)', 'VARCHAR(90)', 'CHAR(30)', 'TINYTEXT', 'TEXT', 'MEDIUMTEXT', 'VARCHAR(300)']);
  const cased = `IF(MOD(n, 2), 'K${lettering.letters}', 'k${lettering.letters}')`;
  const value = distinct
    ? `CONCAT(${cased}, n)`
    : random.pick([
        `CONCAT(${cased}, n)`,
        `CONCAT(${cased}, MOD(n, 7), REPEAT(' ', MOD(n, 3)))`,
        'CAST(MOD(n, 90) AS CHAR)',
        `IF(MOD(n, 4), ${cased}, '')`,
      ]);
  const isLong = /TEXT|300/u.test(type);
  return {
    type: `${type} ${lettering.sql}`,
    value,
    isDistinct: value === `CONCAT(${cased}, n)`,
    index: isLong ? 'prefix' : 'whole',
    literal: /TEXT/u.test(type) ? null : "'none'",
    family: 'text',
  };
}

function bytes(random: Random, distinct: boolean): ColumnKind {
  const type = random.pick(
    distinct ? ['BINARY(16)', 'VARBINARY(20)'] : ['BINARY(16)', 'VARBINARY(20)', 'BLOB', 'TINYBLOB'],
  );
  const value = distinct
    ? random.pick(['UNHEX(LEFT(SHA2(n, 256), 32))', "UNHEX(RPAD(LPAD(HEX(n), 4, '0'), 32, '00'))"])
    : random.pick(['UNHEX(LEFT(SHA2(n, 256), 32))', "UNHEX(CONCAT(LPAD(HEX(n), 4, '0'), '0000'))", "'\\0'"]);
  const isBlob = /BLOB/u.test(type);
  return {
    type,
    value,
    isDistinct: value !== "'\\0'",
    index: isBlob ? 'prefix' : 'whole',
    literal: isBlob ? null : "'none'",
    family: 'bytes',
  };
}

function plain(family: Family, type: string, value: string, literal: string, isDistinct = false): ColumnKind {
  return { type, value, isDistinct, index: 'whole', literal, family };
}
