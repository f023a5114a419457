import { isAnyIn } from '../../mysql/find-process.ts';
import type { Row, Session } from '../../mysql/session.ts';
import { getLock, isUsedLock } from '../../sql/ghost.ts';
import { nowMs, sleep } from '../../support/clock.ts';
import { GhostshipError } from '../../support/errors.ts';
import type { ControlConnection } from '../tables/control-connection.ts';
import { lockName, type TableNames } from '../tables/table-names.ts';
import { describeBlockers, type SeenBlocker } from './blockers.ts';
import { NotNow } from './errors.ts';
import { type LockView, openLockView } from './lock-view.ts';

/** What the cutover must see before each step. A look that fails, or that finds nothing, counts as a no. */
export interface LockWatch {
  /**
   * Waits while a transaction that looks long holds the table or its ghost: writers must not have to wait behind it.
   * @param tell is called again and again with whom it waits for
   * @returns what is still in the way, or `null`
   */
  waitUntilQuiet(tell: (blockers: readonly SeenBlocker[]) => void, signal: AbortSignal): Promise<NotNow | null>;
  /** Who holds the table or its ghost now, as far as the server shows it; ours left out. */
  blockers(): Promise<readonly SeenBlocker[]>;
  /** True when the RENAME of this session waits for the original and nobody can come before it. */
  isFirstInLine(watcher: Session, renamer: Session): Promise<boolean>;
  /** Whether a RENAME that is first in line may have to give up its place on this server: see `second-in-line.ts`. */
  readonly mayBeOvertaken: boolean;
  /** True where it would give up its place now. Such an attempt is ended while nobody can write yet. */
  isOvertaken(watcher: Session): Promise<boolean>;
  /** @throws GhostshipError `lock-lost` where the server says that another session holds the lock, or none */
  confirmHolder(watcher: Session, locker: Session): Promise<void>;
}

/** Younger transactions end within the lock budget, as a rule. */
const longMs = 500;
/** After this time without a lock list the wait ends: a transaction of another table looks like one of ours. */
const maxBlindWaitMs = 10_000;
/** After this time the attempt counts as failed, and says why. */
const maxWaitMs = 30_000;
/**
 * InnoDB makes its list of transactions anew only when nobody has read it for 100 ms. Two readers at the same pace would see
 * the same old list for ever, so the time between two looks is drawn at random.
 */
const lookEveryMs = { least: 120, most: 400 };

/**
 * @param ours the ids of our own connections
 * @throws GhostshipError `unsupported-server` where nothing on this server can tell whether a swap is safe
 */
export async function openLockWatch(
  { session, server: { flavor } }: Pick<ControlConnection, 'session' | 'server'>,
  names: TableNames,
  ours: () => readonly number[],
): Promise<LockWatch> {
  const view = await openLockView(session, names, flavor);
  const mayBeOvertaken = flavor === 'mariadb';
  return {
    waitUntilQuiet: (tell, signal) => waitUntilQuiet({ session, view, ours }, tell, signal),
    blockers: () => seeBlockers({ session, view, ours }),
    isFirstInLine: (watcher, renamer) => view.isFirstInLine(watcher, renamer),
    mayBeOvertaken,
    isOvertaken: async (watcher) => mayBeOvertaken && (await isAnyIn(watcher, /^waiting for backup lock/iu)),
    confirmHolder: (watcher, locker) => confirmHolder(watcher, locker, names),
  };
}

interface Lookout {
  readonly session: Session;
  readonly view: LockView;
  readonly ours: () => readonly number[];
}

async function waitUntilQuiet(
  lookout: Lookout,
  tell: (blockers: readonly SeenBlocker[]) => void,
  signal: AbortSignal,
): Promise<NotNow | null> {
  const { session, view, ours } = lookout;
  const until = nowMs() + (view.isExact ? maxWaitMs : maxBlindWaitMs);
  for (;;) {
    const holders = await view.holders(session, ours());
    const allLong = holders.filter(isLong);
    const [long] = allLong;
    if (long === undefined) return null;
    if (nowMs() > until) {
      if (!view.isExact) return null;
      const seconds = Math.round(Number(long.age_ms) / 1000);
      return new NotNow(
        `connection ${String(long.id)} has had the table open for ${seconds} s`,
        await seeBlockers(lookout),
      );
    }
    tell(await describeBlockers(session, allLong, view.isExact).catch(() => []));
    await sleep(lookEveryMs.least + Math.random() * (lookEveryMs.most - lookEveryMs.least), signal);
  }
}

function isLong({ age_ms }: Row): boolean {
  return Number(age_ms) > longMs;
}

/** They are told to people, and a question that fails must not stop the cutover. */
async function seeBlockers({ session, view, ours }: Lookout): Promise<readonly SeenBlocker[]> {
  try {
    return await describeBlockers(session, await view.holders(session, ours()), view.isExact);
  } catch {
    return [];
  }
}

async function confirmHolder(watcher: Session, locker: Session, { original }: TableNames): Promise<void> {
  const name = `${lockName(original)}:c`;
  await locker.rows(getLock(name, 0));
  const [row] = await watcher.rows(isUsedLock(name));
  if (Number(row?.holder) === locker.id) return;
  throw new GhostshipError('lock-lost', `The session that locked ${original.name} for the cutover is gone.`, {
    hint: 'Look for what kills connections (timeouts, a proxy), then run the migration again.',
  });
}
