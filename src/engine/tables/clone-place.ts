import type { Session } from '../../mysql/session.ts';
import type { TableName } from '../../sql/inspect.ts';
import { GhostshipError } from '../../support/errors.ts';
import { endedSeconds, giveLockBack, takeLock } from './name-lock.ts';

/**
 * Where a dry run makes clones: the name of one, or all of a schema of ours, which has no name then. Each has a lock, so that
 * one dry run at a time is there, and what lies there while nobody has the lock is of a dry run that is dead.
 */
export type ClonePlace = TableName;

export function schemaPlace(schema: string): ClonePlace {
  return { schema, name: '' };
}

/** How long another dry run at the same place is waited for. */
const turnSeconds = 60;

/**
 * Call it before anything is made there. The lock goes with the session, or with {@link leavePlace}.
 *
 * @param beside what the statements are tried beside, as a message names it
 * @throws GhostshipError `already-running`
 */
export async function takePlace(session: Session, place: ClonePlace, beside: string): Promise<void> {
  if (await takeLock(session, place, turnSeconds)) return;
  throw new GhostshipError('already-running', `Another plan is trying its statements beside ${beside}.`, {
    hint: 'Run this again when that plan has ended.',
  });
}

/** Call it once nothing is left there. A session that came twice must leave twice. */
export async function leavePlace(session: Session, place: ClonePlace): Promise<void> {
  await giveLockBack(session, place);
}

/** @returns whether no dry run is there that lives; the session has the lock then until it ends */
export function askPlace(session: Session, place: ClonePlace): Promise<boolean> {
  return takeLock(session, place, endedSeconds);
}
