import type { TableName } from './inspect.ts';
import { ident, join, raw, type Sql, sql, tableName } from './sql.ts';

/*
 * True for a value that the server's own ALTER would refuse. Where a rule of the server is not exactly known, the
 * condition is the narrower one: a row is never called unfit that the server would take.
 */

export const always = sql`TRUE`;

export function isNull(value: Sql): Sql {
  return sql`${value} IS NULL`;
}

/** @param spacesCount false where the server cuts trailing spaces off without complaint */
export function isLonger(value: Sql, limit: number, unit: 'characters' | 'bytes', spacesCount: boolean): Sql {
  const counted = spacesCount ? value : sql`TRIM(TRAILING ' ' FROM ${value})`;
  return unit === 'characters' ? sql`CHAR_LENGTH(${counted}) > ${limit}` : sql`LENGTH(${counted}) > ${limit}`;
}

/** @param lowest `null` for no bound; texts of digits, so that nothing is rounded on the way */
export function isOutside(value: Sql, lowest: string | null, highest: string): Sql {
  const above = sql`${value} > ${raw(highest)}`;
  return lowest === null ? above : sql`(${value} < ${raw(lowest)} OR ${above})`;
}

export function rounded(value: Sql, digits: number): Sql {
  return sql`ROUND(${value}, ${digits})`;
}

/** Number of an ENUM label, bits of a SET or BIT, digits of a date. */
export function asNumber(value: Sql): Sql {
  return sql`(${value} + 0)`;
}

export function asText(value: Sql): Sql {
  return sql`CAST(${value} AS CHAR)`;
}

/** The number a text says, with more digits than any column of the table could hold. */
export function numberInText(value: Sql): Sql {
  return sql`CAST(TRIM(${value}) AS DECIMAL(65,20))`;
}

/** @param integersOnly MariaDB takes no point and no exponent for an integer column */
export function isNoNumber(value: Sql, integersOnly: boolean): Sql {
  const number = integersOnly ? '[0-9]+' : '([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]*)?';
  return sql`CONVERT(${value} USING utf8mb4) NOT REGEXP ${`^[[:space:]]*[-+]?${number}[[:space:]]*$`}`;
}

/** @param type DATE, DATETIME, TIME */
export function isNoTemporal(value: Sql, type: string): Sql {
  return sql`(${value} IS NOT NULL AND CAST(${value} AS ${raw(type)}) IS NULL)`;
}

/** The T of ISO 8601 is the only letter the servers take. */
export function hasStrayCharacter(value: Sql): Sql {
  return sql`CONVERT(${value} USING utf8mb4) REGEXP '[^0-9[:punct:][:space:]Tt]'`;
}

/** MySQL makes a TIME of a number with an exponent. */
export function hasExponent(value: Sql): Sql {
  return sql`CONVERT(${value} USING utf8mb4) REGEXP '^[[:space:]]*[0-9]+[eE][0-9]+[[:space:]]*$'`;
}

/** Such as +02:00 behind the time. */
export function hasOffset(value: Sql): Sql {
  return sql`CONVERT(${value} USING utf8mb4) REGEXP '[-+][0-9]{1,2}:[0-9]{2}[[:space:]]*$'`;
}

/** @param labels as a column definition writes them, quoted */
export function isNoLabel(value: Sql, labels: readonly string[]): Sql {
  return sql`${value} NOT IN (${join(labels.map(raw))})`;
}

interface Collation {
  readonly charset: string;
  readonly collation: string;
}

/** The text as a column of this collation would compare it. */
export function collatedText(text: Sql, { charset, collation }: Collation): Sql {
  return sql`(CONVERT(${text} USING ${raw(charset)}) COLLATE ${raw(collation)})`;
}

/** A member of a SET that the new type has under no spelling its collation calls equal. */
export function hasLostMember(value: Sql, lost: readonly string[], kept: readonly string[], collation: Collation): Sql {
  const conditions = lost.map(
    (member) =>
      sql`(FIND_IN_SET(${raw(member)}, ${value}) > 0 AND ${isNoLabel(collatedText(raw(member), collation), kept)})`,
  );
  return sql`(${join(conditions, ' OR ')})`;
}

