import { readCreateStatement } from '../mysql/inspect-table.ts';
import { connectionsTo } from '../mysql/session.ts';
import type { TableName } from '../sql/inspect.ts';
import { alterGhost, changeOnServer } from './change-on-server.ts';
import { type CopyWork, copyAllRows } from './copy/copier.ts';
import { cutOver } from './cutover/cutover.ts';
import { LockBudget } from './cutover/lock-budget.ts';
import { type CutoverParts, type Proof, prepareCutover } from './cutover/prepare-cutover.ts';
import { SwapLog } from './cutover/swap-log.ts';
import { SwapWitness } from './cutover/swap-witness.ts';
import type { Observe } from './events.ts';
import { buildIndexes } from './indexes/index-build.ts';
import type { CopyPlan } from './mapping/copy-plan.ts';
import type { Outcome } from './outcome.ts';
import { addsForeignKeys } from './preflight/foreign-keys.ts';
import { inspectOriginal } from './preflight/original.ts';
import { requireAlter } from './preflight/read-alter.ts';
import { refuseAll } from './preflight/refusals.ts';
import { refuseStatement } from './preflight/statement.ts';
import { refuseCopy } from './preflight/table.ts';
import { refuseTarget } from './preflight/target.ts';
import { tryPrivileges } from './preflight/try-privileges.ts';
import { prepareCopy } from './prepare-copy.ts';
import type { MigrateRequest } from './request.ts';
import { adoptGhost, outwaitLastRun } from './resume/adopt-ghost.ts';
import { Checkpoints } from './resume/checkpoints.ts';
import { ClosedGate, isDecided, isYield, keepWork, mayGoOn } from './resume/keep-work.ts';
import { findKeptWork, type KeptWork } from './resume/kept-work.ts';
import { startCopy } from './resume/start-copy.ts';
import type { MigrationContext } from './run/context.ts';
import type { Pipeline } from './run/pipeline.ts';
import { Recorder } from './run/recorder.ts';
import { limitRuntime } from './run/runtime-limit.ts';
import { columnsIn, type SwapRecord } from './run/swap-record.ts';
import { openControlConnection } from './tables/control-connection.ts';
import { Fingerprint } from './tables/fingerprint.ts';
import { createGhost, dropRetired } from './tables/ghost.ts';
import { keepOutOfBinlog } from './tables/keep-out-of-binlog.ts';
import { takeNameLock } from './tables/name-lock.ts';
import { needsOwnSchema } from './tables/own-schema.ts';
import type { Sessions } from './tables/sessions.ts';
import { nameTables, retiredLabel } from './tables/table-names.ts';
import { dropUncheckedKeys } from './tables/unchecked-keys.ts';
import { reordersKeys } from './verify/compare.ts';
import { type VerifyWork, verify } from './verify/verify.ts';

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
  using limited = limitRuntime(request.options.maxRuntimeMs, signal);
  try {
    await runPhases(request, recorder, limited.signal);
    return recorder.completed();
  } catch (error) {
    if (recorder.keepsWork && isYield(error, limited.signal)) return recorder.yielded();
    return recorder.failed(isDecided(error) ? error : (limited.reason ?? error));
  }
}

async function runPhases(request: MigrateRequest, recorder: Recorder, signal: AbortSignal): Promise<void> {
  recorder.enter('preflight');
  const { target, options } = request;
  await using control = await openControlConnection(target, options.allow);
  const { server, session, sessions } = control;
  using _stopping = sessions.stopWhenAborted(signal);
  refuseTarget(server);
  const alter = requireAlter(request.statement, server);
  refuseStatement(alter);
  const table = { schema: alter.table.schema ?? target.database, name: alter.table.name };
  const found = await inspectOriginal(session, server, table, 'migration');
  recorder.table = found.table.name;
  recorder.connections = () => connectionsTo(target);
  await using nameLock = await takeNameLock(sessions, found.table);
  const beside = nameTables(found.table, false);
  await outwaitLastRun({ target, session }, beside.changelog, (message) => recorder.notice(message), signal);
  const leftUnchecked = await dropUncheckedKeys(session, beside);
  const original = leftUnchecked.length === 0 ? found : await inspectOriginal(session, server, table, 'migration');
  if (leftUnchecked.length > 0)
    recorder.notice(`A run that died had not checked ${leftUnchecked.join(', ')} yet. The foreign key was dropped.`);
  const fingerprint = await Fingerprint.take(session, original.table, original.createStatement, server.flavor);
  const mayBeCopied = !addsForeignKeys(alter, server);
  if (options.algorithm === 'copy' && mayBeCopied) await refuseCopy(control, original, alter, options);

  const names = nameTables(original.table, needsOwnSchema(original, alter, server.flavor, options.foreignKeys));
  await refuseDenied(sessions, original.table, names.ownSchemas.length > 0);
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
  };
  const kept = await findKeptWork(context);
  await using tables =
    kept === null
      ? await createGhost(sessions, names, original, nameLock, JSON.stringify(recorder.status()))
      : await adoptGhost(sessions, names, nameLock);
  const attempt = kept === null ? await changeOnServer(context, signal) : 'ghost-altered';
  if (attempt === 'done') return;

  try {
    await refuseCopy(control, original, alter, options);
    if (attempt !== 'ghost-altered') await alterGhost(context);
    recorder.algorithm = 'copy';
    await copyTable(context, kept, signal);
  } catch (error) {
    // A run that is refused before it copies anything takes nothing away from the one before.
    const hasYielded = isYield(error, signal) || recorder.state === 'preflight';
    if (recorder.rowsKept > 0 && (hasYielded || mayGoOn(error))) await keepWork(context, tables, hasYielded);
    throw error;
  }
}

