import { readCreateStatement } from '../mysql/inspect-table.ts';
import { isReadOnlyRefusal } from '../mysql/server-errors.ts';
import { causesOf, messageOf } from '../support/errors.ts';
import { untilAborted } from '../support/on-abort.ts';
import { sentence } from '../support/sentence.ts';
import { type CopyWork, copyAllRows } from './copy/copier.ts';
import { cutOver } from './cutover/cutover.ts';
import { LockBudget } from './cutover/lock-budget.ts';
import { type CutoverParts, type Proof, prepareCutover } from './cutover/prepare-cutover.ts';
import { SwapLog } from './cutover/swap-log.ts';
import { SwapWitness } from './cutover/swap-witness.ts';
import { buildIndexes } from './indexes/index-build.ts';
import type { CopyPlan } from './mapping/copy-plan.ts';
import { prepareCopy } from './prepare-copy.ts';
import { Checkpoints } from './resume/checkpoints.ts';
import { describeWayBack } from './resume/describe-way-back.ts';
import { ClosedGate } from './resume/keep-work.ts';
import type { KeptWork } from './resume/kept-work.ts';
import { type StartedCopy, startCopy } from './resume/start-copy.ts';
import type { MigrationContext } from './run/context.ts';
import type { Pipeline } from './run/pipeline.ts';
import { columnsIn, type SwapRecord } from './run/swap-record.ts';
import { Fingerprint } from './tables/fingerprint.ts';
import { dropRetired } from './tables/ghost.ts';
import { retiredLabel } from './tables/table-names.ts';
import { reordersKeys } from './verify/compare.ts';
import { type VerifyWork, verify } from './verify/verify.ts';

/**
 * Copies the table, and swaps the names.
 *
 * @returns `left` where the server takes no writes any more since the swap: the next run needs the changelog to do the rest
 */
export async function copyTable(
  context: MigrationContext,
  found: KeptWork | null,
  signal: AbortSignal,
): Promise<'finished' | 'left'> {
  const { request, control, recorder } = context;
  const { server } = control;
  const { options } = request;
  const { plan, triggers, foreignKeys, keyIndex, deferred, kept, unchanging } = await prepareCopy(
    context,
    found,
    signal,
  );
  const { knowsPrepared, ...started } = await startCopy(context, plan, kept, signal);
  await using pipeline = started.pipeline;
  const { group, applier } = pipeline;
  const checkpoints = new Checkpoints({ ...unchanging, knowsPrepared }, started, server.flavor, recorder);
  // Where the ghost has its rows in another order, none of its ranges could be told from the rest.
  const isResumable = !reordersKeys(plan.verify);
  if (isResumable) group.spawn((own) => checkpoints.run(pipeline, own));

  await group.lead(copyRows(context, plan, started, group.signal));

  recorder.enter('catching_up');
  await group.lead(buildIndexes(context, deferred, pipeline, group.signal));
  await group.lead(applier.catchUp(LockBudget.finishMs(options.lockBudgetMs), group.signal));

  const proof = await prove(context, plan, pipeline);

  await waitForLeave(context, pipeline, isResumable ? checkpoints : null);

  recorder.enter('cutting_over');
  const witness = new SwapWitness(pipeline.stream, context.names);
  const record = await swapRecord(context, plan, { knowsPrepared, serverStartedAt: unchanging.serverStartedAt });
  const log = new SwapLog(pipeline.spareSession, server.flavor, recorder.connections, record);
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
    unloggedReplications: unchanging.unloggedReplications ?? 0,
  };
  await group.lead(cutOver(await prepareCutover(cutover), group.signal));
  recorder.swapped();
  return await tidyUp(cutover, signal);
}

/** Copies all rows, and compares what another run has copied where the log may not tell of all changes since. */
async function copyRows(
  context: MigrationContext,
  plan: CopyPlan,
  { pipeline, suspects }: Pick<StartedCopy, 'pipeline' | 'suspects'>,
  signal: AbortSignal,
): Promise<void> {
  const compare: CopyWork['compare'] = suspects === null ? null : (session, chunk) => suspects.compare(session, chunk);
  await copyAllRows(copyWork(context, plan, pipeline, compare), pipeline.copiers, signal);
  if (suspects === null) return;
  await suspects.writeLater(pipeline.spareSession, pipeline, signal);
  context.recorder.notice(suspects.pass());
}

/**
 * Returns once nothing keeps the tables from being swapped: a person, or a newer commit.
 *
 * @param checkpoints `null` where no other run can go on
 * @throws ClosedGate where another run is to swap them
 */
async function waitForLeave(
  { request, recorder }: MigrationContext,
  pipeline: Pipeline,
  checkpoints: Checkpoints | null,
): Promise<void> {
  const { group, commands } = pipeline;
  const keep = async (): Promise<void> => await checkpoints?.write(pipeline, group.signal);
  const hasWaited = commands.isGateClosed;
  if (hasWaited) {
    // Whoever is told to wait may be told to stop.
    await group.lead(keep());
    recorder.enter('waiting_for_cutover');
    if (checkpoints !== null && request.options.gate === 'yield') throw new ClosedGate();
    await group.lead(commands.gate(group.signal));
  }
  const asked = request.beforeSwap?.({ mayWait: checkpoints !== null, hasWaited }) ?? Promise.resolve('swap');
  if ((await group.lead(untilAborted(asked, group.signal))) === 'swap') return;
  await group.lead(keep());
  throw new ClosedGate();
}

