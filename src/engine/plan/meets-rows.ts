import {
  type Column,
  findColumn,
  type IndexColumn,
  sameName,
  type TableDefinition,
} from '../../mysql/inspect-table.ts';
import type { Row, Session } from '../../mysql/session.ts';
import { readForeignKeys } from '../../sql/foreign-keys.ts';
import { type PairedColumns, selectOrphan, selectTaken } from '../../sql/rows-met.ts';
import { GhostshipError } from '../../support/errors.ts';
import type { Stage } from './stage.ts';
import type { Standing } from './standings.ts';

/** Rows that were written into a clone, and are seen by the session alone. */
export interface MetRows {
  readonly stage: Stage;
  /** Of the table, in the names of the user. */
  readonly definition: TableDefinition;
  /** Of the statement, as in `migrations/1.sql:3`. */
  readonly place: string;
  readonly session: Session;
}

/**
 * Holds unique keys of the rows against the table of the user, as far as no statement of the run has a hand in them.
 *
 * @param hasNumbers whether the clone has numbered rows: then the table will give them others
 * @throws GhostshipError `duplicate-rows`
 */
export async function refuseTaken(
  { stage, definition, place, session }: MetRows,
  standing: Standing,
  hasNumbers: boolean,
): Promise<void> {
  if (standing.source === null || standing.rowsChanged) return;
  for (const { name, unique, columns } of definition.indexes) {
    const equal = unique ? columns.map((part) => asBefore(part, definition, standing, hasNumbers)) : [];
    if (equal.length === 0 || !equal.every((pair) => pair !== null)) continue;
    const [row] = await session.rows(selectTaken(stage.tables.staged(definition.table), standing.source.table, equal));
    if (row === undefined) continue;
    throw new GhostshipError(
      'duplicate-rows',
      `The server would refuse ${place}: ${definition.table.name} has a row with ${inWords(equal, row)} already, and the key ${name} is unique.`,
      {
        hint: 'Change the row that the statement writes. Where it may be there already, write INSERT … ON DUPLICATE KEY UPDATE.',
      },
    );
  }
}

/** A column of a key that has the values which it had before the run; `null` for any other. */
function asBefore(
  { column, isPrefix }: IndexColumn,
  definition: TableDefinition,
  { map }: Standing,
  hasNumbers: boolean,
): PairedColumns | null {
  const now = column === null || isPrefix ? undefined : findColumn(definition, column);
  if (now === undefined || (hasNumbers && now.autoIncrement)) return null;
  const before = map.find(({ to }) => sameName(to.name, now.name))?.from;
  return before !== undefined && isAlike(before, now) ? { ours: now.name, theirs: before.name } : null;
}

/**
 * Looks whether the rows that they refer to are there, as far as no statement of the run has a hand in these.
 *
 * @throws GhostshipError `data-does-not-fit`
 */
export async function refuseOrphans(met: MetRows): Promise<void> {
  const found = await findOrphan(met);
  if (found !== null) throw found;
}

/** @returns what {@link refuseOrphans} throws; `null` where each has its parent */
export async function findOrphan({ stage, definition, place, session }: MetRows): Promise<GhostshipError | null> {
  const { table, createStatement } = definition;
  const written = stage.tables.staged(table);
  for (const { name, columns, parent, parentColumns } of readForeignKeys(createStatement, table.schema)) {
    const standing = stage.tables.standingOf(parent);
    if (standing === null || standing.source === null || standing.isAltered || standing.rowsChanged) continue;
    if (stage.tables.standingOf(table) === standing) continue;
    const equal = columns.map((ours, index) => ({ ours, theirs: parentColumns[index] ?? '' }));
    const [row] = await session.rows(selectOrphan(written, standing.source.table, equal));
    if (row === undefined) continue;
    return new GhostshipError(
      'data-does-not-fit',
      `The server would refuse ${place}: ${parent.name} has no row with ${inWords(
        equal.map(({ theirs }) => ({ ours: theirs })),
        row,
      )}, and the foreign key ${name} asks for one.`,
      { hint: `Add the row of ${parent.name} in an earlier statement.` },
    );
  }
  return null;
}

function isAlike(before: Column, now: Column): boolean {
  return before.columnType === now.columnType && before.collation === now.collation;
}

/** As in `a = 1, b = x`. */
export function inWords(columns: readonly { readonly ours: string }[], row: Row): string {
  return columns.map(({ ours }, index) => `${ours} = ${String(row[`value ${index}`])}`).join(', ');
}
