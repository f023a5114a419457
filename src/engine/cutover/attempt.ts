import { isPassing, isServerError } from '../../mysql/server-errors.ts';
import type { Session } from '../../mysql/session.ts';
import { createSentry, killQuery, lockTables, setIdleLimit, setLockWait, unlockTables } from '../../sql/cutover.ts';
import { dropTable } from '../../sql/ghost.ts';
import { sleep, sleepUncancelled, wholeSeconds } from '../../support/clock.ts';
import { readComments } from '../tables/ghost.ts';
import { takenName } from '../tables/leftovers.ts';
import { refuseTakenFromRevert } from '../tables/name-taken.ts';
import { concludeAttempt } from './conclude-attempt.ts';
import type { Approach, AttemptResult, CutoverWork } from './cutover-work.ts';
import { NotNow, notNowIfPassing } from './errors.ts';
import { LockBudget } from './lock-budget.ts';
import { Rename } from './rename.ts';
import { SecondInLine } from './second-in-line.ts';
import { dropSentry } from './which-table.ts';

/** UNLOCK has a deadline of its own. A session that does not answer is cut off, which unlocks as well. */
const unlockDeadlineMs = 2_000;
/** A small part of the idle limit. */
const feedLockerMs = 200;
const pollMs = 2;
const tellEveryMs = 500;
const withdrawAgainMs = 500;

interface Trio {
  readonly locker: Session;
  readonly renamer: Session;
  readonly watcher: Session;
}

interface Line {
  readonly rename: Rename;
  /** `null` where RENAME gives no way. */
  readonly second: SecondInLine | null;
}

/** One attempt, as drawn in `cutover.ts`. */
export async function attempt(work: CutoverWork, signal: AbortSignal): Promise<AttemptResult> {
  const { names } = work;
  await using locker = await work.open('holding the lock at the cutover');
  await using renamer = await work.open('renaming at the cutover');
  await using watcher = await work.open('watching the cutover');
  await dropSentry(watcher, names);
  await locker.run(createSentry(names.retired)).catch(async (error: unknown) => {
    if (!isServerError(error, 'ER_TABLE_EXISTS_ERROR')) throw error;
    await refuseTakenFromRevert(watcher, names.original);
    throw takenName(names, await readComments(watcher, [names.retired]));
  });
  const approach = await work.approach(signal);
  const result = await swapUnderLock(work, { locker, renamer, watcher }, signal).catch(notNowIfPassing);
  if (!result.swapped) await withdraw(approach, signal);
  return result;
}

async function swapUnderLock(work: CutoverWork, trio: Trio, signal: AbortSignal): Promise<AttemptResult> {
  const { locker, renamer, watcher } = trio;
  // It keeps the table until it is known what became of the RENAME.
  await using second = await openSecond(work);
  const budget = new LockBudget(work.lockBudgetMs);
  const rename = new Rename(work.oneSession === null ? renamer : locker, work.names);
  // The lock must not outlive its budget when the network breaks. The server ends it when it hears nothing of us, we after the timer.
  await locker.run(setIdleLimit(budget.idleLimitSeconds));
  locker.feedEvery(feedLockerMs);
  const cutOff = setTimeout(() => locker.destroy(), work.lockBudgetMs + unlockDeadlineMs);
  let failure: unknown = null;
  try {
    await lock(work, trio, budget);
    await finishInTime(work, locker, budget, signal);
    if (!budget.allowsRename) throw new NotNow('the last changes took too long');
    await (work.oneSession === null
      ? queueRename(work, trio, { rename, second }, budget)
      : renameAlone(work, locker, rename, budget));
  } catch (error) {
    failure = error;
    // While the locker holds the lock the RENAME cannot have begun, so it is safe to take it out of the queue.
    if (rename.isStarted) await watcher.run(killQuery(renamer.id)).catch(() => {});
    if (locker.alive) await rename.end();
  }
  await unlock(locker);
  clearTimeout(cutOff);
  if (await second?.keepsOut(rename)) {
    failure ??= new NotNow('a backup, or a change of read_only, came before the swap');
    await watcher.run(killQuery(renamer.id)).catch(() => {});
  }
  const renamed = await rename.end();
  return concludeAttempt(work, { renamer: rename.session, renamed, failure, lockedMs: budget.usedMs });
}

