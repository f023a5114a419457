import { endConnection } from '../../mysql/end-connection.ts';
import { patience } from '../../mysql/patience.ts';
import { isLockConflict, isPassing } from '../../mysql/server-errors.ts';
import type { Session } from '../../mysql/session.ts';
import { nowMs, sleepUncancelled } from '../../support/clock.ts';
import type { AttemptResult, CutoverWork } from './cutover-work.ts';
import { NotNow, unconfirmed } from './errors.ts';
import type { RenameResult } from './rename.ts';
import { dropSentry, type WhichTable, whichTableIsWhich } from './which-table.ts';

const askAgainMs = 500;

export interface EndedAttempt {
  /** The connection that renamed, or was to rename. */
  readonly renamer: Session;
  /** `null` where no RENAME was started. */
  readonly renamed: RenameResult | null;
  readonly failure: unknown;
  readonly lockedMs: number;
}

/**
 * What the attempt came to. Which table is which is asked of the server: the answer of the RENAME may have been lost.
 * @throws GhostshipError `cutover-unconfirmed`
 */
export async function concludeAttempt(work: CutoverWork, ended: EndedAttempt): Promise<AttemptResult> {
  const { renamer, renamed, failure, lockedMs } = ended;
  if (renamed?.ok === true && failure === null) return { swapped: true, lockedMs };
  // A RENAME that was never started has swapped nothing, whether or not the server can be asked.
  const state = renamed === null ? 'unchanged' : await askUntilAnswered(work, renamer);
  if (state === 'swapped') return { swapped: true, lockedMs };
  if (state === 'unclear') throw unconfirmed(work.names, failure);
  const refusal = renamed?.ok === false ? renamed.refusal : null;
  // What stopped the attempt may stop this as well. The next attempt begins with the same clean-up.
  await cleanUp(work).catch((error: unknown) => {
    if (!isPassing(error)) throw refusal ?? (failure instanceof NotNow ? error : (failure ?? error));
  });
  if (refusal !== null) throw refusal;
  if (failure instanceof NotNow) return { swapped: false, lockedMs, why: failure.message, blockers: failure.blockers };
  if (failure !== null && !isPassing(failure)) throw failure;
  const why = failure?.message ?? renamed?.why ?? 'the swap did not happen';
  // Whoever has the table now has nothing to do with what else has failed.
  const isBlocked = failure === null || isLockConflict(failure);
  return { swapped: false, lockedMs, why, blockers: isBlocked ? await work.watch.blockers() : [] };
}

/** Asks the server until it answers: the connection broke when the tables may have been swapped. */
async function askUntilAnswered(work: CutoverWork, renamer: Session): Promise<WhichTable['state']> {
  const startedAt = nowMs();
  for (;;) {
    try {
      await using session = await work.open('asking which table is which');
      // A RENAME whose answer was lost may still wait on the server, or be on its way. Nothing is certain before it is gone.
      await endConnection(session, renamer, 'now');
      return (await whichTableIsWhich(session, work.names)).state;
    } catch (error) {
      if (nowMs() - startedAt > patience().settleMs) throw unconfirmed(work.names, error);
      await sleepUncancelled(askAgainMs);
    }
  }
}

async function cleanUp(work: CutoverWork): Promise<void> {
  await using session = await work.open('cleaning up after a cutover attempt');
  await dropSentry(session, work.names);
}
