import { askAfterLoss } from '../../mysql/end-connection.ts';
import { ConnectionLost, isPassing, ServerError } from '../../mysql/server-errors.ts';
import { connect, type Session } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import { killQuery } from '../../sql/cutover.ts';
import { commit, startTransaction } from '../../sql/data.ts';
import { ordinary, withOurSettings, withSettingsOfPersons } from '../../sql/session-settings.ts';
import { raw } from '../../sql/sql.ts';
import { tryUntilGivenUp } from '../../support/back-off.ts';
import { reasonOf, wholeSeconds } from '../../support/clock.ts';
import { GhostshipError } from '../../support/errors.ts';
import { onAbort } from '../../support/on-abort.ts';
import { checkData, type DataWork, refusedByServer } from './check-data.ts';

/** What is written down of a statement, in the transaction that runs it: both happen, or neither. */
export interface Note {
  /**
   * Makes sure that nobody else runs the statement meanwhile.
   *
   * @returns false where somebody has run it already
   */
  claim(session: Session): Promise<boolean>;
  write(session: Session): Promise<void>;
  /** Whether {@link write} was committed. */
  isWritten(session: Session): Promise<boolean>;
}

/**
 * Runs a statement that changes rows, once and in one transaction, with the checks of a session of a person. For a lock it
 * waits no longer than the budget at a time, and holds none between two attempts.
 *
 * @throws GhostshipError `cutover-gave-up`, `time-limit`, `connection-lost`, what {@link checkData} throws, and
 *   `invalid-statement` with the server's words
 */
export async function changeRows(
  work: DataWork,
  note: Note,
  target: Target,
  lockBudgetMs: number,
  signal: AbortSignal,
): Promise<void> {
  await tryUntilGivenUp(
    async () => ((await attempt(work, note, target, lockBudgetMs, signal)) ? 'done' : null),
    (attempts) => gaveUp(work, attempts),
    signal,
  );
}

/** @returns false where somebody was in the way and nothing is changed */
async function attempt(
  work: DataWork,
  note: Note,
  target: Target,
  lockBudgetMs: number,
  signal: AbortSignal,
): Promise<boolean> {
  const seconds = wholeSeconds(lockBudgetMs);
  const settings = { ...ordinary, lockWaitSeconds: seconds, rowLockWaitSeconds: seconds };
  // Closing the session undoes what was not committed.
  await using session = await connect(target, 'changing rows', settings);
  let limit: AbortSignal | null = null;
  try {
    await checkData(session, work);
    await session.run(startTransaction);
    if (!(await note.claim(session))) return true;
    await session.run(withSettingsOfPersons);
    limit = AbortSignal.timeout(work.maxStatementMs);
    await runLimited(session, work.statement, target, AbortSignal.any([signal, limit]));
    await session.run(withOurSettings);
    await note.write(session);
    await session.run(commit);
    return true;
  } catch (error) {
    if (error instanceof ConnectionLost) return wasCommitted(session, note, target);
    if (signal.aborted) throw reasonOf(signal);
    if (limit?.aborted === true && error instanceof ServerError) throw tooLong(work, error);
    if (isPassing(error)) return false;
    throw error instanceof ServerError ? refusedByServer(error, work.place) : error;
  }
}

/** The server goes on with a statement whose client has gone away, so it is told to stop. */
async function runLimited(session: Session, statement: string, target: Target, limit: AbortSignal): Promise<void> {
  const stop = async (): Promise<void> => {
    try {
      await using killer = await connect(target, 'stopping a statement');
      await killer.run(killQuery(session.id));
    } catch {
      session.destroy();
    }
  };
  using _listening = onAbort(limit, () => void stop());
  await session.run(raw(statement));
}

/** The transaction is undone, or was committed just before the connection broke: the note tells, once the session is gone. */
function wasCommitted(lost: Session, note: Note, target: Target): Promise<boolean> {
  return askAfterLoss<boolean>(
    () => connect(target, 'looking whether the rows were changed'),
    lost,
    'now',
    (session) => note.isWritten(session),
    (error) => {
      throw unconfirmed(error);
    },
  );
}

function tooLong({ place, maxStatementMs }: DataWork, cause: ServerError): GhostshipError {
  return new GhostshipError('time-limit', `${place} ran for more than ${maxStatementMs / 1000} s, and was undone.`, {
    hint: 'It examines more rows than the server expected. Write several statements that examine fewer rows each.',
    cause,
  });
}

function gaveUp({ place }: DataWork, attempts: number): GhostshipError {
  return new GhostshipError('cutover-gave-up', `At each of ${attempts} attempts rows of ${place} were in use.`, {
    hint: 'Look for the transaction that keeps them locked, then run this again; or give a larger lock-budget.',
  });
}

function unconfirmed(cause: unknown): GhostshipError {
  return new GhostshipError(
    'connection-lost',
    'The connection broke while rows were changed, and the server cannot be asked whether that was committed.',
    {
      hint: 'Run this again: the ledger has what was committed, and only what it has not is run.',
      tableState: 'unknown',
      cause,
    },
  );
}