async function openSecond({ oneSession, watch, names, open }: CutoverWork): Promise<SecondInLine | null> {
  if (oneSession !== null || !watch.mayBeOvertaken) return null;
  return new SecondInLine(await open('waiting behind the rename'), names);
}

/** A timer is finer than the whole seconds of `lock_wait_timeout`. A LOCK statement that is killed has locked nothing. */
async function lock(work: CutoverWork, { locker, watcher }: Trio, { maxLockMs }: LockBudget): Promise<void> {
  await locker.run(setLockWait(wholeSeconds(maxLockMs + 999)));
  const timer = setTimeout(() => void watcher.run(killQuery(locker.id)).catch(() => {}), maxLockMs);
  const telling = tellWhileItWaits(work);
  try {
    const { original, ghost, retired } = work.names;
    await locker.run(lockTables(original, ghost, retired, [...work.besides, ...(work.oneSession?.parents ?? [])]));
  } catch (error) {
    if (isServerError(error, 'ER_LOCK_WAIT_TIMEOUT', 'ER_QUERY_INTERRUPTED')) {
      throw new NotNow('another transaction holds the table', await work.watch.blockers());
    }
    throw error;
  } finally {
    clearTimeout(timer);
    telling.end();
  }
}

/** A lock that is had at once is nothing to tell of. */
function tellWhileItWaits({ watch, onWait }: CutoverWork): { end(): void } {
  let isWaiting = true;
  let isLooking = false;
  const timer = setInterval(() => {
    if (isLooking) return;
    isLooking = true;
    void watch.blockers().then((blockers) => {
      isLooking = false;
      if (isWaiting) onWait(blockers);
    });
  }, tellEveryMs);
  return {
    end() {
      isWaiting = false;
      clearInterval(timer);
      onWait(null);
    },
  };
}

async function finishInTime(
  work: CutoverWork,
  locker: Session,
  budget: LockBudget,
  signal: AbortSignal,
): Promise<void> {
  const deadline = AbortSignal.timeout(budget.maxFinishMs);
  try {
    await work.finish(locker, AbortSignal.any([signal, deadline]));
  } catch (error) {
    if (deadline.aborted && !signal.aborted) throw new NotNow('the last changes did not arrive within the lock budget');
    throw error;
  }
}

/** Puts the RENAME into the queue behind the lock, and drops the sentry once the RENAME waits there. */
async function queueRename(
  work: CutoverWork,
  { locker, watcher }: Trio,
  { rename, second }: Line,
  budget: LockBudget,
): Promise<void> {
  rename.start(budget.leftMs);
  await seeFirstInLine(work, rename, watcher, budget);
  await work.watch.confirmHolder(watcher, locker);
  await locker.run(dropTable(work.names.retired));
  await seeFirstInLine(work, rename, watcher, budget);
  await second?.lineUp(watcher, budget);
  if (await work.watch.isOvertaken(watcher)) throw new NotNow('a backup waits for the lock that the swap needs');
}

/** The session that holds the lock renames by itself. */
async function renameAlone(work: CutoverWork, locker: Session, rename: Rename, budget: LockBudget): Promise<void> {
  await locker.run(dropTable(work.names.retired));
  rename.start(budget.leftMs);
  await rename.throwUnlessDone();
  await work.oneSession?.afterSwap(locker);
}

async function seeFirstInLine(work: CutoverWork, rename: Rename, watcher: Session, budget: LockBudget): Promise<void> {
  while (!(await work.watch.isFirstInLine(watcher, rename.session))) {
    if (rename.isEnded) throw new NotNow('the swap ended before its turn');
    if (budget.leftMs <= 0) throw new NotNow('the swap did not queue up in time');
    await sleepUncancelled(pollMs);
  }
}

async function unlock(locker: Session): Promise<void> {
  const timer = setTimeout(() => locker.destroy(), unlockDeadlineMs);
  // An error here means that the connection is gone, and its locks with it.
  await locker.run(unlockTables).catch(() => locker.destroy());
  clearTimeout(timer);
}

/** Something may be in its way for a while. Until it is done nothing is applied and no other attempt is made. */
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
