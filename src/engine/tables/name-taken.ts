import type { Session } from '../../mysql/session.ts';
import { sentryComment } from '../../sql/cutover.ts';
import type { TableName } from '../../sql/inspect.ts';
import { readComments } from './ghost.ts';
import { takenFromRevert } from './leftovers.ts';
import { readKeptName } from './retired-ghost.ts';
import { nameTables, type TableNames } from './table-names.ts';

/*
 * Until the swap no table has the name `…_del`. Anybody may create one, and then neither the swap nor the end of a revert can use the
 * name.
 */

/** The tables of a migration that nobody works on, if a table of somebody else has its name `…_del`; `null` if it is free. */
export async function findTakenName(session: Session, original: TableName): Promise<TableNames | null> {
  for (const isApart of [false, true]) {
    const names = nameTables(original, isApart);
    const comments = await readComments(session, [names.ghost, names.retired]);
    const comment = comments.get(names.retired);
    if (comments.has(names.ghost) && comment !== undefined && comment !== sentryComment) return names;
  }
  return null;
}

/** Whether the ghost is the retired table of a revert. A table called `…_del` is not ours then. */
export async function isGhostOfRevert(session: Session, names: TableNames): Promise<boolean> {
  return (await readComments(session, [names.ghost])).size > 0 && (await readKeptName(session, names)) !== null;
}

/**
 * Refuses to end, or to swap, a revert whose name `…_del` is taken.
 *
 * @throws GhostshipError `leftover-tables` where somebody has the name of the table as it was
 */
export async function refuseTakenFromRevert(session: Session, original: TableName): Promise<void> {
  const taken = await findTakenName(session, original);
  if (taken !== null && (await readKeptName(session, taken)) !== null) throw takenFromRevert(taken);
}
