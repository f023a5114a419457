import { inspectTable } from '../../mysql/inspect-table.ts';
import { serverOf } from '../../mysql/same-server.ts';
import { connect, connectionsTo } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import { TaskGroup } from '../../support/task-group.ts';
import { alterGhost } from '../change-on-server.ts';
import { estimateBinlogBytes } from '../copy/binlog-volume.ts';
import { copyAllRows } from '../copy/copier.ts';
import { compareTables, copyWork } from '../copy-table.ts';
import type { Observe } from '../events.ts';
import { buildIndexes } from '../indexes/index-build.ts';
import { planStatement } from '../plan/plan.ts';
import type { StatementPlan } from '../plan/statement-plan.ts';
import { refuseUnknownLoads } from '../preflight/load-limits.ts';
import { inspectOriginal } from '../preflight/original.ts';
import { requireAlter } from '../preflight/read-alter.ts';
import { refuseAll } from '../preflight/refusals.ts';
import { refuseMigrationOfSource, refuseReplica } from '../preflight/replica.ts';
import { refuseStatement } from '../preflight/statement.ts';
import { refuseCopy } from '../preflight/table.ts';
import { tryPrivileges } from '../preflight/try-privileges.ts';
import { prepareCopy } from '../prepare-copy.ts';
import type { MigrateRequest } from '../request.ts';
import { outwaitLastRun } from '../resume/adopt-ghost.ts';
import { startCopy } from '../resume/start-copy.ts';
import type { MigrationContext } from '../run/context.ts';
import { Recorder } from '../run/recorder.ts';
import { ReplicationWatch } from '../run/replication-watch.ts';
import { limitRuntime } from '../run/runtime-limit.ts';
import { type ControlConnection, openControlConnection } from '../tables/control-connection.ts';
import { Fingerprint } from '../tables/fingerprint.ts';
import { createGhost } from '../tables/ghost.ts';
import { keepOutOfBinlog } from '../tables/keep-out-of-binlog.ts';
import { takeNameLock } from '../tables/name-lock.ts';
import { needsOwnSchema } from '../tables/own-schema.ts';
import { nameRehearsalTables } from '../tables/table-names.ts';
import type { Rehearsal, RehearsalOutcome } from './outcome.ts';

/*
 * A migration on a replica, without its swap:
 *
 *   preflight ─ plan ─┬─ instant, in place: nothing is copied
 *                     └─ ghost ─ stream ─ copying ‖ applying ─ catching up ─ indexes ─ verifying ─ tidying up
 *
 * Nothing of it is in the replica's binary log, and its tables have names that no source ever makes. So replication goes on, also
 * where the rehearsal dies.
 */

/** Twice the time in which a migration must come to few keys: nobody waits here. */
const finishMs = 3_000;

/**
 * Rehearses one statement on the replica that the request has for a target. Never throws: the outcome says whatever happens.
 *
 * @param observe is told of every step; it must return at once
 */
export async function rehearseTable(
  request: MigrateRequest,
  observe: Observe,
  signal: AbortSignal,
): Promise<RehearsalOutcome> {
  const recorder = new Recorder(request, observe);
  using limited = limitRuntime(request.options.maxRuntimeMs, request.target, signal);
  try {
    const rehearsal = await runPhases(request, recorder, limited.signal);
    return { ...recorder.rehearsed(), rehearsal };
  } catch (error) {
    return { ...recorder.failed(limited.reason ?? error), rehearsal: null };
  }
}

