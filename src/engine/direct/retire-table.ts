import { unknownTable } from '../../mysql/find-table.ts';
import { inspectTable } from '../../mysql/inspect-table.ts';
import { askServer, type Flavor } from '../../mysql/server.ts';
import { ConnectionLost, isServerError } from '../../mysql/server-errors.ts';
import { connect, type Session } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import { setLockWait } from '../../sql/cutover.ts';
import type { TableName } from '../../sql/inspect.ts';
import { renameTable } from '../../sql/retire.ts';
import { GhostshipError, messageOf } from '../../support/errors.ts';
import { sentence } from '../../support/sentence.ts';
import { refuseUses, type TableUse, usesOfRenaming } from '../preflight/table-uses.ts';
import { refuseTarget } from '../preflight/target.ts';
import { releaseNames } from '../relations/foreign-keys.ts';
import { refuseYielded } from '../resume/kept-work.ts';
import type { NoteSent, SentStatement } from '../sent-statement.ts';
import { sentRenames, settleSent } from '../tables/describe-sent.ts';
import { requireNameLock } from '../tables/name-lock.ts';
import { nameTables } from '../tables/table-names.ts';
import { refuseRetiring } from './refuse-retiring.ts';

/** The table to take away. */
export interface Retirement {
  readonly table: TableName;
  /** Whether it may be gone already. */
  readonly ifExists: boolean;
}

/**
 * What DROP TABLE becomes: the table is renamed out of sight, with all its rows and without its foreign keys and checks, until `cleanup`
 * drops it.
 *
 * @param lockBudgetMs how long statements that use the table may wait for the rename
 * @returns the new name; `null` for a table that does not exist and need not (IF EXISTS)
 * @throws GhostshipError
 */
export async function retireTable(
  { table: asked, ifExists }: Retirement,
  target: Target,
  lockBudgetMs: number,
  noteSent: NoteSent,
): Promise<string | null> {
  await using session = await connect(target, 'retiring a table');
  const server = await askServer(session);
  refuseTarget(server);
  await refuseUses(session, server, usesOfRetiring(asked));
  await requireNameLock(session, asked);
  const definition = await inspectTable(session, asked);
  if (definition === null) {
    if (ifExists) return null;
    throw await unknownTable(session, asked, goneHint);
  }
  const { table } = definition;
  const { retired } = nameTables(table, false);
  await refuseYielded(session, table);
  await refuseRetiring(session, definition, server);
  if ((await inspectTable(session, retired)) !== null) throw retiredNameTaken(retired);
  const sent = await sentRenames(target, session, [{ from: table, to: retired }], retired);
  await noteSent(sent);
  await rename(session, { table, retired, sent }, target, lockBudgetMs);
  await release(session, { table, retired, flavor: server.flavor }, target);
  return retired.name;
}

export function usesOfRetiring(table: TableName): TableUse[] {
  return usesOfRenaming(table, nameTables(table, false).retired);
}

export function retiredNameTaken({ name }: TableName): GhostshipError {
  return new GhostshipError('leftover-tables', `${name} exists already.`, {
    hint: `Look whether its rows are still needed. Run cleanup, or drop ${name} yourself, then run this again.`,
  });
}

export const goneHint = 'Check its name, and the database of target. DROP TABLE IF EXISTS accepts that it is gone.';

interface Retiring {
  readonly table: TableName;
  readonly retired: TableName;
  readonly sent: SentStatement;
}

async function rename(session: Session, retiring: Retiring, target: Target, lockBudgetMs: number): Promise<void> {
  const { table, retired } = retiring;
  await session.run(setLockWait(Math.max(1, Math.floor(lockBudgetMs / 1000))));
  try {
    await session.run(renameTable(table, retired));
  } catch (error) {
    if (error instanceof ConnectionLost) return confirmRename(session, retiring, target, error);
    if (!isServerError(error, 'ER_LOCK_WAIT_TIMEOUT')) throw error;
    throw new GhostshipError('cutover-gave-up', `${table.name} was in use for longer than the lock budget.`, {
      hint: 'Look for the transaction that keeps it open, then run this again; or give a larger lock-budget.',
      cause: error,
    });
  }
}

interface Released {
  readonly table: TableName;
  readonly retired: TableName;
  readonly flavor: Flavor;
}

async function release(session: Session, { table, retired, flavor }: Released, target: Target): Promise<void> {
  try {
    if (session.alive) return await releaseNames(session, retired, flavor);
    await using other = await connect(target, 'dropping the constraints of a retired table');
    await releaseNames(other, retired, flavor);
  } catch (error) {
    throw new GhostshipError(
      'server-error',
      `${table.name} is ${retired.name} now and still has its foreign keys or checks: ${messageOf(error)}`,
      {
        hint: `As long as it has them, rows it refers to cannot be deleted, and their names are taken. Drop ${retired.name}, or them.`,
        tableState: 'changed',
        cause: error,
      },
    );
  }
}

async function confirmRename(
  lost: Session,
  { table, retired, sent }: Retiring,
  target: Target,
  cause: ConnectionLost,
): Promise<void> {
  const state = await settleSent(target, lost, sent);
  if (state === 'done') return;
  throw new GhostshipError('connection-lost', `${sentence(cause.message)}`, {
    hint:
      state === 'unclear'
        ? `Look whether ${table.name} is there or ${retired.name}, before anything else is run.`
        : `${table.name} is as it was. Run this again.`,
    tableState: state === 'unclear' ? 'unknown' : 'unchanged',
    cause,
  });
}
