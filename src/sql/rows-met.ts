import type { TableName } from './inspect.ts';
import { ident, join, raw, type Sql, sql, tableName } from './sql.ts';

/* Rows that were written into one table, and those of another one. */

/** A column of the rows that were written, and its column in the other table. */
export interface PairedColumns {
  readonly ours: string;
  readonly theirs: string;
}

/** One of the rows whose values are in the other table already. NULL equals nothing. */
export function selectTaken(written: TableName, existing: TableName, columns: readonly PairedColumns[]): Sql {
  return sql`SELECT ${valuesOf(columns)} FROM ${tableName(written)} AS w
    JOIN ${tableName(existing)} AS e ON ${equal(columns)} LIMIT 1`;
}

/** One of the rows that refer to no row of the other table. Where one of its columns is NULL, a row refers to nothing. */
export function selectOrphan(written: TableName, parent: TableName, columns: readonly PairedColumns[]): Sql {
  const given = join(
    columns.map(({ ours }) => sql`w.${ident(ours)} IS NOT NULL`),
    ' AND ',
  );
  return sql`SELECT ${valuesOf(columns)} FROM ${tableName(written)} AS w
    WHERE ${given} AND NOT EXISTS (SELECT 1 FROM ${tableName(parent)} AS e WHERE ${equal(columns)}) LIMIT 1`;
}

/**
 * One of the rows that refer to a row of the table which its clone has no more. It begins at the table, whose rows are few.
 *
 * @param columns `ours` of the table and its clone, `theirs` of the child
 */
export function selectBereft(
  original: TableName,
  child: TableName,
  clone: TableName,
  columns: readonly PairedColumns[],
): Sql {
  const kept = columns.map(({ ours }) => sql`c.${ident(ours)} = w.${ident(ours)}`);
  return sql`SELECT ${valuesOf(columns)} FROM ${tableName(original)} AS w
    STRAIGHT_JOIN ${tableName(child)} AS e ON ${equal(columns)}
    WHERE NOT EXISTS (SELECT 1 FROM ${tableName(clone)} AS c WHERE ${join(kept, ' AND ')}) LIMIT 1`;
}

/** The first rows of a table, written into a clone of it. */
export function fillWithFirst(
  clone: TableName,
  original: TableName,
  columns: readonly { readonly ours: string; readonly value: Sql }[],
  rows: number,
): Sql {
  return sql`INSERT INTO ${tableName(clone)} (${join(columns.map(({ ours }) => ident(ours)))})
    SELECT ${join(columns.map(({ value }) => value))} FROM ${tableName(original)} LIMIT ${rows}`;
}

/** Whether the last INSERT of the session has taken a number of AUTO_INCREMENT, after {@link forgetNumber}. */
export const selectNumber = raw('SELECT LAST_INSERT_ID() AS number');
export const forgetNumber = raw('DO LAST_INSERT_ID(0)');

function valuesOf(columns: readonly PairedColumns[]): Sql {
  return join(columns.map(({ ours }, index) => sql`w.${ident(ours)} AS ${ident(`value ${index}`)}`));
}

function equal(columns: readonly PairedColumns[]): Sql {
  return join(
    columns.map(({ ours, theirs }) => sql`e.${ident(theirs)} = w.${ident(ours)}`),
    ' AND ',
  );
}
