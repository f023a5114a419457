import type { Flavor } from '../../mysql/server.ts';
import { isServerError } from '../../mysql/server-errors.ts';
import type { Session } from '../../mysql/session.ts';
import { killConnection } from '../../sql/cutover.ts';
import { messageOf } from '../../support/errors.ts';
import type { Blocker } from '../events.ts';
import type { MigrateOptions } from '../request.ts';
import { blockerText, type SeenBlocker } from './blockers.ts';

/** Transactions are counted in whole seconds. */
const roundingSeconds = 1;

/** An application at work pauses between two statements for less than this. Who is idle for longer was probably forgotten. */
const idleForSeconds = 5;

/**
 * Ends the connections that kept the last attempt from its lock and hold the table still, in the same transaction: first those that
 * have sent nothing for five seconds, and the others only where that is allowed and they are still in the way then.
 *
 * @param look who holds the table now, without our own connections
 * @returns what was done, a sentence for each connection
 */
export async function endBlockers(
  session: Session,
  look: () => Promise<readonly SeenBlocker[]>,
  blockers: readonly Blocker[],
  mode: MigrateOptions['killBlockers'],
): Promise<string[]> {
  if (mode === 'none') return [];
  const told: string[] = [];
  const endThose = async (isMeant: (blocker: SeenBlocker) => boolean): Promise<void> => {
    for (const blocker of await look()) {
      if (blocker.isProtected || !blocker.isCertain || !isMeant(blocker) || !wasInTheWay(blocker, blockers)) continue;
      told.push(await end(session, blocker, mode));
    }
  };
  const isLeftAlone = ({ isIdle, idleSeconds }: SeenBlocker): boolean => isIdle && idleSeconds >= idleForSeconds;
  await endThose(isLeftAlone);
  if (mode === 'all') await endThose((blocker) => !isLeftAlone(blocker));
  return told;
}

/** @returns a sentence if nobody can be ended because who is in the way is only guessed; `null` if one is certain, or nobody may be ended */
export function whyNobodyIsEnded(
  blockers: readonly Blocker[],
  { mode, flavor }: { readonly mode: MigrateOptions['killBlockers']; readonly flavor: Flavor },
): string | null {
  if (mode === 'none' || blockers.length === 0 || blockers.some(({ isCertain }) => isCertain)) return null;
  const needed = flavor === 'mysql' ? [] : ['performance_schema=ON'];
  const settings = [...needed, "performance_schema_instrument='wait/lock/metadata/sql/mdl=ON'"].join(' and ');
  return `Who holds the table is only guessed, so kill-blockers: ${mode} ends nobody. Ghostship sees it on a server that was started with ${settings}, as a user with SELECT on performance_schema.*.`;
}

/** A younger transaction of the same connection is another one. */
function wasInTheWay({ connectionId, seconds }: Blocker, blockers: readonly Blocker[]): boolean {
  return blockers.some((other) => other.connectionId === connectionId && seconds + roundingSeconds >= other.seconds);
}

async function end(session: Session, blocker: SeenBlocker, mode: MigrateOptions['killBlockers']): Promise<string> {
  const who = blockerText(blocker);
  try {
    await session.run(killConnection(blocker.connectionId));
    return `Ended what held the table, as kill-blockers: ${mode} allows: ${who}`;
  } catch (error) {
    if (isServerError(error, 'ER_NO_SUCH_THREAD')) return `Gone by itself: ${who}`;
    return `What held the table could not be ended (${messageOf(error)}): ${who}`;
  }
}
