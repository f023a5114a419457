import { backOff, giveUpAfterMs } from '../../support/back-off.ts';
import { nowMs } from '../../support/clock.ts';
import { attempt } from './attempt.ts';
import { AttemptFailures } from './attempt-failures.ts';
import type { AttemptResult, CutoverWork } from './cutover-work.ts';
import { gaveUp, notNowIfPassing } from './errors.ts';

/*
 * One attempt:
 *
 *   locker:   create sentry ─ LOCK original, ghost, sentry ─ last changes ─┐       ┌─ DROP sentry ─┐       ┌─ UNLOCK
 *   renamer:                                                               └ RENAME … waits ………………│……… waits …│……▶ swapped
 *   watcher:                                                        sees RENAME waiting ┘      sees it first ┘
 *
 * MariaDB's RENAME may have to give its turn away. There a reader waits behind it (`second-in-line.ts`).
 *
 * With `oneSession` the locker renames by itself. MySQL allows that for tables that the session has locked.
 *
 * If the locker dies before the sentry is dropped, the RENAME fails, because the sentry has the name that it needs. If the
 * locker dies later, nobody can write before the RENAME: an exclusive lock that waits goes before every writer, and all changes
 * have been applied.
 */

/**
 * Swaps ghost and original. While an attempt does not fit into its lock budget, the next one follows after a longer and longer
 * pause.
 *
 * @throws GhostshipError `cutover-gave-up` (nothing changed), `cutover-unconfirmed` (a person must look)
 */
export async function cutOver(work: CutoverWork, signal: AbortSignal): Promise<void> {
  const startedAt = nowMs();
  const failures = new AttemptFailures();
  for (let attempts = 1; ; attempts++) {
    const busy = await work.watch.waitUntilQuiet(work.onWait, signal).finally(() => work.onWait(null));
    const result: AttemptResult =
      busy === null
        ? await attempt(work, signal).catch(notNowIfPassing)
        : { swapped: false, lockedMs: 0, why: busy.message, blockers: busy.blockers };
    if (result.swapped) return work.onAttempt(attempts, result.lockedMs, null, []);
    const { lockedMs, why, blockers } = result;
    work.onAttempt(attempts, lockedMs, why, blockers);
    failures.add(why, blockers);
    if (nowMs() - startedAt > giveUpAfterMs) throw gaveUp(work.names, attempts, failures.text);
    await backOff(attempts, signal);
    await work.endBlockers(blockers);
  }
}
