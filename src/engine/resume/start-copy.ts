import { currentPosition, visiblePosition } from '../../binlog/position.ts';
import { GhostshipError, messageOf } from '../../support/errors.ts';
import { allKept } from '../changes/gone-keys.ts';
import type { Watermark } from '../copy/chunker.ts';
import type { CopyPlan } from '../mapping/copy-plan.ts';
import { refuseNewRelations } from '../preflight/original.ts';
import type { MigrationContext } from '../run/context.ts';
import { passPreparedXa } from '../run/pass-prepared-xa.ts';
import { marksBefore, openPipeline, type Pipeline, type Start } from '../run/pipeline.ts';
import { type Checkpoint, isSameLog, takeRun } from './checkpoint.ts';
import { type Standing, standingOf } from './checkpoints.ts';
import { GapCheckpoints } from './gap-checkpoints.ts';
import { describeKept, mayBeOthers } from './kept-values.ts';
import type { Doubt, KeptWork } from './kept-work.ts';
import { deleteAll, Suspects } from './suspects.ts';

/** A copy that has begun: its stream is open, and has brought the first heartbeat. */
export interface StartedCopy {
  readonly pipeline: Pipeline;
  readonly run: number;
  readonly knowsPrepared: boolean;
  /** What must be compared; `null` where nothing must. */
  readonly suspects: Suspects | null;
  readonly standing: Standing | null;
  /** How many of the rows that are copied already another run has copied. */
  readonly rowsBefore: number;
}

/** Begins to copy, or goes on where the run before has stopped. */
export async function startCopy(
  context: MigrationContext,
  plan: CopyPlan,
  kept: KeptWork | null,
  signal: AbortSignal,
): Promise<StartedCopy> {
  const { request, control, original, recorder, replication } = context;
  const { session, server } = control;
  if (kept === null) {
    const findStart = replication === null ? currentPosition : visiblePosition;
    const position = await findStart(session, server.flavor);
    await refuseNewRelations(session, original);
    const knowsPrepared = await passPreparedXa(context, signal);
    const run = await takeRun(session, context.names.changelog);
    const start = {
      position,
      run,
      watermark: null,
      isPast: false,
      preparedBefore: 'ended',
      isComparing: false,
      compared: null,
      keptValues: allKept,
    } as const;
    const pipeline = await open(context, plan, start, signal);
    const marks = { after: marksBefore(run), upTo: pipeline.barriers.marks.seen };
    return { pipeline, run, knowsPrepared, suspects: null, standing: { position, marks }, rowsBefore: 0 };
  }
  const { watermark, isComparing = false } = kept.checkpoint;
  if (!isComparing) await clearBeyond(context, plan, watermark);
  // A revert has what it goes on with from itself at first.
  if (kept.checkpoint.migrationId !== request.migrationId)
    recorder.resume(kept.checkpoint.migrationId, rowsBehind(kept.checkpoint), kept.ageMs);
  const { doubt } = kept;
  const continued =
    doubt?.lacks === 'all' ? unread(kept.checkpoint, doubt.reason) : await goOn(context, plan, kept, signal);
  if (typeof continued !== 'string') return continued;
  return await compareAll(context, plan, kept.checkpoint, continued, signal);
}

/** What lies above the watermark of a run that was comparing. */
const everything: Watermark = { upTo: null };

function rowsBehind({ watermark, rowsCopied }: Checkpoint): number {
  return watermark === null ? 0 : rowsCopied;
}

/** What was in flight when the run before ended. */
async function clearBeyond(context: MigrationContext, plan: CopyPlan, watermark: Watermark | null): Promise<void> {
  if (watermark !== null && watermark.upTo === null) return;
  await using sessions = context.control.sessions.forCopy(plan.settings);
  await using session = await sessions.open('clearing what is copied again');
  await deleteAll(session, plan.tables, { after: watermark?.upTo ?? null, upTo: null });
}

/**
 * Reads the changes since the checkpoint. Where the log may lack some, everything that is copied is compared besides.
 *
 * @returns why that cannot be done, where it is a text
 */
