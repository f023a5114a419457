import { findProcess } from '../../mysql/find-process.ts';
import { isPassing, isServerError } from '../../mysql/server-errors.ts';
import type { Session } from '../../mysql/session.ts';
import {
  createSentry,
  killConnection,
  killQuery,
  lockTables,
  setIdleLimit,
  setLockWait,
  unlockTables,
} from '../../sql/cutover.ts';
import { dropTable } from '../../sql/ghost.ts';
import type { TableName } from '../../sql/inspect.ts';
import { nowMs, sleep, wholeSeconds } from '../../support/clock.ts';
import type { TableNames } from '../tables/table-names.ts';
import { gaveUp, NotNow, unconfirmed } from './errors.ts';
import { type LockWatch, whichTableIsWhich } from './lock-watch.ts';
import { type Rename, type RenameResult, startRename, throwUnlessDone } from './rename.ts';

/*
 * One attempt:
 *
 *   L: create sentry ─ LOCK original, ghost, sentry ─ last changes ─┐       ┌─ DROP sentry ─┐       ┌─ UNLOCK
 *   R:                                                              └ RENAME … waits ………………│……… waits …│……▶ swapped
 *   W:                                                       sees R waiting ┘         sees R first ┘
 *
 * Where {@link SwapAlone} is asked for, L renames itself, which MySQL lets it do with tables it has locked.
 *
 * If L dies before the sentry is dropped, the RENAME fails, because the sentry is in its way. If L dies after that, nobody
 * can get between any more: an exclusive lock that waits goes before every writer, and all changes have been applied.
 */

export interface CutoverWork {
  readonly names: TableNames;
  /** That columns of the ghost default to. */
  readonly sequences: readonly TableName[];
  /** Everything one attempt may make a writer wait. */
  readonly lockBudgetMs: number;
  /** `null` unless the session that locks must rename as well. */
  readonly alone: SwapAlone | null;
  /** A new connection for this purpose, with the settings of the migration. */
  readonly open: (purpose: string) => Promise<Session>;
  readonly watch: LockWatch;
  /** Before the lock: brings over as much as can be without it, and leaves the rest to the session that locks. */
  readonly approach: (signal: AbortSignal) => Promise<Approach>;
  /** Under the lock, through the session that holds it: the last changes, and the proof of what was left to prove. */
  readonly settle: (locker: Session, signal: AbortSignal) => Promise<void>;
  readonly onAttempt: (attempt: number, lockedMs: number, failure: string | null) => void;
}

/** How a table with foreign keys is swapped: RENAME locks their parents too, so they must be locked before. */
export interface SwapAlone {
  readonly parents: readonly TableName[];
  /** While everything is still locked. */
  readonly afterSwap: (locker: Session) => Promise<void>;
}

export interface Approach {
  /** Makes all as it was before it, once an attempt has failed. Where it swapped there is nothing to go back to. */
  withdraw(): Promise<void>;
}

export interface Swapped {
  readonly attempts: number;
  /** From asking for the lock until the swap was confirmed by the server's answer. */
  readonly lockedMs: number;
}

/** After so long without a chance the table is left as it is. */
const giveUpAfterMs = 30 * 60 * 1000;
const maxBackoffMs = 30_000;
/** UNLOCK has a deadline of its own; a session that does not answer is cut off, which unlocks as well. */
const unlockDeadlineMs = 2_000;
const pollMs = 2;
/** The shortest time a RENAME can be told to wait for its locks: one second of lock_wait_timeout. */
const minRenameMs = 1_000;
const withdrawAgainMs = 500;

/**
 * Swaps ghost and original. Tries again, later and later, as long as an attempt does not fit into its lock budget.
 *
 * @throws GhostshipError `cutover-gave-up` (nothing changed), `cutover-unconfirmed` (a person must look)
 */
export async function cutOver(work: CutoverWork, signal: AbortSignal): Promise<Swapped> {
  const startedAt = nowMs();
  for (let attempts = 1; ; attempts++) {
    const busy = await work.watch.waitUntilQuiet(signal);
    const result: AttemptResult =
      busy === null ? await attempt(work, signal).catch(ifPassing) : { swapped: false, lockedMs: 0, why: busy };
    work.onAttempt(attempts, result.lockedMs, result.swapped ? null : result.why);
    if (result.swapped) return { attempts, lockedMs: result.lockedMs };
    if (nowMs() - startedAt > giveUpAfterMs) throw gaveUp(work.names, attempts, result.why);
    await sleep(Math.min(maxBackoffMs, 500 * 2 ** attempts), signal);
  }
}

