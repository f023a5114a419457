import type { Session } from '../../mysql/session.ts';
import { sentryComment } from '../../sql/cutover.ts';
import type { TableName } from '../../sql/inspect.ts';
import { readComments } from './ghost.ts';
import { takenFromRevert } from './leftovers.ts';
import { readKeptName } from './retired-ghost.ts';
import { nameTables, type TableNames } from './table-names.ts';

/*
 * A ghost needs the name of the retired table: by its swap, or because it is that table and a revert ends. Until then the name is
 * free, and somebody may take it.
 */

/** The names of a migration that nobody works on, where the retired table's is somebody's; `null` where it is free. */
export async function findTakenName(session: Session, original: TableName): Promise<TableNames | null> {
  for (const isApart of [false, true]) {
    const names = nameTables(original, isApart);
    const comments = await readComments(session, [names.ghost, names.retired]);
    const comment = comments.get(names.retired);
    if (comments.has(names.ghost) && comment !== undefined && comment !== sentryComment) return names;
  }
  return null;
}

/** Whether the retired table is the ghost of a revert now. What has its name meanwhile is another one. */
export async function isGhostOfRevert(session: Session, names: TableNames): Promise<boolean> {
  return (await readComments(session, [names.ghost])).size > 0 && (await readKeptName(session, names)) !== null;
}

/**
 * Such a revert can neither be ended nor swap.
 *
 * @throws GhostshipError `leftover-tables` where somebody has the name of the table as it was
 */
export async function refuseTakenFromRevert(session: Session, original: TableName): Promise<void> {
  const taken = await findTakenName(session, original);
  if (taken !== null && (await readKeptName(session, taken)) !== null) throw takenFromRevert(taken);
}