/** Text that lists something else than members. Beyond ASCII a collation may call more equal than a pattern does. */
export function isNoSet(value: Sql, members: readonly string[]): Sql {
  const text = sql`CONVERT(${value} USING utf8mb4)`;
  const one = `(${members.map((member) => escapePattern(member.slice(1, -1).replaceAll("''", "'"))).join('|')})`;
  return sql`(${text} REGEXP '^[ -~]+$' AND ${text} NOT REGEXP ${`^(${one}(,${one})*)? *$`} AND (${text} NOT REGEXP '^[[:space:]]*[0-9]+$' OR ${numberInText(value)} >= ${1n << BigInt(members.length)}))`;
}

function escapePattern(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N} ]/gu, (letter) => `\\${letter}`);
}

/** Digits alone stand for the number of a label. */
export function isNoNumeral(value: Sql): Sql {
  return sql`CONVERT(${value} USING utf8mb4) NOT REGEXP '^[[:space:]]*[0-9]+[[:space:]]*$'`;
}

/** CONVERT puts a question mark for what the character set lacks. */
export function hasForeignCharacter(value: Sql, charset: string): Sql {
  const marks = (text: Sql): Sql => sql`(CHAR_LENGTH(${text}) - CHAR_LENGTH(REPLACE(${text}, '?', '')))`;
  return sql`${marks(sql`CONVERT(${value} USING ${raw(charset)})`)} > ${marks(value)}`;
}

/** Bytes that are no text in the character set. */
export function isMalformed(value: Sql, charset: string): Sql {
  const text = sql`CONVERT(${value} USING ${raw(charset)})`;
  return sql`(${value} IS NOT NULL AND (${text} IS NULL OR CAST(${text} AS BINARY) <> ${value}))`;
}

export function isNoJson(value: Sql): Sql {
  return sql`NOT JSON_VALID(${value})`;
}

export function isKnown(value: Sql): Sql {
  return sql`${value} IS NOT NULL`;
}

/** A check is violated where it is false; NULL passes. */
export function violates(check: string): Sql {
  return sql`NOT (${raw(check)})`;
}

/** '0000-00-00', and dates with a month or a day of 0. */
export function isZeroDate(value: Sql, modes: { readonly zeroDate: boolean; readonly zeroInDate: boolean }): Sql {
  const isZero = sql`CAST(${value} AS CHAR) LIKE '0000-00-00%'`;
  const hasZero = sql`(CAST(${value} AS CHAR) LIKE '____-00-%' OR CAST(${value} AS CHAR) LIKE '____-__-00%')`;
  if (modes.zeroDate && modes.zeroInDate) return sql`(${isZero} OR ${hasZero})`;
  return modes.zeroDate ? isZero : sql`(${hasZero} AND NOT ${isZero})`;
}

/** Seconds since 1970 in the session's time zone, which must be the one the ALTER runs in; zero dates are not counted. */
export function isNoTimestamp(value: Sql, lastSecond: Sql): Sql {
  const isZero = sql`CAST(${value} AS CHAR) LIKE '0000-00-00%'`;
  return sql`(NOT ${isZero} AND (${value} < FROM_UNIXTIME(1) OR ${value} >= ${lastSecond} + INTERVAL 1 SECOND))`;
}

/** 2038-01-19 03:14:07 UTC; MariaDB since 11.5 goes on to 2106, and says so by not answering NULL. */
export const lastTimestamp = {
  mysql: sql`FROM_UNIXTIME(2147483647)`,
  mariadb: sql`COALESCE(FROM_UNIXTIME(4294967295), FROM_UNIXTIME(2147483647))`,
} as const;

/** A foreign key with a NULL refers to no row. */
export function refersToSomeRow(columns: readonly string[]): Sql {
  return join(
    columns.map((column) => sql`probed.${ident(column)} IS NOT NULL`),
    ' AND ',
  );
}

/** @param pairs column of the child, column of the parent */
export function isOrphan(
  parent: TableName,
  pairs: readonly { readonly child: string; readonly parent: string }[],
): Sql {
  const known = refersToSomeRow(pairs.map(({ child }) => child));
  const same = pairs.map((pair) => sql`parent.${ident(pair.parent)} = probed.${ident(pair.child)}`);
  return sql`${known} AND NOT EXISTS (SELECT 1 FROM ${tableName(parent)} AS parent WHERE ${join(same, ' AND ')})`;
}
