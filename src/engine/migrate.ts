import type { TableDefinition } from '../mysql/inspect-table.ts';
import { serverOf } from '../mysql/same-server.ts';
import { connectionsTo } from '../mysql/session.ts';
import type { TableName } from '../sql/inspect.ts';
import { alterGhost, changeOnServer } from './change-on-server.ts';
import { copyTable } from './copy-table.ts';
import type { Observe } from './events.ts';
import type { Outcome } from './outcome.ts';
import { refuseUnwritable } from './preflight/binlog.ts';
import { refuseLimits } from './preflight/load-limits.ts';
import { lostStatistics } from './preflight/lost-statistics.ts';
import { inspectOriginal } from './preflight/original.ts';
import { requireAlter } from './preflight/read-alter.ts';
import { refuseAll } from './preflight/refusals.ts';
import { retentionWarning } from './preflight/retention.ts';
import { refuseStatement } from './preflight/statement.ts';
import { hasCopy, refuseCopy } from './preflight/table.ts';
import { refuseUses, usesOfAltering } from './preflight/table-uses.ts';
import { refuseTarget } from './preflight/target.ts';
import { tryPrivileges } from './preflight/try-privileges.ts';
import type { MigrateRequest } from './request.ts';
import { adoptGhost, outwaitLastRun } from './resume/adopt-ghost.ts';
import { conclude } from './resume/conclude.ts';
import { isUnconfirmed, isWorthKeeping, isYield, keepWork } from './resume/keep-work.ts';
import { findKeptWork } from './resume/kept-work.ts';
import type { MigrationContext } from './run/context.ts';
import { Recorder } from './run/recorder.ts';
import { refuseSwapped } from './run/swap-sight.ts';
import { type ControlConnection, openControlConnection } from './tables/control-connection.ts';
import { Fingerprint } from './tables/fingerprint.ts';
import { commentsOf, createGhost } from './tables/ghost.ts';
import { keepOutOfBinlog } from './tables/keep-out-of-binlog.ts';
import { refuseLeftovers, refuseNames } from './tables/leftovers.ts';
import { takeNameLock } from './tables/name-lock.ts';
import { needsOwnSchema } from './tables/own-schema.ts';
import { nameTables } from './tables/table-names.ts';
import { dropUncheckedKeys } from './tables/unchecked-keys.ts';

/*
 * One migration, top to bottom:
 *
 *   preflight ─┬─ instant, in place: the server does it
 *              └─ ghost ─ stream ─ copying ‖ applying ─ catching up ─ indexes ─ verifying ─ gate ─ cutover ─ tidying up
 */

/**
 * Migrates one table. Never throws: the outcome says whatever happens.
 * @param observe is told of every step; it must return at once
 */
export async function migrateTable(request: MigrateRequest, observe: Observe, signal: AbortSignal): Promise<Outcome> {
  const recorder = new Recorder(request, observe);
  return await conclude(recorder, request, signal, (own) => runPhases(request, recorder, own));
}

async function runPhases(request: MigrateRequest, recorder: Recorder, signal: AbortSignal): Promise<void> {
  recorder.enter('preflight');
  const { target, options } = request;
  await using control = await openControlConnection(target, options.allow);
  const { server, session, sessions } = control;
  using _stopping = sessions.stopWhenAborted(signal);
  refuseTarget(server);
  await refuseLimits(session, options);
  const alter = requireAlter(request.statement, server);
  refuseStatement(alter);
  const table = { schema: alter.table.schema ?? target.database, name: alter.table.name };
  await refuseUses(session, server, usesOfAltering(alter, table, server));
  const found = await inspectOriginal(session, server, table, 'migration');
  recorder.table = found.table.name;
  recorder.connections = () => connectionsTo(target);
  recorder.server = () => serverOf(target);
  await using nameLock = await takeNameLock(sessions, found.table);
  const beside = nameTables(found.table, false);
  await outwaitLastRun({ target, session }, beside.changelog, (message) => recorder.notice(message), signal);
  const original = await withoutUncheckedKeys(control, found, recorder);
  const fingerprint = await Fingerprint.take(session, original.table, original.createStatement, server.flavor);
  const names = nameTables(original.table, needsOwnSchema(original, alter, server.flavor, options.foreignKeys));
  const context: MigrationContext = {
    request,
    control,
    alter,
    original,
    fingerprint,
    names,
    nameLock,
    recorder,
    replication: null,
    forward: null,
  };
  if (options.algorithm === 'copy' && hasCopy(alter, server)) await refuseAsCopy(context);
  await refuseDenied(control, original.table, names.ownSchemas.length > 0);
  refuseLeftovers(names, await commentsOf(session, names));
  await refuseSwapped(session, names);
  const kept = await findKeptWork(context);
  await using tables =
    kept === null
      ? await createGhost(sessions, names, original, nameLock, JSON.stringify(recorder.status()))
      : await adoptGhost(sessions, names, nameLock);
  const attempt = kept === null ? await changeOnServer(context, signal) : 'ghost-altered';
  if (attempt === 'done') return;

  try {
    await refuseAsCopy(context);
    if (attempt !== 'ghost-altered') await alterGhost(context);
    recorder.algorithm = 'copy';
    await warnOfCopy(context);
    if ((await copyTable(context, kept, signal)) === 'left') tables.keep();
  } catch (error) {
    if (isUnconfirmed(error)) tables.keep();
    // A run that is refused before it copies anything takes nothing away from the one before.
    const hasYielded = isYield(error, signal) || recorder.state === 'preflight';
    if (isWorthKeeping(error, recorder, hasYielded)) await keepWork(context, tables, hasYielded);
    throw error;
  }
}

async function refuseAsCopy({ control, original, alter, request, names }: MigrationContext): Promise<void> {
  await refuseCopy(control, original, alter, request.options);
  refuseNames(names, await commentsOf(control.session, names));
}

/** The table as it is once foreign keys are gone that a run left unchecked when it died. */
async function withoutUncheckedKeys(
  { server, session }: ControlConnection,
  found: TableDefinition,
  recorder: Recorder,
): Promise<TableDefinition> {
  const dropped = await dropUncheckedKeys(session, nameTables(found.table, false));
  if (dropped.length === 0) return found;
  recorder.notice(`A run that died had not checked ${dropped.join(', ')} yet. The foreign key was dropped.`);
  return await inspectOriginal(session, server, found.table, 'migration');
}

/** Before anything is made that could not be removed any more. */
export async function refuseDenied(
  { server, sessions }: ControlConnection,
  original: TableName,
  apart: boolean,
): Promise<void> {
  refuseUnwritable(server);
  await using session = await sessions.open('trying the privileges');
  await keepOutOfBinlog(session, false);
  refuseAll([await tryPrivileges(session, original, 'migration', apart)]);
}

async function warnOfCopy({ control, original, alter, request, recorder }: MigrationContext): Promise<void> {
  const { session, server } = control;
  const lost = await lostStatistics(session, server.flavor, original, alter);
  const retention = await retentionWarning(session, server.facts, request.options, null);
  for (const warning of [lost, retention]) if (warning !== null) recorder.notice(warning);
}
