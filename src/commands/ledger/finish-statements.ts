import type { FinishedSwap } from '../../engine/cutover/finish-swap.ts';
import { endConnection } from '../../mysql/end-connection.ts';
import { serverOf } from '../../mysql/same-server.ts';
import { askServer } from '../../mysql/server.ts';
import { connect, type Session } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import type { TableName } from '../../sql/inspect.ts';
import { nowMs } from '../../support/clock.ts';
import { messageOf } from '../../support/errors.ts';
import { sentence } from '../../support/sentence.ts';
import { notStarted } from '../statements/not-started.ts';
import type { Ledger } from './ledger.ts';
import { clearSent, readUnconfirmed, type UnconfirmedStatement } from './sent-statements.ts';
import { isAtWork, unclear, whatBecame } from './what-became.ts';

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
  for (const one of found) {
    if ((await isAtWork(session, one.sent)) && !(await comesFree(session, one.sent.names))) continue;
    await outwait(target, session, one);
    const state = await whatBecame(session, one.sent);
    if (state === 'unclear') throw unclear(one);
    if (state === 'not done') await clearSent(target, one.id);
    else finished.push(await finish(one, session, ledger));
  }
  return finished;
}

/**
 * The server gives the locks of a run that has died just now back some time after its end.
 *
 * @param session has those that are free until it ends
 */
export async function comesFree(session: Session, names: readonly TableName[]): Promise<boolean> {
  const { askNameLock } = await import('../../engine/tables/name-lock.ts');
  for (const name of names) if (!(await askNameLock(session, name))) return false;
  return true;
}

/** The server goes on with a statement whose client is gone. */
async function outwait(target: Target, session: Session, { sent, silentMs }: UnconfirmedStatement): Promise<void> {
  if (sent.server !== null && sent.server !== serverOf(target)) return;
  await endConnection(session, { id: sent.connection, openedAtMs: nowMs() - silentMs }, 'when idle');
}

async function finish(one: UnconfirmedStatement, session: Session, ledger: Ledger): Promise<FinishedSwap> {
  const { id, file, statement, table, sent } = one;
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
  const carriedOut = `The server had carried out the statement on ${table} when its run died. It is not sent again.`;
  // First, because nobody looks for them once the ledger has it as done.
  const notices = [carriedOut, ...(await dropLeft(one, session))];
  await ledger.finish(id, outcome);
  return { migrationId: id, outcome, notices, wayBack: null, reverts: null };
}

/**
 * Drops the tables in which its run had tried the statement.
 *
 * @returns notices for a person
 */
async function dropLeft({ id, sent }: UnconfirmedStatement, session: Session): Promise<string[]> {
  const { readStatusRow } = await import('../../engine/run/status-row.ts');
  const { dropOwn, readComments } = await import('../../engine/tables/ghost.ts');
  const { askNameLock } = await import('../../engine/tables/name-lock.ts');
  const { nameTables } = await import('../../engine/tables/table-names.ts');
  const notices: string[] = [];
  for (const { schema, name } of sent.names) {
    const [beside, apart] = [nameTables({ schema, name }, false), nameTables({ schema, name }, true)];
    try {
      if ((await readStatusRow(session, beside.changelog))?.status.migrationId !== id) continue;
      if (!(await askNameLock(session, beside.original))) continue;
      const isApart = (await readComments(session, [apart.ghost])).size > 0;
      await dropOwn(session, isApart ? apart : beside);
    } catch (error) {
      notices.push(
        `What its run had made beside ${name} could not be dropped: ${sentence(messageOf(error))} \`ghostship cleanup\` drops it.`,
      );
    }
  }
  return notices;
}