async function goOn(
  context: MigrationContext,
  plan: CopyPlan,
  { checkpoint, doubt }: KeptWork,
  signal: AbortSignal,
): Promise<StartedCopy | string> {
  const { control, original, forward } = context;
  const { position, knowsPrepared, isBeforeSwap = false } = checkpoint;
  const { watermark, compared, keptValues, isComparing, suspected } = whereToBegin(checkpoint, doubt);
  // None that the run before had seen prepared had changed the original, and before that run none was prepared.
  const preparedBefore = knowsPrepared ? 'harmless' : 'unknown';
  await refuseNewRelations(control.session, original);
  const run = await takeRun(control.session, context.names.changelog);
  try {
    const past = { isPast: true, isBeforeSwap, preparedBefore } as const;
    const start: Start = { position, run, watermark, ...past, isComparing, compared, keptValues };
    // What is compared has no watermark that holds, and a stream that begins before the swap reads another table first.
    const mayMove = !isComparing && doubt === null && !isBeforeSwap;
    const inGap = mayMove ? new GapCheckpoints(checkpoint, run, context.recorder) : null;
    const pipeline = await open(context, plan, start, signal, inGap);
    const { stream } = pipeline;
    const isTheSame = isBeforeSwap ? stream.hasReadSwap : isSameLog(checkpoint, stream);
    const standing = isBeforeSwap ? null : (inGap?.standing ?? standingOf(checkpoint));
    const suspects = suspected === null ? null : new Suspects(plan.verify, pipeline, suspected);
    const rowsBefore = doubt === null ? rowsBehind(checkpoint) : 0;
    if (isTheSame && doubt !== null) tellDoubt(context, plan, doubt.reason);
    if (isTheSame) return { pipeline, run, knowsPrepared, suspects, standing, rowsBefore };
    await pipeline[Symbol.asyncDispose]();
    return unread(checkpoint, 'the binary log is not the one that was read then');
  } catch (error) {
    if (signal.aborted) throw error;
    if (tellsOfLostChanges(error)) return unread(checkpoint, messageOf(error));
    if (forward !== null && isCopyWritten(error)) return messageOf(error);
    throw error;
  }
}

type Beginning = Pick<Start, 'watermark' | 'compared' | 'keptValues' | 'isComparing'> & {
  /** How far the ghost has rows that must be compared; `null` where none must. */
  readonly suspected: Watermark | null;
};

function whereToBegin(checkpoint: Checkpoint, doubt: Doubt | null): Beginning {
  const { watermark, compared = null, keptValues = allKept, isComparing = false } = checkpoint;
  if (doubt === null)
    return { watermark, compared, keptValues, isComparing, suspected: isComparing ? everything : null };
  const suspected = isComparing ? everything : watermark;
  return {
    watermark: null,
    compared: null,
    keptValues: { ...keptValues, isCompared: true },
    isComparing: suspected !== null,
    suspected,
  };
}

function unread({ isBeforeSwap = false }: Checkpoint, reason: string): string {
  return `The changes since ${isBeforeSwap ? 'the swap' : 'the last run'} cannot be read: ${reason}`;
}

/** A copy that is the retired table cannot be made anew. */
function isCopyWritten(error: unknown): boolean {
  return error instanceof GhostshipError && error.code === 'rows-differ';
}

function tellsOfLostChanges(error: unknown): boolean {
  return error instanceof GhostshipError && ['stream-broken', 'original-changed'].includes(error.code);
}

/** Nobody can tell what has changed since the checkpoint: so everything that is copied is compared. */
async function compareAll(
  context: MigrationContext,
  plan: CopyPlan,
  { watermark, isComparing = false, keptValues: before = allKept }: Checkpoint,
  doubt: string,
  signal: AbortSignal,
): Promise<StartedCopy> {
  const { control, original, names } = context;
  const { session, server } = control;
  tellDoubt(context, plan, doubt);
  const run = await takeRun(session, names.changelog);
  const position = await currentPosition(session, server.flavor);
  await refuseNewRelations(session, original);
  const knowsPrepared = await passPreparedXa(context, signal);
  const start = {
    position,
    run,
    watermark: null,
    isPast: false,
    preparedBefore: 'ended',
    isComparing: true,
    compared: null,
    keptValues: { ...before, isCompared: true },
  } as const;
  const pipeline = await open(context, plan, start, signal);
  const upTo = isComparing ? everything : watermark;
  const suspects = upTo === null ? null : new Suspects(plan.verify, pipeline, upTo);
  return { pipeline, run, knowsPrepared, suspects, standing: null, rowsBefore: 0 };
}

function tellDoubt({ original, recorder }: MigrationContext, { tables: { keeps } }: CopyPlan, doubt: string): void {
  recorder.keepNothingYet();
  recorder.notice(
    `${doubt.replace(/\.$/u, '')}. All that is copied is compared with ${original.table.name}, and what differs is copied again.`,
  );
  if (keeps !== null) recorder.notice(mayBeOthers(keeps));
}

async function open(
  context: MigrationContext,
  plan: CopyPlan,
  start: Start,
  signal: AbortSignal,
  inGap: GapCheckpoints | null = null,
): Promise<Pipeline> {
  const pipeline = await openPipeline(context, plan, start, signal);
  try {
    const { recorder } = context;
    recorder.remarks = () => describeKept(plan.tables.keeps, start.keptValues, pipeline.gone.keptValues);
    recorder.enter('copying');
    await pipeline.group.lead(readAll(pipeline, inGap));
    return pipeline;
  } catch (error) {
    await pipeline[Symbol.asyncDispose]();
    throw error;
  }
}

/** Reads all that is in the log by now. */
async function readAll(pipeline: Pipeline, inGap: GapCheckpoints | null): Promise<void> {
  const { barriers, group } = pipeline;
  const isRead = new AbortController();
  const read = barriers.passBarrier(group.signal).finally(() => isRead.abort());
  const until = AbortSignal.any([group.signal, isRead.signal]);
  await Promise.all([read, inGap?.run(pipeline, until)]);
}
