import type { FinishedSwap } from '../../engine/cutover/finish-swap.ts';
import type { SentStatement } from '../../engine/sent-statement.ts';
import { endConnection } from '../../mysql/end-connection.ts';
import { serverOf } from '../../mysql/same-server.ts';
import { askServer } from '../../mysql/server.ts';
import { connect, type Session } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import { nowMs } from '../../support/clock.ts';
import { GhostshipError } from '../../support/errors.ts';
import { notStarted } from '../statements/not-started.ts';
import type { Ledger } from './ledger.ts';
import { clearSent, readUnconfirmed, type UnconfirmedStatement } from './sent-statements.ts';

/**
 * Finds out what became of statements that the server carries out by itself, and whose run died before it could say so. Those that
 * are done are written to the ledger; the others are run as ever.
 *
 * @param isMeant whether it is to be asked after, by the label of its table
 * @throws GhostshipError `cutover-unconfirmed` where the tables do not tell
 */
export async function finishStatements(
  target: Target,
  isMeant: (label: string) => boolean,
  ledger: Ledger,
): Promise<FinishedSwap[]> {
  const finished: FinishedSwap[] = [];
  const found = (await readUnconfirmed(target)).filter(({ table }) => isMeant(table));
  if (found.length === 0) return finished;
  await using session = await connect(target, 'asking what became of a statement');
  const { whatBecameOf } = await import('../../engine/tables/describe-sent.ts');
  for (const one of found) {
    if (await isAtWork(session, one.sent)) continue;
    await outwait(target, session, one);
    const state = await whatBecameOf(session, one.sent);
    if (state === 'unclear') throw unclear(one);
    if (state === 'not done') await clearSent(target, one.id);
    else finished.push(await finish(one, session, ledger));
  }
  return finished;
}

/** Another connection than that of the statement holds the name lock: whoever has sent it is alive. */
export async function isAtWork(session: Session, { names, connection }: SentStatement): Promise<boolean> {
  const { nameLockHolder } = await import('../../engine/tables/name-lock.ts');
  for (const name of names) {
    const holder = await nameLockHolder(session, name);
    if (holder !== null && holder !== connection) return true;
  }
  return false;
}

/** The server goes on with a statement whose client is gone. */
async function outwait(target: Target, session: Session, { sent, silentMs }: UnconfirmedStatement): Promise<void> {
  if (sent.server !== null && sent.server !== serverOf(target)) return;
  await endConnection(session, { id: sent.connection, openedAtMs: nowMs() - silentMs }, 'when idle');
}

async function finish(
  { id, file, statement, table, sent }: UnconfirmedStatement,
  session: Session,
  ledger: Ledger,
): Promise<FinishedSwap> {
  if (sent.retired !== null) {
    const { releaseNames } = await import('../../engine/relations/foreign-keys.ts');
    await releaseNames(session, sent.retired, (await askServer(session)).flavor);
  }
  const outcome = {
    ...notStarted({ file, text: statement }, table),
    state: 'completed',
    tableState: 'changed',
    algorithm: sent.algorithm,
    retired: sent.retired?.name ?? null,
    resumed: true,
  } as const;
  await ledger.finish(id, outcome);
  const notices = [`The server had carried out the statement on ${table} when its run died. It is not sent again.`];
  return { migrationId: id, outcome, notices, wayBack: null, reverts: null };
}

export function unclear({ id, table }: UnconfirmedStatement): GhostshipError {
  return new GhostshipError(
    'cutover-unconfirmed',
    `A run died when it had sent its statement on ${table} to the server, and the tables do not tell whether it was carried out.`,
    {
      hint: `Look at ${table}. If it was: UPDATE ghostship_migrations SET state = 'completed', finished_at = NOW() WHERE id = '${id}'. If it was not: UPDATE ghostship_migrations SET sent = NULL WHERE id = '${id}'.`,
      tableState: 'unknown',
    },
  );
}