async function runPhases(request: MigrateRequest, recorder: Recorder, signal: AbortSignal): Promise<Rehearsal> {
  recorder.enter('preflight');
  const { target: replica, options } = request;
  await refuseLogged(replica);
  await using control = await openControlConnection(replica, options.allow, false);
  const { session, sessions, server } = control;
  using _stopping = sessions.stopWhenAborted(signal);
  await refuseUnknownLoads(session, options);
  const states = await refuseReplica(session, server);
  const alter = requireAlter(request.statement, server);
  refuseStatement(alter);
  const asked = { schema: alter.table.schema ?? replica.database, name: alter.table.name };
  const original = await inspectOriginal(session, server, asked, 'migration');
  recorder.table = original.table.name;
  recorder.connections = () => connectionsTo(replica);
  recorder.server = () => serverOf(replica);
  await refuseMigrationOfSource(session, original.table);
  await using nameLock = await takeNameLock(sessions, original.table);
  const names = nameRehearsalTables(
    original.table,
    needsOwnSchema(original, alter, server.flavor, options.foreignKeys),
  );
  await outwaitLastRun({ target: replica, session }, names.changelog, (words) => recorder.notice(words), signal);
  const fingerprint = await Fingerprint.take(session, original.table, original.createStatement, server.flavor);
  await tryOut(control, original.table, names.ownSchemas.length > 0);

  await using watching = await sessions.open('watching the replication');
  await using group = new TaskGroup(signal);
  const replication = new ReplicationWatch(watching, server.flavor, original.table, states);
  group.spawn((own) => replication.run(own));
  using _ending = sessions.stopWhenAborted(group.signal);
  const context: MigrationContext = {
    request,
    control,
    alter,
    original,
    fingerprint,
    names,
    nameLock,
    recorder,
    replication,
    forward: null,
  };
  return await group.lead(rehearse(context, group.signal));
}

/** Before anything is made: what is made with the binary log on would be a transaction that the source never had. */
async function refuseLogged(replica: Target): Promise<void> {
  await using session = await connect(replica, 'turning the binary log off');
  await keepOutOfBinlog(session, true);
}

async function tryOut(
  { sessions }: ControlConnection,
  original: MigrationContext['original']['table'],
  apart: boolean,
): Promise<void> {
  await using session = await sessions.open('trying the privileges');
  refuseAll([await tryPrivileges(session, original, 'rehearsal', apart)]);
}

async function rehearse(context: MigrationContext, signal: AbortSignal): Promise<Rehearsal> {
  const { request, control, original, alter, recorder } = context;
  const { target, file, statement, options } = request;
  const plan = await planStatement({ target, replica: target, file, line: 1, statement, options }, signal);
  recorder.define(plan.before, plan.after);
  recorder.algorithm = plan.algorithm;
  if (plan.algorithm !== 'copy') return shown(plan, context, { binlogBytes: null, unsettledRows: 0 });
  await refuseCopy(control, original, alter, options);
  return await rehearseCopy(context, plan, signal);
}

async function rehearseCopy(
  context: MigrationContext,
  planned: StatementPlan,
  signal: AbortSignal,
): Promise<Rehearsal> {
  const { control, names, original, nameLock, recorder, fingerprint } = context;
  const { session, sessions, server } = control;
  const status = JSON.stringify(recorder.status());
  await using _tables = await createGhost(sessions, names, original, nameLock, status, 'Ghostship rehearsal');
  await alterGhost(context);
  const { plan, deferred } = await prepareCopy(context, null, signal);
  const started = await startCopy(context, plan, null, signal);
  await using pipeline = started.pipeline;
  const { group, applier, copiers } = pipeline;
  await group.lead(copyAllRows(copyWork(context, plan, pipeline, null), copiers, group.signal));
  recorder.enter('catching_up');
  await group.lead(buildIndexes(context, deferred, pipeline, group.signal));
  await group.lead(applier.catchUp(finishMs, group.signal));
  const { unsettled } = await compareTables(context, plan, pipeline);
  await group.lead(fingerprint.confirm(session));
  const ghost = await inspectTable(session, names.ghost);
  const columns = ghost?.columns ?? [];
  const binlogBytes = await estimateBinlogBytes(session, names.ghost, columns, server.flavor, recorder.progress());
  return shown(planned, context, { binlogBytes, unsettledRows: unsettled.length });
}

function shown(
  { reason, hazards }: StatementPlan,
  { recorder, replication }: MigrationContext,
  found: Pick<Rehearsal, 'binlogBytes' | 'unsettledRows'>,
): Rehearsal {
  const { rowsPerSecond } = recorder.progress();
  const { mostLagMs = null, delayMs = 0 } = replication ?? {};
  return { reason, rowsPerSecond, mostLagMs, delayMs, hazards, ...found };
}
