import { endConnection, hasRestartedSince } from '../../mysql/end-connection.ts';
import { findProcess } from '../../mysql/find-process.ts';
import { connectionsTo, type Session } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import { dismissAborts } from '../../sql/changelog.ts';
import { sentryComment, setLockWait, unlockTables } from '../../sql/cutover.ts';
import { dropTable } from '../../sql/ghost.ts';
import type { TableName } from '../../sql/inspect.ts';
import { lockTable } from '../../sql/triggers.ts';
import { nowMs, sleep } from '../../support/clock.ts';
import { dropOwnForeignKeys } from '../relations/foreign-keys.ts';
import { dropTriggers } from '../relations/triggers.ts';
import { connectionsOn, readStatusRow } from '../run/status-row.ts';
import { readSwapRecord } from '../run/swap-record.ts';
import { commentsOf, forgetSwap, type GhostTables, ownGhost, readComments } from '../tables/ghost.ts';
import { refuseLeftovers, refuseNames } from '../tables/leftovers.ts';
import type { NameLock } from '../tables/name-lock.ts';
import { refuseTakenFromRevert } from '../tables/name-taken.ts';
import type { Sessions } from '../tables/sessions.ts';
import type { TableNames } from '../tables/table-names.ts';
import { takeRun } from './checkpoint.ts';

/** For what a connection that is gone already still has locked. */
const lockWaitSeconds = 60;
const tellAfterMs = 3_000;
const lookEveryMs = 100;

/**
 * Takes over the tables of a run that is gone, as they must be before anything is written to them: without sentry, triggers and
 * foreign keys, which belong there only under the cutover lock.
 *
 * @throws GhostshipError `leftover-tables` where somebody has taken a name that the swap needs; nothing is touched then
 */
export async function adoptGhost(sessions: Sessions, names: TableNames, nameLock: NameLock): Promise<GhostTables> {
  sessions.naming.add(names.ghost, names.original);
  await using session = await sessions.openWithChecks('taking over the ghost');
  const comments = await commentsOf(session, names);
  refuseLeftovers(names, comments);
  await refuseTakenFromRevert(session, names.original);
  refuseNames(names, comments);
  await takeRun(session, names.changelog);
  await session.run(dismissAborts(names.changelog));
  await forgetSwap(session, names.changelog);
  const { ghost, retired } = names;
  await session.run(setLockWait(lockWaitSeconds));
  // Whoever is at work on the ghost holds a lock on its definition.
  await session.run(lockTable(ghost));
  await session.run(unlockTables);
  await dropTriggers(session, ghost);
  await dropOwnForeignKeys(session, ghost);
  if ((await readComments(session, [retired])).get(retired) === sentryComment) await session.run(dropTable(retired));
  return ownGhost(sessions, names, nameLock);
}

/**
 * Waits until the connections of the run before are gone, and ends those that do nothing. It has lost the name lock, so it is
 * dead, or about to stop. What it had sent may still be at work: a chunk, an index.
 *
 * @param tell is told once what it waits for, where that takes long
 */
export async function outwaitLastRun(
  { target, session }: { readonly target: Target; readonly session: Session },
  changelog: TableName,
  tell: (message: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const found = await readStatusRow(session, changelog).catch(() => null);
  if (found === null) return;
  const record = await readSwapRecord(session, changelog).catch(() => null);
  const { connections: known, server = null } = found.status;
  const noted = new Set([...known, ...(record?.connections ?? [])]);
  const connections = connectionsOn(target, { connections: [...noted], server });
  const openedAtMs = nowMs() - found.ageMs;
  if (await hasRestartedSince(session, openedAtMs)) return;
  const own = connectionsTo(target);
  for (const id of connections.filter((other) => !own.includes(other))) {
    const waitsFrom = nowMs();
    let isTold = false;
    for (;;) {
      const process = await findProcess(session, id);
      if (process === null) break;
      if (process.statement === '') {
        await endConnection(session, { id, openedAtMs }, 'now');
        break;
      }
      if (!isTold && nowMs() - waitsFrom > tellAfterMs) {
        tell(`The last run had sent a statement that is still at work, and is waited for: ${process.statement}`);
        isTold = true;
      }
      await sleep(lookEveryMs, signal);
    }
  }
}