type AttemptResult =
  | { readonly swapped: true; readonly lockedMs: number }
  | { readonly swapped: false; readonly lockedMs: number; readonly why: string };

/** Nothing was locked and nothing swapped: before the lock, or once it is known that all is as it was. */
function ifPassing(error: unknown): AttemptResult {
  if (!isPassing(error)) throw error;
  return { swapped: false, lockedMs: 0, why: error.message };
}

async function attempt(work: CutoverWork, signal: AbortSignal): Promise<AttemptResult> {
  const { names } = work;
  await using locker = await work.open('holding the lock at the cutover');
  await using renamer = await work.open('renaming at the cutover');
  await using watcher = await work.open('watching the cutover');
  await dropSentry(watcher, names);
  await locker.run(createSentry(names.retired));
  const approach = await work.approach(signal);
  const result = await swapUnderLock(work, { locker, renamer, watcher }, signal).catch(ifPassing);
  if (!result.swapped) await withdraw(approach, signal);
  return result;
}

/** What is in the way of it may stay for a while. Nothing is applied until it is done, and no other attempt made. */
async function withdraw(approach: Approach, signal: AbortSignal): Promise<void> {
  for (;;) {
    try {
      await approach.withdraw();
      return;
    } catch (error) {
      if (!isPassing(error)) throw error;
      await sleep(withdrawAgainMs, signal);
    }
  }
}

interface Trio {
  readonly locker: Session;
  readonly renamer: Session;
  readonly watcher: Session;
}

async function swapUnderLock(
  work: CutoverWork,
  { locker, renamer, watcher }: Trio,
  signal: AbortSignal,
): Promise<AttemptResult> {
  const { names } = work;
  const startedAt = nowMs();
  const remainingMs = (): number => work.lockBudgetMs - (nowMs() - startedAt);
  // A lock must not outlive its budget, whichever side of a broken network notices first.
  await locker.run(setIdleLimit(wholeSeconds(work.lockBudgetMs) + 1));
  const cutOff = setTimeout(() => locker.destroy(), work.lockBudgetMs + unlockDeadlineMs);
  let rename: Rename | null = null;
  let failure: unknown = null;
  try {
    await lock(locker, watcher, work);
    await settleWithin(work, locker, remainingMs(), signal);
    if (remainingMs() < minRenameMs) throw new NotNow('the last changes took too long');
    if (work.alone === null) {
      rename = startRename(renamer, names, remainingMs());
      await seeWaiting(work, rename, renamer, watcher, remainingMs);
      await work.watch.confirmHolder(watcher, locker);
      await locker.run(dropTable(names.retired));
      await seeWaiting(work, rename, renamer, watcher, remainingMs);
      // The last look: what comes after it has a millisecond to get between.
      if (await work.watch.isOvertaken(watcher)) throw new NotNow('a backup waits for the lock that the swap needs');
    } else {
      await locker.run(dropTable(names.retired));
      rename = startRename(locker, names, remainingMs());
      await throwUnlessDone(rename);
      await work.alone.afterSwap(locker);
    }
  } catch (error) {
    failure = error;
    // While L holds the lock the RENAME cannot have begun: taking it out of the line is safe.
    if (rename !== null) await watcher.run(killQuery(renamer.id)).catch(() => {});
    if (rename !== null && locker.alive) await rename.ended;
  }
  await unlock(locker);
  clearTimeout(cutOff);
  const renamed = rename === null ? null : await rename.ended;
  const lockedMs = nowMs() - startedAt;
  return conclude(work, work.alone === null ? renamer.id : locker.id, renamed, failure, lockedMs);
}

