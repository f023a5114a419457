import { killConnection } from '../sql/cutover.ts';
import { showStatus } from '../sql/inspect.ts';
import { nowMs, sleepUncancelled } from '../support/clock.ts';
import { findProcess } from './find-process.ts';
import { patience } from './patience.ts';
import { isServerError } from './server-errors.ts';
import type { Session } from './session.ts';

const lookEveryMs = 20;
const askAgainMs = 200;
/** The server counts its age in whole seconds. */
const roundingMs = 2_000;

/**
 * Ends a connection of ours on the server. Once it is gone, nothing that was sent on it is carried out any more: until then a
 * statement may still be on its way there.
 *
 * @param withinMs how long it may take
 * @param ending `now`, or `when idle`: a statement at work is let finish
 * @throws ServerError, ConnectionLost, Error where it does not end
 */
export async function endConnection(
  session: Session,
  ended: Pick<Session, 'id' | 'openedAtMs'>,
  ending: 'now' | 'when idle',
  withinMs = patience().settleMs,
): Promise<void> {
  for (let since = nowMs(); ; ) {
    // Another connection may have its number by now.
    if (await hasRestartedSince(session, ended.openedAtMs)) return;
    const process = await findProcess(session, ended.id);
    if (process === null) return;
    if (ending === 'when idle' && process.statement !== '') since = nowMs();
    else await kill(session, ended.id);
    // A statement that was killed undoes what it has done.
    if (nowMs() - since > withinMs) throw new Error(`Connection ${ended.id} does not end`);
    await sleepUncancelled(lookEveryMs);
  }
}

/**
 * What became of a statement whose answer was lost: its connection is ended first, and as long as the server cannot be asked it is
 * asked once more.
 *
 * @param open a connection to ask on
 * @param giveUp throws, or answers, when nobody can tell
 */
export async function askAfterLoss<Answer>(
  open: () => Promise<Session>,
  lost: Session,
  ending: 'now' | 'when idle',
  ask: (session: Session) => Promise<Answer>,
  giveUp: (error: unknown) => Answer,
): Promise<Answer> {
  for (const until = nowMs() + patience().settleMs; ; ) {
    try {
      await using session = await open();
      await endConnection(session, lost, ending);
      return await ask(session);
    } catch (error) {
      if (nowMs() > until) return giveUp(error);
    }
    await sleepUncancelled(askAgainMs);
  }
}

/** @param momentMs on the clock of `nowMs` */
export async function hasRestartedSince(session: Session, momentMs: number): Promise<boolean> {
  const [row] = await session.rows(showStatus('Uptime'));
  return Number(row?.Value ?? 0) * 1000 + roundingMs < nowMs() - momentMs;
}

/** It may be gone already. */
export async function kill(session: Session, id: number): Promise<void> {
  await session.run(killConnection(id)).catch((error: unknown) => {
    if (!isServerError(error, 'ER_NO_SUCH_THREAD')) throw error;
  });
}
