import { readChangelog, readIfThere } from '../../mysql/read-if-there.ts';
import type { Session } from '../../mysql/session.ts';
import {
  createChangelog,
  fillChangelog,
  migrationComment,
  noteRevert,
  openCheckpoint,
  selectRevert,
} from '../../sql/changelog.ts';
import { selectComments } from '../../sql/cutover.ts';
import { createSchema, createTableLike, dropIndexes, dropTable, moveOwn, selectAnyRow } from '../../sql/ghost.ts';
import type { TableName } from '../../sql/inspect.ts';
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
  await session.run(createChangelog(names.changelog, migrationComment));
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
  const [found] = await session.rows(selectComments(aside.schema, [aside.name]));
  if (found !== undefined) return;
  await session.run(createTableLike(aside, kept));
  if (withoutKeys.length > 0) await session.run(dropIndexes(aside, withoutKeys));
}

/** The name that the ghost has had as a retired table; `null` where the changelog is not that of a revert. */
export async function readKeptName(session: Session, changelog: TableName): Promise<TableName | null> {
  const [row] = (await readChangelog(session, selectRevert(changelog))) ?? [];
  return typeof row?.kept === 'string' ? (JSON.parse(row.kept) as TableName) : null;
}

/** The ghost of a revert that is ended is the retired table again. Rows that were set aside stay for the next revert. */
export async function giveBack(session: Session, names: TableNames, kept: TableName): Promise<void> {
  await session.run(moveOwn(names.ghost, kept));
  await dropSetAside(session, names);
}

/** Unless there are rows in it. */
export async function dropSetAside(session: Session, names: TableNames): Promise<void> {
  const aside = nameSetAside(names);
  const rows = await readIfThere(session, selectAnyRow(aside));
  if (rows?.length === 0) await session.run(dropTable(aside));
}