/** What copying asks of the rest of the run, for a rehearsal as well. */
export function copyWork(
  { recorder }: MigrationContext,
  plan: CopyPlan,
  pipeline: Pipeline,
  compare: CopyWork['compare'],
): CopyWork {
  return {
    ...pipeline,
    tables: plan.tables,
    onCopied: (rows) => recorder.addCopied(rows),
    onDuplicates: (keys) => pipeline.dirty.addVisible(keys),
    compare,
  };
}

/** The ghost that is proven here must still be the same when the tables are swapped. */
async function prove(context: MigrationContext, plan: CopyPlan, pipeline: Pipeline): Promise<Proof> {
  const { control, names } = context;
  const createStatement = await readCreateStatement(control.session, names.ghost);
  const ghost = await Fingerprint.take(control.session, names.ghost, createStatement, control.server.flavor);
  return { ...(await compareTables(context, plan, pipeline)), ghost };
}

/** Compares original and ghost, unless nobody wants that. */
export async function compareTables(
  { request, recorder }: MigrationContext,
  plan: CopyPlan,
  pipeline: Pipeline,
): Promise<Omit<Proof, 'ghost'>> {
  const { orderedHere } = plan.key;
  const work: VerifyWork = { ...pipeline, tables: plan.verify, orderedHere, rowBytes: plan.rowBytes };
  if (request.options.verify === 'off') return { work, unsettled: [] };
  recorder.enter('verifying');
  const { group, workers } = pipeline;
  const { unsettled, ...verified } = await group.lead(verify(work, workers, group.signal));
  recorder.verified = verified;
  return { work, unsettled };
}

/** What the next run needs if this one dies after the swap. */
async function swapRecord(
  { control, names, original, request, recorder, forward }: MigrationContext,
  plan: CopyPlan,
  known: { readonly knowsPrepared: boolean; readonly serverStartedAt: number },
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
    retiredForMs: request.options.retiredForMs ?? null,
    ...known,
    reverts: forward?.id ?? null,
    outcome: recorder.expected(),
    sealedAt: null,
  };
}

/** The swap is done. A failure from here on leaves something to clean up, but no doubt about the table. */
async function tidyUp(cutover: CutoverParts, signal: AbortSignal): Promise<'finished' | 'left'> {
  const { context, witness, log } = cutover;
  const { names, recorder } = context;
  recorder.retired = retiredLabel(names);
  await log.confirm();
  await tellDefinition(context);
  const isProven = await witness.confirm();
  try {
    await finishSwapped(cutover, isProven, signal);
  } catch (error) {
    if (!isReadOnlyRefusal(causesOf(error).first)) throw error;
    recorder.notice(
      `The server takes no writes since ${names.original.name} was swapped: ${names.original.name} is the altered table, and what is left to do for it is done by the next run, or by \`ghostship cleanup\`.`,
    );
    return 'left';
  }
  if (recorder.retired !== null) await noteWayBack(context, log.record);
  await context.request.noteDone?.(recorder.expected());
  return 'finished';
}

/** @throws GhostshipError where the server takes no writes */
async function finishSwapped(
  { context, triggers, foreignKeys }: CutoverParts,
  isProven: boolean,
  signal: AbortSignal,
): Promise<void> {
  const { request, names, control, recorder } = context;
  const name = retiredLabel(names);
  // This comes before the retired table is dropped, because that table still has the names of the triggers.
  for (const notice of await triggers.giveNames(control.sessions, signal)) recorder.notice(notice);
  await foreignKeys
    .dropFromRetired(control.session)
    .catch((error: unknown) =>
      tell(
        recorder,
        error,
        `${name} still has its foreign keys. Rows that it refers to cannot be deleted while it exists.`,
      ),
    );
  if (!isProven) {
    recorder.notice(
      `The binary log could not be read up to the swap, so ${name}, the table as it was before, is kept.`,
    );
  } else if (request.options.retired === 'drop') {
    await dropRetired(control.session, names).then(
      () => {
        recorder.retired = null;
      },
      (error: unknown) =>
        tell(
          recorder,
          error,
          `${name}, the table as it was before, could not be dropped. \`ghostship cleanup --retired drop\` drops it.`,
        ),
    );
  }
}

/** Nothing else can be done either where the server takes no writes. */
function tell(recorder: MigrationContext['recorder'], error: unknown, notice: string): void {
  if (isReadOnlyRefusal(error)) throw error;
  recorder.notice(notice);
}

/** A run that goes on with the work of another has not tried the statement. Whoever cannot be told is not worth a failure. */
async function tellDefinition({ control, original, recorder }: MigrationContext): Promise<void> {
  const after = await readCreateStatement(control.session, original.table).catch(() => null);
  if (after !== null) recorder.define(original.createStatement, after);
}

async function noteWayBack({ control, recorder }: MigrationContext, record: SwapRecord): Promise<void> {
  try {
    recorder.wayBack(await describeWayBack(control.session, control.server.flavor, record));
  } catch (error) {
    recorder.notice(`How to bring the retired table back could not be noted: ${sentence(messageOf(error))}`);
  }
}
