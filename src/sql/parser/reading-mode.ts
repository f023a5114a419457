import type { ServerDialect } from './executable-comment.ts';
import { type Quoting, quotingOf } from './quoting.ts';

/** How statements of a person are read. */
export interface ReadingMode extends Quoting {
  /** Those that change what a statement means or makes, in order; the others say only which values are refused. */
  readonly meaning: readonly string[];
  /** Those by which the server refuses a definition that it would take without them, in order. */
  readonly refusing: readonly string[];
  /** Whether the server finds databases whatever the case of their names. */
  readonly foldsNames: boolean;
  /** Decides which executable comments are code; without one all of them are. */
  readonly server: ServerDialect | null;
}

/** @param modes by name, in capital letters; what ANSI and the like stand for may be listed as well, or not */
export function readingMode(
  modes: readonly string[],
  foldsNames = false,
  server: ServerDialect | null = null,
): ReadingMode {
  const all = modes.flatMap((mode) => [mode, ...(standFor[mode] ?? [])]);
  const meaning = [...new Set(all)].filter((mode) => meaningModes.includes(mode)).toSorted();
  const refusing = [...new Set(all.map((mode) => (mode === 'STRICT_ALL_TABLES' ? 'STRICT_TRANS_TABLES' : mode)))]
    .filter((mode) => refusingModes.includes(mode))
    .toSorted();
  return { ...quotingOf(all), meaning, refusing, foldsNames, server };
}

/** For InnoDB the two strict modes are one. */
const refusingModes: readonly string[] = [
  'NO_ENGINE_SUBSTITUTION',
  'NO_ZERO_DATE',
  'NO_ZERO_IN_DATE',
  'STRICT_TRANS_TABLES',
];

export const usualMode: ReadingMode = readingMode([]);

/** Whether a text reads the same in every mode and on every server. Of USE it matters how names are compared. */
export function readsTheSame(text: string): boolean {
  return !/["\\]|sql_mode|\buse\b|\/\*M?!/iu.test(text);
}

const asText = ['PIPES_AS_CONCAT', 'ANSI_QUOTES', 'IGNORE_SPACE'];
const withoutOptions = ['NO_KEY_OPTIONS', 'NO_TABLE_OPTIONS', 'NO_FIELD_OPTIONS'];

/** MySQL manual and MariaDB knowledge base, "SQL Mode", combinations. */
const standFor: Readonly<Record<string, readonly string[]>> = {
  ANSI: ['REAL_AS_FLOAT', ...asText],
  DB2: [...asText, ...withoutOptions],
  MAXDB: [...asText, ...withoutOptions, 'NO_AUTO_CREATE_USER'],
  MSSQL: [...asText, ...withoutOptions],
  ORACLE: [...asText, ...withoutOptions, 'NO_AUTO_CREATE_USER'],
  POSTGRESQL: [...asText, ...withoutOptions],
  TRADITIONAL: ['STRICT_TRANS_TABLES', 'NO_ZERO_DATE', 'NO_ZERO_IN_DATE', 'NO_ENGINE_SUBSTITUTION'],
};

const meaningModes: readonly string[] = [
  'ORACLE',
  ...asText,
  ...withoutOptions,
  'ALLOW_INVALID_DATES',
  'EMPTY_STRING_IS_NULL',
  'HIGH_NOT_PRECEDENCE',
  'NO_BACKSLASH_ESCAPES',
  'NO_DIR_IN_CREATE',
  'NO_UNSIGNED_SUBTRACTION',
  'PAD_CHAR_TO_FULL_LENGTH',
  'REAL_AS_FLOAT',
  'SIMULTANEOUS_ASSIGNMENT',
  'TIME_ROUND_FRACTIONAL',
  'TIME_TRUNCATE_FRACTIONAL',
];

/** Every mode that one of the servers knows and that it does not matter whether a statement is read by. */
const otherModes: readonly string[] = [
  'ERROR_FOR_DIVISION_BY_ZERO',
  'MYSQL323',
  'MYSQL40',
  'NO_AUTO_CREATE_USER',
  'NO_AUTO_VALUE_ON_ZERO',
  'NO_ENGINE_SUBSTITUTION',
  'NO_ZERO_DATE',
  'NO_ZERO_IN_DATE',
  'ONLY_FULL_GROUP_BY',
  'STRICT_ALL_TABLES',
  'STRICT_TRANS_TABLES',
  'TRADITIONAL',
];

export const knownModes: readonly string[] = [
  ...new Set([...Object.keys(standFor), ...meaningModes, ...otherModes]),
].toSorted();
