import { o } from './aliases.ts';
import type { TableName } from './inspect.ts';
import { collated, selectKeyPart } from './key-column.ts';
import { ghostKey, type Key, type KeyPair, type KeyRange, keyIn, keyRange, originalKey } from './keys.ts';
import { ident, join, raw, type Sql, sql, tableName } from './sql.ts';

/** A ghost column, and what it is filled with: an expression over the original's columns. */
export interface CopiedColumn {
  readonly to: string;
  readonly value: Sql;
}

/** All a copy statement needs to know about the two tables. */
export interface CopyTables {
  readonly original: TableName;
  readonly ghost: TableName;
  readonly columns: readonly CopiedColumn[];
  readonly index: string;
  readonly ghostIndex: string;
  /** False where no index of the ghost refuses a second row of a key: only the order of our statements does. */
  readonly ghostIsUnique: boolean;
  readonly key: readonly KeyPair[];
  /** The first column of the key where it may be NULL: no row may have NULL there. */
  readonly neverNull: string | null;
  /** What rows of the ghost have that the original cannot give them; `null` where they have nothing of that kind. */
  readonly keeps: KeptColumns | null;
  /** More rows in one statement could have more warnings than the server keeps. `Infinity` where rows have none. */
  readonly rowsPerInsert: number;
}

/** Columns that only the ghost of a revert has. A row that is written anew keeps its values there. */
export interface KeptColumns {
  readonly columns: readonly string[];
  /** Where rows wait while they are not in the ghost. */
  readonly setAside: TableName;
  /** All that may be written, in the ghost and where they wait. */
  readonly written: readonly string[];
}

/**
 * Copies a range; runs under READ COMMITTED and then locks nothing on the original.
 * @param restEvery it sleeps for a moment about once in so many rows; `null` is never
 */
export function copyRange(tables: CopyTables, range: KeyRange, restEvery: number | null): Sql {
  const resting = restEvery === null ? raw('') : sql` AND ${restingOnceIn(restEvery)}`;
  return sql`${insertSelect(tables)} FORCE INDEX (${ident(tables.index)}) WHERE ${keyRange(originalKey(tables.key), range)}${resting}`;
}

/** Brings these keys over as they are in the original now. Their old rows must have been deleted from the ghost. */
export function copyKeys(tables: CopyTables, keys: readonly Key[]): Sql {
  return sql`${insertSelect(tables)} FORCE INDEX (${ident(tables.index)}) WHERE ${keyIn(originalKey(tables.key), keys)}`;
}

/** Of an index that is not unique the optimizer knows nothing while the ghost is filled, and may read the whole ghost. */
export function deleteKeys(tables: CopyTables, keys: readonly Key[]): Sql {
  const ghost = tableName(tables.ghost);
  const where = keyIn(ghostKey(tables.key), keys);
  if (tables.ghostIsUnique) return sql`DELETE FROM ${ghost} WHERE ${where}`;
  return sql`DELETE FROM ${ghost} USING ${ghost} FORCE INDEX (${ident(tables.ghostIndex)}) WHERE ${where}`;
}

/** Deletes the first rows of a range from the ghost. Call it until it deletes fewer. */
export function deleteRange(tables: CopyTables, range: KeyRange, rows: number): Sql {
  const key = ghostKey(tables.key);
  const order = join(key.map(({ column }) => column));
  return sql`DELETE FROM ${tableName(tables.ghost)} WHERE ${keyRange(key, range)} ORDER BY ${order} LIMIT ${rows}`;
}

/**
 * The key `rows` rows behind `after`; no row where fewer are left. One column for each key column: `k0`, `k1`, …
 * Not from a derived table, which takes MySQL another millisecond (measured); what is ordered by is qualified, because a
 * column may be called `k0`, too.
 */
export function selectBoundary(tables: CopyTables, after: Key | null, rows: number): Sql {
  const key = originalKey(tables.key, o);
  return sql`SELECT ${keyParts(tables, o)} FROM ${tableName(tables.original)} AS ${o} FORCE INDEX (${ident(tables.index)})
    WHERE ${keyRange(key, { after, upTo: null })} ORDER BY ${join(key.map(({ column }) => column))} LIMIT 1 OFFSET ${rows - 1}`;
}

/** The greatest key of all, as {@link selectBoundary} has it; no row where the table is empty. */
export function selectLast(tables: CopyTables): Sql {
  const key = originalKey(tables.key, o);
  return sql`SELECT ${keyParts(tables, o)} FROM ${tableName(tables.original)} AS ${o} FORCE INDEX (${ident(tables.index)})
    ORDER BY ${join(key.map(({ column }) => sql`${column} DESC`))} LIMIT 1`;
}

/** Every key in the range, as {@link selectBoundary} has them. */
export function selectKeys(tables: CopyTables, range: KeyRange): Sql {
  return sql`SELECT ${keyParts(tables)} FROM ${tableName(tables.original)} FORCE INDEX (${ident(tables.index)})
    WHERE ${keyRange(originalKey(tables.key), range)}`;
}

/**
 * Where keys lie that JavaScript cannot compare, asked of the server that can. One row a key, `n` its number and `place`
 * the number of the first range that holds it, or NULL.
 */
export function locateKeys(tables: CopyTables, keys: readonly Key[], ranges: readonly KeyRange[]): Sql {
  const located = keys.map((key, n) => {
    const literals = key.split(',');
    const operands = tables.key.map(({ original }, index) => ({
      column: collated(original, literals[index] ?? 'NULL'),
      write: raw,
      exact: false,
    }));
    const cases = ranges.map((range, index) => sql`WHEN ${keyRange(operands, range)} THEN ${index}`);
    return sql`SELECT ${n} AS n, CASE ${join(cases, ' ')} END AS place`;
  });
  return join(located, ' UNION ALL ');
}

/**
 * True of every row, whatever SLEEP says: a row must not depend on it. Of shorter times than 10 µs MySQL makes nothing at all;
 * this one takes some 60 µs, as the operating system will have it.
 */
function restingOnceIn(rows: number): Sql {
  return sql`(RAND() * ${rows} >= 1 OR SLEEP(0.00001) >= 0)`;
}

function insertSelect(tables: CopyTables): Sql {
  const to = tables.columns.map((column) => ident(column.to));
  const values = tables.columns.map((column) => column.value);
  return sql`INSERT INTO ${tableName(tables.ghost)} (${join(to)}) SELECT ${join(values)} FROM ${tableName(tables.original)}`;
}

function keyParts(tables: CopyTables, alias: Sql | null = null): Sql {
  return join(tables.key.map(({ original }, index) => sql`${selectKeyPart(original, alias)} AS ${raw(`k${index}`)}`));
}