/** Who is who is asked of the server, never inferred from an answer that may have been lost. */
async function conclude(
  work: CutoverWork,
  renamerId: number,
  renamed: RenameResult | null,
  failure: unknown,
  lockedMs: number,
): Promise<AttemptResult> {
  if (renamed?.ok === true && failure === null) return { swapped: true, lockedMs };
  const tables = await askUntilAnswered(work, renamerId);
  if (tables === 'swapped') return { swapped: true, lockedMs };
  if (tables === 'unclear') throw unconfirmed(work.names, failure);
  // What is in the way may be in the way of this, too; the next attempt begins with it.
  await cleanUp(work).catch((error: unknown) => {
    if (!isPassing(error)) throw error;
  });
  if (renamed?.ok === false && renamed.refusal !== null) throw renamed.refusal;
  if (failure === null) return { swapped: false, lockedMs, why: renamed?.why ?? 'the swap did not happen' };
  if (failure instanceof NotNow || isPassing(failure)) return { swapped: false, lockedMs, why: failure.message };
  throw failure;
}

async function cleanUp(work: CutoverWork): Promise<void> {
  await using session = await work.open('cleaning up after a cutover attempt');
  await dropSentry(session, work.names);
}

/** A timer cuts finer than `lock_wait_timeout` does; a statement that is killed has locked nothing. */
async function lock(locker: Session, watcher: Session, work: CutoverWork): Promise<void> {
  const limitMs = Math.max(50, Math.min(work.lockBudgetMs / 2, work.lockBudgetMs - minRenameMs - 200));
  await locker.run(setLockWait(wholeSeconds(limitMs + 999)));
  const timer = setTimeout(() => void watcher.run(killQuery(locker.id)).catch(() => {}), limitMs);
  try {
    const { original, ghost, retired } = work.names;
    await locker.run(lockTables(original, ghost, retired, [...work.sequences, ...(work.alone?.parents ?? [])]));
  } catch (error) {
    if (isServerError(error, 'ER_LOCK_WAIT_TIMEOUT', 'ER_QUERY_INTERRUPTED')) {
      throw new NotNow('another transaction holds the table');
    }
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

async function settleWithin(work: CutoverWork, locker: Session, budgetMs: number, signal: AbortSignal): Promise<void> {
  const deadline = AbortSignal.timeout(Math.max(0, Math.floor(budgetMs - minRenameMs)));
  try {
    await work.settle(locker, AbortSignal.any([signal, deadline]));
  } catch (error) {
    if (deadline.aborted && !signal.aborted) throw new NotNow('the last changes did not arrive within the lock budget');
    throw error;
  }
}

async function seeWaiting(
  work: CutoverWork,
  rename: Rename,
  renamer: Session,
  watcher: Session,
  remainingMs: () => number,
): Promise<void> {
  while (!(await work.watch.isFirstInLine(watcher, renamer))) {
    if (rename.result() !== null) throw new NotNow('the swap ended before its turn');
    if (remainingMs() <= 0) throw new NotNow('the swap did not queue up in time');
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}

async function unlock(locker: Session): Promise<void> {
  const timer = setTimeout(() => locker.destroy(), unlockDeadlineMs);
  // An answer that fails means the connection is gone, and its locks with it.
  await locker.run(unlockTables).catch(() => locker.destroy());
  clearTimeout(timer);
}

/** Drops the sentry and nothing else: the name may belong to the retired original by now. */
async function dropSentry(session: Session, names: TableNames): Promise<void> {
  const which = await whichTableIsWhich(session, names);
  if (which.sentry) await session.run(dropTable(names.retired));
}

/** The connection broke at the one moment when that matters; the server is asked until it answers. */
async function askUntilAnswered(work: CutoverWork, renamerId: number): Promise<'swapped' | 'unchanged' | 'unclear'> {
  const deadline = nowMs() + 60_000;
  for (;;) {
    try {
      await using session = await work.open('asking which table is which');
      await endOf(session, renamerId);
      return (await whichTableIsWhich(session, work.names)).state;
    } catch (error) {
      if (nowMs() > deadline) throw unconfirmed(work.names, error);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

/** A RENAME whose answer was lost may still stand in line on the server; nothing can be said before it is gone. */
async function endOf(session: Session, renamerId: number): Promise<void> {
  for (;;) {
    // After a crash of the server the number may be somebody else's.
    const process = await findProcess(session, renamerId);
    if (process === null || !/^rename/iu.test(process.statement)) return;
    await session.run(killConnection(renamerId)).catch((error: unknown) => {
      if (!isServerError(error, 'ER_NO_SUCH_THREAD')) throw error;
    });
    await new Promise((resolve) => setTimeout(resolve, pollMs * 10));
  }
}
