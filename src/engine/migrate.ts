import { currentPosition } from '../binlog/position.ts';
import { inspectTable, readCreateStatement } from '../mysql/inspect-table.ts';
import { hasReplicas } from '../mysql/replication.ts';
import type { TableName } from '../sql/inspect.ts';
import { causesOf, GhostshipError } from '../support/errors.ts';
import { alterGhost, changeOnServer } from './change-on-server.ts';
import { waitForPreparedXa } from './changes/prepared-xa.ts';
import { type CopyWork, copyAllRows } from './copy/copier.ts';
import { cutOver } from './cutover/cutover.ts';
import { LockBudget } from './cutover/lock-budget.ts';
import { type CutoverParts, type Proof, prepareCutover } from './cutover/prepare-cutover.ts';
import { SwapLog } from './cutover/swap-log.ts';
import { SwapWitness } from './cutover/swap-witness.ts';
import type { Observe } from './events.ts';
import { deferIndexes } from './indexes/deferral.ts';
import { buildIndexes, removeIndexes } from './indexes/index-build.ts';
import { KeyIndex } from './indexes/key-index.ts';
import { refuseZeroUnderCounter } from './mapping/auto-increment.ts';
import { type CopyPlan, planCopy } from './mapping/copy-plan.ts';
import type { Outcome } from './outcome.ts';
import { addsForeignKeys } from './preflight/foreign-keys.ts';
import { inspectOriginal, refuseNewRelations } from './preflight/original.ts';
import { requireAlter } from './preflight/read-alter.ts';
import { refuseAll } from './preflight/refusals.ts';
import { refuseShortImages } from './preflight/row-image.ts';
import { refuseStatement } from './preflight/statement.ts';
import { refuseCopy } from './preflight/table.ts';
import { refuseTarget } from './preflight/target.ts';
import { tryPrivileges } from './preflight/try-privileges.ts';
import { refuseHazards } from './probes/refuse-hazards.ts';
import { ForeignKeys } from './relations/foreign-keys.ts';
import { Triggers } from './relations/triggers.ts';
import type { MigrateRequest } from './request.ts';
import type { MigrationContext } from './run/context.ts';
import { openPipeline, type Pipeline } from './run/pipeline.ts';
import { Recorder } from './run/recorder.ts';
import { limitRuntime } from './run/runtime-limit.ts';
import { columnsIn, type SwapRecord } from './run/swap-record.ts';
import { openControlConnection } from './tables/control-connection.ts';
import { Fingerprint } from './tables/fingerprint.ts';
import { createGhost, dropRetired } from './tables/ghost.ts';
import { keepOutOfBinlog } from './tables/keep-out-of-binlog.ts';
import { takeNameLock } from './tables/name-lock.ts';
import { needsOwnSchema } from './tables/own-schema.ts';
import { Sessions } from './tables/sessions.ts';
import { nameTables, retiredLabel } from './tables/table-names.ts';
import { dropUncheckedKeys } from './tables/unchecked-keys.ts';
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
    const { first } = causesOf(error);
    const isDecided = first instanceof GhostshipError && first.tableState !== 'unchanged';
    return recorder.failed(isDecided ? error : (limited.reason ?? error));
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
  recorder.connections = () => [session.id, ...sessions.ids];
  await using nameLock = await takeNameLock(sessions, found.table);
  const leftUnchecked = await dropUncheckedKeys(session, nameTables(found.table, false));
  const original = leftUnchecked.length === 0 ? found : await inspectOriginal(session, server, table, 'migration');
  if (leftUnchecked.length > 0)
    recorder.notice(`A run that died had not checked ${leftUnchecked.join(', ')} yet. The foreign key was dropped.`);
  const fingerprint = await Fingerprint.take(session, original.table, original.createStatement, server.flavor);
  const mayBeCopied = !addsForeignKeys(alter, server);
  if (options.algorithm === 'copy' && mayBeCopied) await refuseCopy(control, original, alter, options);

  const names = nameTables(original.table, needsOwnSchema(original, alter, server.flavor, options.foreignKeys));
  await refuseDenied(sessions, original.table);
  await using _ghost = await createGhost(sessions, names, original, nameLock, JSON.stringify(recorder.status()));
  const context: MigrationContext = { request, control, alter, original, fingerprint, names, nameLock, recorder };
  const attempt = await changeOnServer(context, signal);
  if (attempt === 'done') return;

  await refuseCopy(control, original, alter, options);
  if (attempt !== 'ghost-altered') await alterGhost(context);
  recorder.algorithm = 'copy';
  await copyTable(context, signal);
}

/** Before anything is made that could not be removed any more. */
async function refuseDenied(sessions: Sessions, original: TableName): Promise<void> {
  await using session = await sessions.open('trying the privileges');
  await keepOutOfBinlog(session, false);
  refuseAll([await tryPrivileges(session, original, 'migration')]);
}

async function copyTable(context: MigrationContext, signal: AbortSignal): Promise<void> {
  const { request, control, alter, original, names, recorder } = context;
  const { server, session } = control;
  const { options } = request;
  const ghost = (await inspectTable(session, names.ghost)) ?? original;
  const plan = planCopy(names, original, ghost, alter, server, options.allow);
  refuseShortImages(server.facts, original, plan.key);
  await refuseHazards(control, original, ghost, plan.map, signal);
  await refuseZeroUnderCounter(session, original, plan.map);
  const triggers = new Triggers(names, original.triggers);
  await triggers.tryOut(control.sessions);
  const foreignKeys = new ForeignKeys(names, original, plan.map, options.foreignKeys);
  await foreignKeys.tryOut(control.sessions, options.lockBudgetMs);
  const keyIndexName = plan.key.onGhost.name;
  const replicas = await hasReplicas(session);
  const deferral = await deferIndexes(session, ghost, original, options.indexes, replicas, keyIndexName);
  const deferred = deferral?.indexes ?? [];
  await removeIndexes(session, names.ghost, deferred);
  const keyIndex = new KeyIndex(plan);
  if (keyIndex.isNeeded) await keyIndex.add(session);

  await using sessions = new Sessions(request.target, plan.settings, { naming: control.sessions.naming });
  recorder.connections = () => [session.id, ...control.sessions.ids, ...sessions.ids];
  const position = await currentPosition(session, server.flavor);
  await refuseNewRelations(session, original);
  await waitForPreparedXa(session, signal);
  await using pipeline = await openPipeline(context, plan, sessions, position, signal);
  const { group, heartbeat, applier, copiers } = pipeline;

  recorder.enter('copying');
  await group.lead(heartbeat.passBarrier(group.signal));
  const copyWork: CopyWork = {
    ...pipeline,
    tables: plan.tables,
    onCopied: (rows) => recorder.addCopied(rows),
    onDuplicates: (keys) => pipeline.dirty.addVisible(keys),
  };
  await group.lead(copyAllRows(copyWork, copiers, group.signal));

  recorder.enter('catching_up');
  await group.lead(buildIndexes(context, deferred, pipeline, group.signal));
  await group.lead(applier.catchUp(LockBudget.finishMs(options.lockBudgetMs), group.signal));

  const proof = await prove(context, plan, pipeline);

  if (pipeline.commands.isGateClosed) {
    recorder.enter('waiting_for_cutover');
    await group.lead(pipeline.commands.gate(group.signal));
  }

  recorder.enter('cutting_over');
  const witness = new SwapWitness(pipeline.stream, names);
  const log = new SwapLog(pipeline.spareSession, server.flavor, await swapRecord(context, plan));
  const cutover: CutoverParts = { context, pipeline, sessions, proof, triggers, foreignKeys, keyIndex, witness, log };
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
