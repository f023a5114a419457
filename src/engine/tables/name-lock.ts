import type { Session } from '../../mysql/session.ts';
import { getLock, isUsedLock, releaseLock } from '../../sql/ghost.ts';
import type { TableName } from '../../sql/inspect.ts';
import { GhostshipError } from '../../support/errors.ts';
import type { Sessions } from './sessions.ts';
import { lockName } from './table-names.ts';

/** Allows one migration per table. It has a connection of its own, because the lock ends with its connection. */
export interface NameLock extends AsyncDisposable {
  /** @throws GhostshipError `lock-lost` */
  confirm(): Promise<void>;
  /** Whether another connection has it now, as one of ours asks. */
  isTakenOver(session: Session): Promise<boolean>;
}

/** @throws GhostshipError `already-running` */
export async function takeNameLock(sessions: Sessions, original: TableName): Promise<NameLock> {
  const session = await sessions.open('holding the name lock');
  try {
    await requireNameLock(session, original);
  } catch (error) {
    await session[Symbol.asyncDispose]();
    throw error;
  }
  return {
    confirm: () => confirm(session, original),
    isTakenOver: async (asking) => {
      const holder = await nameLockHolder(asking, original);
      return holder !== null && holder !== session.id;
    },
    [Symbol.asyncDispose]: () => session[Symbol.asyncDispose](),
  };
}

/**
 * The session has the lock until it ends.
 *
 * @throws GhostshipError `already-running`
 */
export async function requireNameLock(session: Session, original: TableName): Promise<void> {
  if (!(await askNameLock(session, original))) throw isRunning(original);
}

/**
 * The same for who does not want the lock.
 *
 * @throws GhostshipError `already-running`
 */
export async function refuseRunning(session: Session, original: TableName): Promise<void> {
  if ((await nameLockHolder(session, original)) !== null) throw isRunning(original);
}

/** The connection that has the lock now. */
export async function nameLockHolder(session: Session, original: TableName): Promise<number | null> {
  const [row] = await session.rows(isUsedLock(lockName(original)));
  return row?.holder == null ? null : Number(row.holder);
}

function isRunning(original: TableName): GhostshipError {
  return new GhostshipError('already-running', `Another migration of ${original.name} is running on this server.`, {
    hint: 'Look at it with `ghostship status`; wait for it or stop it with `ghostship abort`.',
  });
}

/** @returns whether the session has the lock now; it has it until it ends */
export function askNameLock(session: Session, original: TableName): Promise<boolean> {
  return takeLock(session, original, endedSeconds);
}

/**
 * The lock of a name, whatever has it.
 *
 * @param seconds for which it is waited for
 * @returns whether the session has it now
 */
export async function takeLock(session: Session, name: TableName, seconds: number): Promise<boolean> {
  const [row] = await session.rows(getLock(lockName(name), seconds));
  return Number(row?.taken) === 1;
}

/** Gives one of {@link takeLock} back before the session ends. */
export async function giveLockBack(session: Session, name: TableName): Promise<void> {
  await session.rows(releaseLock(lockName(name)));
}

/**
 * The server gives the lock of a connection back some time after the connection has ended: 3 of 600 sessions that asked at once
 * did not get it, on an idle server.
 */
export const endedSeconds = 2;

async function confirm(session: Session, original: TableName): Promise<void> {
  if ((await nameLockHolder(session, original).catch(() => null)) === session.id) return;
  throw new GhostshipError(
    'lock-lost',
    `The lock that prevents a second migration of ${original.name} is gone, because its connection broke.`,
    {
      hint: 'Look for what kills idle connections (timeouts, a proxy), then run the migration again.',
    },
  );
}
