import { askServer } from '../../mysql/server.ts';
import { ConnectionLost, deniedHint, isDenied, isPassing, ServerError } from '../../mysql/server-errors.ts';
import { connect, type Session } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import { renameAll } from '../../sql/retire.ts';
import { ordinary } from '../../sql/session-settings.ts';
import { tryUntilGivenUp } from '../../support/back-off.ts';
import { wholeSeconds } from '../../support/clock.ts';
import { GhostshipError } from '../../support/errors.ts';
import { refuseUses, type TableUse, usesOfRenaming } from '../preflight/table-uses.ts';
import { refuseTarget } from '../preflight/target.ts';
import { refuseYielded } from '../resume/kept-work.ts';
import type { NoteSent, SentStatement } from '../sent-statement.ts';
import { sentRenames, settleSent } from '../tables/describe-sent.ts';
import { requireNameLock } from '../tables/name-lock.ts';
import { lockName } from '../tables/table-names.ts';
import { checkRenames, type Renaming } from './check-renames.ts';

/**
 * The server gives the tables their new names, all at once or none, waiting for their locks no longer than the budget at a time.
 * Nobody waits behind it between two attempts.
 *
 * @returns whether any table has another name now
 * @throws GhostshipError `already-running`, `cutover-gave-up`, `cutover-unconfirmed`, `missing-privileges`,
 *   `invalid-statement` with the server's words, and what {@link checkRenames} throws
 */
export async function renameTables(
  renaming: Renaming,
  target: Target,
  lockBudgetMs: number,
  noteSent: NoteSent,
  signal: AbortSignal,
): Promise<boolean> {
  const end = await tryUntilGivenUp(
    async () => {
      const came = await attempt(renaming, target, lockBudgetMs, noteSent);
      return came === 'in the way' ? null : came;
    },
    (attempts) => gaveUp(renaming, attempts),
    signal,
  );
  return end === 'renamed';
}

type AttemptEnd = 'renamed' | 'nothing to rename' | 'in the way';

async function attempt(
  renaming: Renaming,
  target: Target,
  lockBudgetMs: number,
  noteSent: NoteSent,
): Promise<AttemptEnd> {
  const settings = { ...ordinary, lockWaitSeconds: wholeSeconds(lockBudgetMs) };
  await using session = await connect(target, 'renaming tables', settings);
  let sent: SentStatement | null = null;
  try {
    const server = await askServer(session);
    refuseTarget(server);
    await refuseUses(session, server, usesOfRenamings(renaming));
    await takeNameLocks(session, renaming);
    const { renames } = await checkRenames(session, renaming);
    if (renames.length === 0) return 'nothing to rename';
    for (const { from } of renames) await refuseYielded(session, from);
    sent = await sentRenames(target, session, renames);
    await noteSent(sent);
    await session.run(renameAll(renames));
    return 'renamed';
  } catch (error) {
    if (error instanceof ConnectionLost && sent !== null)
      return (await wereRenamed(target, session, sent, error)) ? 'renamed' : 'in the way';
    if (isPassing(error)) return 'in the way';
    throw error instanceof ServerError ? refused(error) : error;
  }
}

export function usesOfRenamings({ renames }: Pick<Renaming, 'renames'>): TableUse[] {
  return renames.flatMap(({ from, to }) => usesOfRenaming(from, to));
}

/** The locks that migrations of these tables would hold, in one order for everybody; they go with the session. */
async function takeNameLocks(session: Session, { renames }: Renaming): Promise<void> {
  const tables = new Map(renames.flatMap(({ from, to }) => [from, to]).map((table) => [lockName(table), table]));
  for (const [, table] of [...tables].toSorted(([one], [other]) => (one < other ? -1 : 1)))
    await requireNameLock(session, table);
}

/** @returns whether the tables have their new names */
async function wereRenamed(
  target: Target,
  lost: Session,
  sent: SentStatement,
  cause: ConnectionLost,
): Promise<boolean> {
  const state = await settleSent(target, lost, sent);
  if (state === 'unclear') throw unconfirmed(cause);
  return state === 'done';
}

function refused(error: ServerError): GhostshipError {
  const denied = isDenied(error);
  return new GhostshipError(
    denied ? 'missing-privileges' : 'invalid-statement',
    `The server refused to rename: ${error.message}`,
    { hint: denied ? deniedHint : 'Correct the statement; no table was renamed.', cause: error },
  );
}

function gaveUp({ renames }: Renaming, attempts: number): GhostshipError {
  const names = renames.map(({ from }) => from.name).join(', ');
  return new GhostshipError('cutover-gave-up', `${names} was in use at each of ${attempts} attempts to rename it.`, {
    hint: 'Look for the transaction that keeps it open, then run this again; or give a larger lock-budget.',
  });
}

function unconfirmed(cause: unknown): GhostshipError {
  return new GhostshipError(
    'cutover-unconfirmed',
    'The connection broke while the server renamed tables, and the tables do not tell whether it did.',
    { hint: 'Look which table has which name before anything else is run.', tableState: 'unknown', cause },
  );
}
