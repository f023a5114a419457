import { serverOf } from '../mysql/same-server.ts';
import type { Server } from '../mysql/server.ts';
import { connectionsTo } from '../mysql/session.ts';
import type { AlterStatement } from '../sql/parser/alter.ts';
import { ident } from '../sql/sql.ts';
import { GhostshipError } from '../support/errors.ts';
import { copyTable } from './copy-table.ts';
import type { Observe } from './events.ts';
import { refuseDenied } from './migrate.ts';
import type { Outcome } from './outcome.ts';
import { refuseLimits } from './preflight/load-limits.ts';
import { inspectOriginal } from './preflight/original.ts';
import { requireAlter } from './preflight/read-alter.ts';
import { refuseCopy } from './preflight/table.ts';
import { refuseTarget } from './preflight/target.ts';
import type { RevertRequest } from './request.ts';
import { adoptGhost, outwaitLastRun } from './resume/adopt-ghost.ts';
import { beginRevert } from './resume/begin-revert.ts';
import { conclude } from './resume/conclude.ts';
import { explainMisfit } from './resume/explain-misfit.ts';
import { isUnconfirmed, isYield, keepWork, mayGoOn } from './resume/keep-work.ts';
import { findKeptWork } from './resume/kept-work.ts';
import { backwards } from './resume/plan-revert.ts';
import type { MigrationContext } from './run/context.ts';
import { Recorder } from './run/recorder.ts';
import { openControlConnection } from './tables/control-connection.ts';
import { Fingerprint } from './tables/fingerprint.ts';
import { takeNameLock } from './tables/name-lock.ts';
import { refuseTakenFromRevert } from './tables/name-taken.ts';
import { nameTables } from './tables/table-names.ts';

/*
 * A revert is a migration the other way round. The retired table becomes the ghost. All that it lacks are the changes since the swap:
 *
 *   preflight ─ retired table ▶ ghost ─ stream from the swap on ─ applying ─ verifying ─ gate ─ cutover ─ tidying up
 *
 * From the moment in which the retired table is the ghost this is a run that goes on with the work of another. Where the changes since
 * the swap cannot be read any more, all rows are compared, as after any lost position.
 */

/**
 * Brings back the table that a migration has kept, with everything that was written since. Never throws: the outcome says whatever
 * happens. A run that dies is resumed by the next one.
 *
 * @param observe is told of every step; it must return at once
 */
export async function revertTable(request: RevertRequest, observe: Observe, signal: AbortSignal): Promise<Outcome> {
  const recorder = new Recorder(request, observe, 'reverted');
  return await conclude(recorder, request, signal, async (own) => {
    try {
      await runPhases(request, recorder, own);
    } catch (error) {
      throw explainMisfit(error, recorder.table, request.forward.wayBack.retired);
    }
  });
}

async function runPhases(request: RevertRequest, recorder: Recorder, signal: AbortSignal): Promise<void> {
  recorder.enter('preflight');
  const { target, options, forward } = request;
  const { table, retired } = forward.wayBack;
  await using control = await openControlConnection(target, options.allow);
  const { server, session, sessions } = control;
  using _stopping = sessions.stopWhenAborted(signal);
  refuseTarget(server);
  await refuseLimits(session, options);
  const original = await inspectOriginal(session, server, table, 'migration');
  recorder.table = original.table.name;
  recorder.connections = () => connectionsTo(target);
  recorder.server = () => serverOf(target);
  await using nameLock = await takeNameLock(sessions, original.table);
  const isApart = retired.schema !== table.schema;
  const names = nameTables(original.table, isApart);
  await outwaitLastRun({ target, session }, names.changelog, (message) => recorder.notice(message), signal);
  const fingerprint = await Fingerprint.take(session, original.table, original.createStatement, server.flavor);
  await refuseDenied(control, original.table, isApart);
  const alter = readBackwards(forward.statement, original.table.name, server);
  const context: MigrationContext = {
    request,
    control,
    alter,
    original,
    fingerprint,
    names,
    nameLock,
    recorder,
    forward,
    replication: null,
  };
  await refuseCopy(control, original, alter, options);
  await beginRevert(context, forward.wayBack, request.firstRun, signal);
  const kept = await findKeptWork(context);
  await using tables = await adoptGhost(sessions, names, nameLock);
  try {
    recorder.algorithm = 'copy';
    if ((await copyTable(context, kept, signal)) === 'left') tables.keep();
  } catch (error) {
    if (isUnconfirmed(error)) tables.keep();
    const hasYielded = isYield(error, signal);
    if (hasYielded || mayGoOn(error)) await keepWork(context, tables, hasYielded);
    else await tellTakenName(context);
    throw error;
  }
}

/** Where somebody has the name of the table as it was, that table stays what it is when this run ends. */
async function tellTakenName({ control, names, recorder }: MigrationContext): Promise<void> {
  try {
    await using session = await control.sessions.open('looking for the name');
    await refuseTakenFromRevert(session, names.original);
  } catch (error) {
    if (error instanceof GhostshipError && error.code === 'leftover-tables')
      recorder.notice(`${error.message} ${error.hint}`);
  }
}

/** No clause of the statement is carried out again: all that is left of it are the names, the other way round. */
function readBackwards(statement: string, table: string, server: Server): AlterStatement {
  const nothing = requireAlter(`ALTER TABLE ${ident(table).text} FORCE`, server);
  return { ...nothing, ...backwards(requireAlter(statement, server)) };
}
