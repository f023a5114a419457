import { isDeepStrictEqual } from 'node:util';
import { inspectTable } from '../../mysql/inspect-table.ts';
import { readChangelog, readIfThere } from '../../mysql/read-if-there.ts';
import { isServerError } from '../../mysql/server-errors.ts';
import type { Session } from '../../mysql/session.ts';
import {
  createChangelog,
  fillChangelog,
  noteRevert,
  openCheckpoint,
  revertComment,
  selectRevert,
} from '../../sql/changelog.ts';
import { selectComments } from '../../sql/cutover.ts';
import { createSchema, createTableLike, dropTable, moveOwn, selectAnyRow } from '../../sql/ghost.ts';
import type { TableName } from '../../sql/inspect.ts';
import { markSetAside, setAsideComment } from '../../sql/set-aside.ts';
import { leftovers, takenFromRevert } from './leftovers.ts';
import { nameSetAside, type TableNames } from './table-names.ts';

/**
 * Makes the retired table the ghost of a revert. The changelog notes its name before it moves, so that nobody ever takes it for a
 * ghost that may be dropped.
 *
 * @param aside where rows are set aside; `withoutKeys` are unique keys that rows of different times could break
 * @param start `run` is the number before that of the first run
 */
export async function takeRetired(
  session: Session,
  names: TableNames,
  kept: TableName,
  aside: { readonly withoutKeys: readonly string[] } | null,
  start: { readonly status: string; readonly run: number },
): Promise<void> {
  await session.run(createChangelog(names.changelog, revertComment));
  await session.run(fillChangelog(names.changelog, start.status));
  await session.run(noteRevert(names.changelog, JSON.stringify(kept)));
  await session.run(openCheckpoint(names.changelog, start.run));
  if (aside !== null) await makeSetAside(session, nameSetAside(names), kept, aside.withoutKeys);
  for (const schema of names.ownSchemas) await session.run(createSchema(schema));
  await session.run(moveOwn(kept, names.ghost));
}

/** One with rows in it may be there from an earlier revert. */
async function makeSetAside(
  session: Session,
  aside: TableName,
  kept: TableName,
  withoutKeys: readonly string[],
): Promise<void> {
  if ((await commentOf(session, aside)) !== null) return;
  await session.run(createTableLike(aside, kept));
  await session.run(markSetAside(aside, withoutKeys));
}

/** @throws GhostshipError `leftover-tables` where somebody's table has the name of the one for rows that are set aside */
export async function refuseForeignAside(session: Session, names: TableNames): Promise<void> {
  const aside = nameSetAside(names);
  const comment = await commentOf(session, aside);
  if (comment !== null && comment !== setAsideComment) throw leftovers([aside], new Map([[aside, comment]]));
}

async function commentOf(session: Session, { schema, name }: TableName): Promise<string | null> {
  const [found] = await session.rows(selectComments(schema, [name]));
  return found === undefined ? null : String(found.comment);
}

/** The name that the ghost has had as a retired table; `null` where the changelog is not that of a revert. */
export async function readKeptName(
  session: Session,
  { changelog, retired }: Pick<TableNames, 'changelog' | 'retired'>,
): Promise<TableName | null> {
  const [row] = (await readChangelog(session, selectRevert(changelog))) ?? [];
  if (typeof row?.kept === 'string') return JSON.parse(row.kept) as TableName;
  // Somebody may have emptied it.
  return (await commentOf(session, changelog)) === revertComment ? retired : null;
}

/**
 * The ghost of a revert that is ended is the retired table again. Rows that were set aside stay for the next revert.
 *
 * @throws GhostshipError `leftover-tables` where somebody has taken the name
 */
export async function giveBack(session: Session, names: TableNames, kept: TableName): Promise<void> {
  await session.run(moveOwn(names.ghost, kept)).catch((error: unknown) => {
    throw isServerError(error, 'ER_TABLE_EXISTS_ERROR') ? takenFromRevert(names) : error;
  });
  await dropSetAside(session, names, kept);
}

/**
 * Unless there are rows in it.
 *
 * @param kept the retired table, where a run may have died before it could mark the table; `null` where the tables were swapped
 */
export async function dropSetAside(session: Session, names: TableNames, kept: TableName | null): Promise<void> {
  const aside = nameSetAside(names);
  const comment = await commentOf(session, aside);
  if (comment === null || !(comment === setAsideComment || (await isUnmarked(session, aside, kept)))) return;
  const rows = await readIfThere(session, selectAnyRow(aside));
  if (rows?.length === 0) await session.run(dropTable(aside));
}

/** Whether it is as the server has made it of the retired table. */
async function isUnmarked(session: Session, aside: TableName, kept: TableName | null): Promise<boolean> {
  if (kept === null) return false;
  const [made, like] = [await inspectTable(session, aside), await inspectTable(session, kept)];
  return isDeepStrictEqual([made?.columns, made?.indexes], [like?.columns, like?.indexes]);
}