/** Before anything is made that could not be removed any more. */
async function refuseDenied(sessions: Sessions, original: TableName, apart: boolean): Promise<void> {
  await using session = await sessions.open('trying the privileges');
  await keepOutOfBinlog(session, false);
  refuseAll([await tryPrivileges(session, original, 'migration', apart)]);
}

async function copyTable(context: MigrationContext, found: KeptWork | null, signal: AbortSignal): Promise<void> {
  const { request, control, recorder } = context;
  const { server } = control;
  const { options } = request;
  const { plan, triggers, foreignKeys, keyIndex, deferred, kept, unchanging } = await prepareCopy(
    context,
    found,
    signal,
  );
  const { run, knowsPrepared, suspects, ...started } = await startCopy(context, plan, kept, signal);
  await using pipeline = started.pipeline;
  const { group, applier, copiers } = pipeline;
  const checkpoints = new Checkpoints({ ...unchanging, knowsPrepared }, run, server.flavor, recorder);
  // Where the ghost has its rows in another order, none of its ranges could be told from the rest.
  const isResumable = !reordersKeys(plan.verify);
  if (isResumable) group.spawn((own) => checkpoints.run(pipeline, () => suspects?.isPassed ?? true, own));

  const copyWork: CopyWork = {
    ...pipeline,
    tables: plan.tables,
    onCopied: (rows) => recorder.addCopied(rows),
    onDuplicates: (keys) => pipeline.dirty.addVisible(keys),
    compare: suspects === null ? null : (session, chunk) => suspects.compare(session, chunk),
  };
  await group.lead(copyAllRows(copyWork, copiers, group.signal));
  if (suspects !== null) recorder.notice(suspects.pass());

  recorder.enter('catching_up');
  await group.lead(buildIndexes(context, deferred, pipeline, group.signal));
  await group.lead(applier.catchUp(LockBudget.finishMs(options.lockBudgetMs), group.signal));

  const proof = await prove(context, plan, pipeline);

  if (pipeline.commands.isGateClosed) {
    // Whoever is told to wait may be told to stop.
    if (isResumable) await group.lead(checkpoints.write(pipeline, group.signal));
    recorder.enter('waiting_for_cutover');
    if (isResumable && options.gate === 'yield') throw new ClosedGate();
    await group.lead(pipeline.commands.gate(group.signal));
  }

  recorder.enter('cutting_over');
  const witness = new SwapWitness(pipeline.stream, context.names);
  const log = new SwapLog(pipeline.spareSession, server.flavor, await swapRecord(context, plan));
  const cutover: CutoverParts = {
    context,
    pipeline,
    sessions: pipeline.sessions,
    proof,
    triggers,
    foreignKeys,
    keyIndex,
    witness,
    log,
  };
  await group.lead(cutOver(await prepareCutover(cutover), group.signal));
  recorder.swapped();
  await tidyUp(cutover, signal);
}

/** Compares original and ghost. The ghost that is proven here must still be the same when the tables are swapped. */
async function prove(context: MigrationContext, plan: CopyPlan, pipeline: Pipeline): Promise<Proof> {
  const { control, names, recorder, request } = context;
  const createStatement = await readCreateStatement(control.session, names.ghost);
  const ghost = await Fingerprint.take(control.session, names.ghost, createStatement, control.server.flavor);
  const { orderedHere } = plan.key;
  const work: VerifyWork = { ...pipeline, tables: plan.verify, orderedHere, rowBytes: plan.rowBytes };
  if (request.options.verify === 'off') return { work, ghost, unsettled: [] };
  recorder.enter('verifying');
  const { group, workers } = pipeline;
  const { unsettled, ...verified } = await group.lead(verify(work, workers, group.signal));
  recorder.verified = verified;
  return { work, ghost, unsettled };
}

/** What the next run needs if this one dies after the swap. */
async function swapRecord(
  { control, names, original, request, recorder }: MigrationContext,
  plan: CopyPlan,
): Promise<SwapRecord> {
  const { key, width } = plan.watched.original;
  return {
    format: 1,
    migrationId: request.migrationId,
    names,
    columns: {
      before: columnsIn(original.createStatement),
      after: columnsIn(await readCreateStatement(control.session, names.ghost)),
    },
    key,
    width,
    triggers: original.triggers,
    keepsRetired: request.options.retired === 'keep',
    outcome: recorder.expected(),
    sealedAt: null,
  };
}

/** The swap is done. A failure from here on leaves something to clean up, but no doubt about the table. */
async function tidyUp({ context, triggers, foreignKeys, witness }: CutoverParts, signal: AbortSignal): Promise<void> {
  const { request, names, control, recorder } = context;
  const name = retiredLabel(names);
  recorder.retired = name;
  const isProven = await witness.confirm();
  // This comes before the retired table is dropped, because that table still has the names of the triggers.
  for (const notice of await triggers.giveNames(control.sessions, signal)) recorder.notice(notice);
  await foreignKeys.dropFromRetired(control.session).catch(() => {
    recorder.notice(`${name} still has its foreign keys. Rows that it refers to cannot be deleted while it exists.`);
  });
  if (!isProven) {
    recorder.notice(
      `The binary log could not be read up to the swap, so ${name}, the table as it was before, is kept.`,
    );
  } else if (request.options.retired === 'drop') {
    await dropRetired(control.session, names).then(
      () => {
        recorder.retired = null;
      },
      () =>
        recorder.notice(
          `${name}, the table as it was before, could not be dropped. \`ghostship cleanup --retired drop\` drops it.`,
        ),
    );
  }
}
