import { o } from './aliases.ts';
import type { CopyTables, KeptColumns } from './copy.ts';
import type { TableName } from './inspect.ts';
import { collated } from './key-column.ts';
import { ghostKey, type Key, type KeyPair, keyIn, originalKey } from './keys.ts';
import { ourMark } from './marker.ts';
import { ident, join, raw, type Sql, sql, tableName } from './sql.ts';

/*
 * A row that a revert writes anew is deleted from the ghost and read again from the original, like any changed row. Columns that
 * only the ghost has would be lost. So the row waits in a table of its own meanwhile:
 *
 *     set aside ─ delete from the ghost ─ bring back, with what it keeps ─ forget
 *
 * A row that is gone from the original since is deleted from both at once. Whichever row has its key now is a new one.
 * Each step can be repeated, so nothing is lost where a run dies in between. Each statement names each table once: under LOCK
 * TABLES it may not do so twice.
 */

const a = raw('a');

/** By it a later revert knows that the table is ours. */
export const setAsideComment = 'Ghostship set aside';

export function markSetAside(aside: TableName, withoutIndexes: readonly string[]): Sql {
  const clauses = [...withoutIndexes.map((name) => sql`DROP INDEX ${ident(name)}`), sql`COMMENT = ${setAsideComment}`];
  return sql`ALTER TABLE ${tableName(aside)} ${join(clauses)} ${raw(ourMark)}`;
}

/** A row that waits already is the same one. */
export function setAside(tables: CopyTables, { setAside: aside, written }: KeptColumns, keys: readonly Key[]): Sql {
  const columns = join(written.map(ident));
  const first = ident(tables.key[0]?.ghostName ?? '');
  return sql`INSERT INTO ${tableName(aside)} (${columns}) SELECT ${columns} FROM ${tableName(tables.ghost)}
    WHERE ${keyIn(ghostKey(tables.key), keys)} ON DUPLICATE KEY UPDATE ${first} = ${tableName(aside)}.${first}`;
}

/** Rows that have waited, as they are in the original now, with the values that they keep. */
export function bringBack(tables: CopyTables, keeps: KeptColumns, keys: readonly Key[]): Sql {
  const to = [...tables.columns.map(({ to: name }) => name), ...keeps.columns].map(ident);
  const values = [
    ...tables.columns.map(({ value }) => value),
    ...keeps.columns.map((_, n) => sql`${a}.${keptName(n)}`),
  ];
  const waiting = [
    ...tables.key.map(({ ghostName }, n) => sql`${ident(ghostName)} AS ${keyName(n)}`),
    ...keeps.columns.map((name, n) => sql`${ident(name)} AS ${keptName(n)}`),
  ];
  const same = tables.key.map(({ original }, n) => sql`${a}.${keyName(n)} = ${o}.${ident(original.name)}`);
  return sql`INSERT INTO ${tableName(tables.ghost)} (${join(to)}) SELECT ${join(values)}
    FROM ${tableName(tables.original)} AS ${o} FORCE INDEX (${ident(tables.index)})
    JOIN (SELECT ${join(waiting)} FROM ${tableName(keeps.setAside)}) AS a ON ${join(same, ' AND ')}
    WHERE ${keyIn(originalKey(tables.key, o), keys)}`;
}

/** Rows that came to the original since. */
export function copyNew(tables: CopyTables, { setAside: aside }: KeptColumns, keys: readonly Key[]): Sql {
  const same = tables.key.map(
    ({ original, ghostName }) => sql`${tableName(aside)}.${ident(ghostName)} = ${o}.${ident(original.name)}`,
  );
  return sql`INSERT INTO ${tableName(tables.ghost)} (${join(tables.columns.map(({ to }) => ident(to)))})
    SELECT ${join(tables.columns.map(({ value }) => value))}
    FROM ${tableName(tables.original)} AS ${o} FORCE INDEX (${ident(tables.index)})
    WHERE ${keyIn(originalKey(tables.key, o), keys)}
      AND NOT EXISTS (SELECT 1 FROM ${tableName(aside)} WHERE ${join(same, ' AND ')})`;
}

export function forgetSetAside(tables: CopyTables, { setAside: aside }: KeptColumns, keys: readonly Key[]): Sql {
  return sql`DELETE FROM ${tableName(aside)} WHERE ${keyIn(ghostKey(tables.key), keys)}`;
}

/** A row that got another key. */
export interface Move {
  readonly from: Key;
  readonly to: Key;
}

/** One row a move, `n` its number; `same` is 1 where the original takes both keys for one. */
export function compareMoves(key: readonly KeyPair[], moves: readonly Move[]): Sql {
  const compared = moves.map(({ from, to }, n) => {
    const [before, after] = [from.split(','), to.split(',')];
    const equal = key.map(
      ({ original }, index) =>
        sql`${collated(original, before[index] ?? 'NULL')} = ${collated(original, after[index] ?? 'NULL')}`,
    );
    return sql`SELECT ${n} AS n, (${join(equal, ' AND ')}) AS same`;
  });
  return join(compared, ' UNION ALL ');
}

function keyName(n: number): Sql {
  return ident(`ghostship_key_${n}`);
}

function keptName(n: number): Sql {
  return ident(`ghostship_kept_${n}`);
}
