import { type Sql, sql } from './sql.ts';

/** In all our sessions as the server has it: its tables compute under the mode of whoever opened them (measured on both servers). */
const noUnsignedSubtraction = sql`IF(FIND_IN_SET('NO_UNSIGNED_SUBTRACTION', @@GLOBAL.sql_mode), 'NO_UNSIGNED_SUBTRACTION', NULL)`;

/** For questions and notes of ours: nothing is coerced in silence, and our own SQL means what it says. */
export const plainSqlMode = sql`CONCAT_WS(',', 'STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION', ${noUnsignedSubtraction})`;

/**
 * No NO_ZERO_DATE and no NO_ZERO_IN_DATE: rows that the table holds today must be copied as they are, and the server's
 * own ALTER keeps them too. STRICT_ALL_TABLES: nothing is coerced in silence. NO_AUTO_VALUE_ON_ZERO: a row whose
 * AUTO_INCREMENT column is 0 keeps its 0.
 */
const copyModes = [
  'STRICT_ALL_TABLES',
  'NO_AUTO_VALUE_ON_ZERO',
  'ERROR_FOR_DIVISION_BY_ZERO',
  'NO_ENGINE_SUBSTITUTION',
  'ALLOW_INVALID_DATES',
];

const zeroDates = ['NO_ZERO_DATE', 'NO_ZERO_IN_DATE'];

/** What decides the value of an expression, as of a generated column. Our own SQL means the same under each. */
export const expressionModes = ['NO_UNSIGNED_SUBTRACTION', 'TIME_TRUNCATE_FRACTIONAL', 'TIME_ROUND_FRACTIONAL'];

/** What decides how a value is converted. All the others would change what our own SQL means. */
const aboutValues = [
  ...zeroDates,
  ...expressionModes,
  'ALLOW_INVALID_DATES',
  'ERROR_FOR_DIVISION_BY_ZERO',
  'NO_ENGINE_SUBSTITUTION',
];

/**
 * @param serverMode the server's sql_mode, as it writes it; what the ghost computes has the value that the server's own ALTER
 *   would compute
 */
export function copySqlMode(serverMode: string): Sql {
  return sql`${[...copyModes, ...modesOf(serverMode, expressionModes)].join(',')}`;
}

/**
 * Values are converted as the server's own ALTER would, and nothing is coerced in silence.
 *
 * @param serverMode the server's sql_mode, as it writes it
 */
export function convertingSqlMode(serverMode: string): Sql {
  return sql`${['STRICT_ALL_TABLES', 'NO_AUTO_VALUE_ON_ZERO', ...modesOf(serverMode, aboutValues)].join(',')}`;
}

/**
 * For definitions that we write, or have the server copy: as strict about values as the server is, and without what would change
 * the meaning of our own SQL or of what SHOW CREATE TABLE has printed. In ORACLE mode a DATE is a DATETIME.
 */
export function definingSqlMode(serverMode: string): Sql {
  return sql`${modesOf(serverMode, [...aboutValues, ...strictness]).join(',')}`;
}

/** For the statement of a person, and for nothing of ours: the mode that the server gives everybody. */
export function givenSqlMode(serverMode: string): Sql {
  return sql`${serverMode}`;
}

/** The same for a statement that converts rows: nothing is coerced in silence. */
export function strictSqlMode(serverMode: string): Sql {
  return sql`${`${serverMode},STRICT_ALL_TABLES`}`;
}

const strictness = ['STRICT_ALL_TABLES', 'STRICT_TRANS_TABLES'];

/** TRADITIONAL stands for several modes. The server lists them as well, and adds them again where it is set. */
export function withZeroDates(serverMode: string): string {
  const isKept = (mode: string): boolean => mode !== 'TRADITIONAL' && !zeroDates.includes(mode);
  return serverMode.split(',').filter(isKept).join(',');
}

export function hasMode(serverMode: string, mode: string): boolean {
  return serverMode.split(',').includes(mode);
}

export function modesOf(serverMode: string, wanted: readonly string[]): string[] {
  return serverMode.split(',').filter((mode) => wanted.includes(mode));
}
