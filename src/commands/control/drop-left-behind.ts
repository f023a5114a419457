import { isDeepStrictEqual } from 'node:util';
import { whichTableIsWhich } from '../../engine/cutover/which-table.ts';
import { dropOwnForeignKeys } from '../../engine/relations/foreign-keys.ts';
import { dropTriggers } from '../../engine/relations/triggers.ts';
import { dropEmptySchemas, forgetSwap, readComments } from '../../engine/tables/ghost.ts';
import { askNameLock } from '../../engine/tables/name-lock.ts';
import { findTakenName } from '../../engine/tables/name-taken.ts';
import { dropSetAside, giveBack, readKeptName } from '../../engine/tables/retired-ghost.ts';
import { ghostLabel, nameTables, retiredLabel, type TableNames } from '../../engine/tables/table-names.ts';
import { dropUncheckedKeys } from '../../engine/tables/unchecked-keys.ts';
import type { Session } from '../../mysql/session.ts';
import { connect } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import { sentryComment, viewComment } from '../../sql/cutover.ts';
import { dropTable } from '../../sql/ghost.ts';
import type { TableName } from '../../sql/inspect.ts';
import { label, type Report } from './cleanup-report.ts';

/**
 * It holds the name lock, so that no new run starts. The changelog is dropped last, because it proves that the rest is ours.
 *
 * @returns whether it was done
 */
export async function dropLeftBehind(target: Target, original: TableName, report: Report): Promise<boolean> {
  const { beside, apart } = bothNames(original);
  await using session = await connect(target, 'cleaning up');
  const { dryRun } = report;
  if (!dryRun && !(await askNameLock(session, original))) return false;
  const comments = await readComments(session, [
    apart.ghost,
    apart.retired,
    beside.ghost,
    beside.retired,
    beside.changelog,
  ]);
  const isOurs = (name: TableName, comment: string): boolean =>
    comment !== viewComment && ((name !== apart.retired && name !== beside.retired) || comment === sentryComment);
  const kept = await readKeptName(session, beside);
  const taken = kept === null ? null : await findTakenName(session, original);
  if (taken !== null) {
    report.kept.push({ table: ghostLabel(taken), reason: whyStays(taken) });
    return false;
  }
  const ghosts = [beside, apart].filter(({ ghost }) => kept !== null && comments.has(ghost));
  const ours = [...comments]
    .filter(([name, comment]) => isOurs(name, comment) && !ghosts.some(({ ghost }) => ghost === name))
    .map(([name]) => name)
    // What keeps the name for the retired table makes room for it.
    .filter((name) => ghosts.length === 0 || !isDeepStrictEqual(name, kept));
  report.dropped.push(...ours.map((name) => label(name, target)));
  if (kept !== null && ghosts.length > 0)
    report.kept.push({ table: label(kept, target), reason: 'a revert that is ended leaves it as it was before' });
  if (dryRun) return false;
  if (kept !== null) for (const names of ghosts) await endRevert(session, names, kept);
  if (kept !== null && ghosts.length === 0) await dropSetAside(session, beside, kept);
  await dropUncheckedKeys(session, beside);
  if (comments.has(beside.changelog)) await forgetSwap(session, beside.changelog);
  for (const name of ours) await session.run(dropTable(name));
  if (ours.some(({ schema }) => apart.ownSchemas.includes(schema))) await dropEmptySchemas(session, apart);
  return true;
}

/** What the ghost got at a cutover that did not come about goes, and it is the retired table again. */
async function endRevert(session: Session, names: TableNames, kept: TableName): Promise<void> {
  await forgetSwap(session, names.changelog);
  await dropTriggers(session, names.ghost);
  await dropOwnForeignKeys(session, names.ghost);
  const { sentry } = await whichTableIsWhich(session, names);
  if (sentry) await session.run(dropTable(names.retired));
  await giveBack(session, names, kept);
}

function whyStays(names: TableNames): string {
  const taken = retiredLabel(names);
  return `it is ${names.original.name} as it was, and needs the name ${taken}, which somebody's table has; rename that one and clean up again`;
}

function bothNames(original: TableName): { readonly beside: TableNames; readonly apart: TableNames } {
  return { beside: nameTables(original, false), apart: nameTables(original, true) };
}
