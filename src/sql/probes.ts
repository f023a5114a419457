import type { TableName } from './inspect.ts';
import { ident, join, raw, type Sql, sql, tableName } from './sql.ts';

/** Rows to look through: a table or a derived table, and how to name one of its rows in a report. */
export interface ProbedRows {
  /** What stands behind FROM. */
  readonly from: Sql;
  /** The migration key as text, `NULL` where there is none. */
  readonly key: Sql;
}

/** A probe that takes longer than this is given up: it must never become a load of its own. */
export const probeTimeoutMs = 10_000;
/** Enough to say that a person has work to do; counting on would only cost. */
export const maxCounted = 10_000;
/** Enough to find the cause by. */
const maxSamples = 6;
const maxSampleLetters = 100;

/** Separates sample keys; no key that a person could read has it. */
export const sampleSeparator = '\u001f';

/** One row: `found` up to one more than {@link maxCounted}, `samples`. Plain reads, no locks. */
export function countRowsWhere(flavor: 'mysql' | 'mariadb', rows: ProbedRows, condition: Sql): Sql {
  return timed(flavor, countedWhere(rows, condition));
}

/** The same, for as long as it takes. */
export function countAllRowsWhere(rows: ProbedRows, condition: Sql): Sql {
  return sql`SELECT ${countedWhere(rows, condition)}`;
}

function countedWhere(rows: ProbedRows, condition: Sql): Sql {
  return sql`COUNT(*) AS found, COUNT(*) AS hits, ${samples} AS samples
    FROM (SELECT ${clipped(rows.key)} AS sample FROM ${rows.from} WHERE ${condition} LIMIT ${maxCounted + 1}) AS hits`;
}

/**
 * As {@link countRowsWhere}, of rows that have the same value as another one. Each value's first row is not counted: what
 * is found must go, or change. NULL is equal to nothing.
 */
export function countRepeated(flavor: 'mysql' | 'mariadb', rows: ProbedRows, parts: readonly Sql[]): Sql {
  const known = parts.map((part) => sql`${part} IS NOT NULL`);
  return timed(
    flavor,
    sql`COALESCE(SUM(surplus), 0) AS found, COUNT(*) AS hits, ${samples} AS samples
    FROM (SELECT COUNT(*) - 1 AS surplus, CONCAT(MIN(${exact(rows.key)}), ${sampleSeparator}, MAX(${exact(rows.key)})) AS sample
      FROM ${rows.from} WHERE ${join(known, ' AND ')}
      GROUP BY ${join(parts)} HAVING COUNT(*) > 1 LIMIT ${maxCounted + 1}) AS hits`,
  );
}

/** Rows that begin before one with the same parts ends that began before them. */
export function countOverlapping(
  flavor: 'mysql' | 'mariadb',
  rows: ProbedRows,
  parts: readonly Sql[],
  period: { readonly from: string; readonly to: string },
): Sql {
  const [from, to] = [ident(period.from), ident(period.to)];
  const known = parts.map((part) => sql`${part} IS NOT NULL`);
  const partition = parts.length === 0 ? raw('') : sql`PARTITION BY ${join(parts)}`;
  return timed(
    flavor,
    sql`COUNT(*) AS found, COUNT(*) AS hits, ${samples} AS samples
    FROM (SELECT sample FROM (SELECT ${clipped(rows.key)} AS sample, ${from} < MAX(${to}) OVER (${partition}
        ORDER BY ${from} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS overlaps
      FROM ${rows.from} WHERE ${join([raw('TRUE'), ...known], ' AND ')}) AS ordered WHERE overlaps LIMIT ${maxCounted + 1}) AS hits`,
  );
}

const sampledRows = 100;

/** One row: `counted`, at most `limit`, and `row_bytes`, what the first rows take without their headers. */
export function measureRows(
  flavor: 'mysql' | 'mariadb',
  table: TableName,
  columns: readonly string[],
  limit: number,
): Sql {
  const widths = columns.map((name) => sql`COALESCE(LENGTH(${ident(name)}), 0)`);
  const from = tableName(table);
  return timed(
    flavor,
    sql`COUNT(*) AS counted,
    (SELECT AVG(width) FROM (SELECT ${join(widths, ' + ')} AS width FROM ${from} LIMIT ${sampledRows}) AS sampled) AS row_bytes
    FROM (SELECT 1 FROM ${from} LIMIT ${limit}) AS measured`,
  );
}

/** A table as it stands. */
export function tableRows(table: TableName, key: Sql): ProbedRows {
  return { from: tableName(table), key };
}

const keyAlias = ident('ghostship_key');

/** Rows with other columns than the ones they are made from. The servers merge it; nothing is materialized. */
export function derivedRows(
  rows: ProbedRows,
  columns: readonly { readonly value: Sql; readonly name: string }[],
): ProbedRows {
  const list = columns.map(({ value, name }) => sql`${value} AS ${ident(name)}`);
  return {
    from: sql`(SELECT ${join([...list, sql`${rows.key} AS ${keyAlias}`])} FROM ${rows.from}) AS probed`,
    key: keyAlias,
  };
}

/** How a key is shown to a person. */
export function keyText(columns: readonly { readonly name: string; readonly dataType: string }[]): Sql {
  if (columns.length === 0) return raw('NULL');
  const parts = columns.map(({ name, dataType }) => {
    if (dataType === 'bit') return sql`${ident(name)} + 0`;
    if (dataType.endsWith('binary')) return sql`CONCAT('0x', HEX(${ident(name)}))`;
    return sql`CAST(${ident(name)} AS CHAR)`;
  });
  return sql`CONCAT_WS(', ', ${join(parts)})`;
}

const samples = sql`SUBSTRING_INDEX(GROUP_CONCAT(sample SEPARATOR ${sampleSeparator}), ${sampleSeparator}, ${maxSamples})`;

/** Two keys that the altered table takes for one are still two. */
function exact(key: Sql): Sql {
  return sql`CONVERT(${clipped(key)} USING utf8mb4) COLLATE utf8mb4_bin`;
}

function clipped(key: Sql): Sql {
  return sql`LEFT(${key}, ${maxSampleLetters})`;
}

/** The server itself stops the statement; MySQL counts in milliseconds, MariaDB in seconds. */
/** A question that is given up after {@link probeTimeoutMs}. */
export function timed(flavor: 'mysql' | 'mariadb', rest: Sql): Sql {
  return flavor === 'mysql'
    ? sql`SELECT /*+ MAX_EXECUTION_TIME(${probeTimeoutMs}) */ ${rest}`
    : sql`SET STATEMENT max_statement_time = ${probeTimeoutMs / 1000} FOR SELECT ${rest}`;
}
