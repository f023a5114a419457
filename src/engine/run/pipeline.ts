import { type ChangeStream, openChangeStream } from '../../binlog/change-stream.ts';
import type { Position } from '../../binlog/position.ts';
import type { Watched } from '../../binlog/watched.ts';
import { askCharsets } from '../../mysql/charsets.ts';
import type { Server } from '../../mysql/server.ts';
import type { Session } from '../../mysql/session.ts';
import { sleep } from '../../support/clock.ts';
import { TaskGroup } from '../../support/task-group.ts';
import { Applier } from '../changes/applier.ts';
import { BacklogTrend } from '../changes/backlog-trend.ts';
import type { Barriers } from '../changes/barriers.ts';
import { DirtyKeys } from '../changes/dirty-keys.ts';
import { GoneKeys, type KeptValues } from '../changes/gone-keys.ts';
import { Heartbeat } from '../changes/heartbeat.ts';
import { waitForXaCommits } from '../changes/prepared-xa.ts';
import { readChanges } from '../changes/read-changes.ts';
import { UnnamedStatements } from '../changes/unnamed-statements.ts';
import { VisibleTransactions } from '../changes/visible-transactions.ts';
import { ChunkSizer } from '../copy/chunk-sizer.ts';
import { Chunker, type Watermark } from '../copy/chunker.ts';
import { ForeignStatements, watchLoad, watchReplicas } from '../copy/load-watch.ts';
import { Pace } from '../copy/pace.ts';
import { watchTableLocks } from '../copy/table-lock-watch.ts';
import { Throttle } from '../copy/throttle.ts';
import { commitsMayStall, WorkerCount } from '../copy/worker-count.ts';
import type { CopyPlan } from '../mapping/copy-plan.ts';
import type { NameLock } from '../tables/name-lock.ts';
import type { Sessions } from '../tables/sessions.ts';
import { watchBacklog } from './backlog-watch.ts';
import { CommandListener } from './command-listener.ts';
import { type ComparedPart, Comparison, maxChangedKeys } from './comparison.ts';
import type { MigrationContext } from './context.ts';
import { openBoth } from './open-both.ts';

/**
 * What runs beside the phases of a copy, from the first heartbeat to the swap:
 *
 *     binlog ─▶ stream ─▶ dirty keys ─▶ applier ─▶ ghost
 *                 │            ▲
 *                 └▶ heartbeat ┘  (a key is ready when a heartbeat that was sent after it is committed)
 */
export interface Pipeline extends Parts, AsyncDisposable {
  readonly group: TaskGroup;
  readonly stream: ChangeStream;
  /** Sessions that read in parallel. */
  readonly workers: readonly Session[];
  /** The workers that copy. */
  readonly copiers: readonly Session[];
  /** For questions that none of the other sessions can ask while it works. */
  readonly spareSession: Session;
  /** All sessions that read or write rows. */
  readonly sessions: Sessions;
}

/** Where a run begins. */
export interface Start {
  readonly position: Position;
  /** A run that goes on with the work of another has the next number. */
  readonly run: number;
  /** What the run before has copied; `null` for nothing. */
  readonly watermark: Watermark | null;
  /** Whether the position is one of the run before. */
  readonly isPast: boolean;
  /** Whether it lies before the swap that has made the original. */
  readonly isBeforeSwap?: boolean;
  readonly preparedBefore: Watched['preparedBefore'];
  /** Whether the ghost has rows above the watermark that are compared chunk by chunk. */
  readonly isComparing: boolean;
  /** What the run before has found equal, where the stream brings all that has changed since; `null` for nothing. */
  readonly compared: ComparedPart | null;
  readonly keptValues: KeptValues;
}

/** Between the marks of a run and those of the next one: ten a second for more than twenty years. */
const marksOfOneRun = 2 ** 33;

/** The marks of its heartbeats are greater than this, and those of earlier runs are not. */
export function marksBefore(run: number): number {
  return (run - 1) * marksOfOneRun;
}

interface Parts {
  readonly dirty: DirtyKeys;
  readonly gone: GoneKeys;
  readonly barriers: Barriers;
  readonly chunker: Chunker;
  readonly applier: Applier;
  readonly throttle: Throttle;
  readonly pace: Pace;
  readonly sizer: ChunkSizer;
  readonly comparison: Comparison;
  readonly commands: CommandListener;
  readonly foreignStatements: ForeignStatements;
}

const applySessions = 4;
const confirmLockEveryMs = 5_000;

/** Opens the sessions and the change stream, and starts all that runs beside the phases. */
export async function openPipeline(
  context: MigrationContext,
  plan: CopyPlan,
  start: Start,
  signal: AbortSignal,
): Promise<Pipeline> {
  const sessions = context.control.sessions.forCopy(plan.settings);
  try {
    return await assemble(context, plan, sessions, start, signal);
  } catch (error) {
    await sessions[Symbol.asyncDispose]();
    throw error;
  }
}

async function assemble(
  context: MigrationContext,
  plan: CopyPlan,
  sessions: Sessions,
  start: Start,
  signal: AbortSignal,
): Promise<Pipeline> {
  const { request, control, recorder } = context;
  const { target, options } = request;
  const workerCount = new WorkerCount(options.workers, await commitsMayStall(control.server));
  const copiesSerially = options.workers === 'auto' && (await numbersSerially(control.server, plan));
  const watched = watchedFrom(start, plan, context);
  const charsets = await askCharsets(control.session);
  const [opened, stream] = await openBoth(
    openSessions(sessions, workerCount.max),
    openChangeStream(target, start.position, watched, charsets, signal),
  );
  const copiers = copiesSerially ? opened.workers.slice(0, 1) : opened.workers;
  const parts = connectParts(context, plan, { sessions, opened, stream, workerCount, start });
  const { applier, dirty, barriers, throttle, pace } = parts;
  const group = new TaskGroup(signal);
  sessions.stopWhenAborted(group.signal);
  startTasks(group, context, plan, parts, opened, stream);
  const lockWatch = {
    throttle,
    table: plan.names.original,
    flavor: control.server.flavor,
    readers: [...opened.workers, ...opened.appliers],
    ours: () => recorder.connections(),
    tell: (holder: string | null) => {
      recorder.lockedBy = holder;
    },
  };
  group.spawn((own) => watchTableLocks(lockWatch, opened.load, own));
  recorder.readGauges({
    rowsEstimated: plan.rowsEstimated,
    changesApplied: () => applier.applied,
    dirtyKeys: () => dirty.count,
    streamLagMs: () => barriers.streamLagMs,
    holds: () => throttle.holds,
    workers: () => Math.min(pace.workers, copiers.length),
  });
  return {
    ...parts,
    group,
    stream,
    workers: opened.workers,
    copiers,
    spareSession: opened.spare,
    sessions,
    async [Symbol.asyncDispose]() {
      await stream[Symbol.asyncDispose]();
      await group[Symbol.asyncDispose]();
      await sessions[Symbol.asyncDispose]();
    },
  };
}

function watchedFrom(start: Start, { watched }: CopyPlan, { replication, forward }: MigrationContext): Watched {
  const isUnlogged = replication !== null;
  return {
    ...watched,
    marksAfter: marksBefore(start.run),
    preparedBefore: start.preparedBefore,
    startsBeforeSwap: start.isBeforeSwap ?? false,
    retired: start.isBeforeSwap === true ? (forward?.wayBack.retired ?? null) : null,
    startsAfresh: !start.isPast && !isUnlogged,
    isUnlogged,
  };
}

interface OpenedSessions {
  readonly heartbeat: Session;
  readonly commands: Session;
  readonly load: Session;
  readonly spare: Session;
  readonly workers: readonly Session[];
  readonly appliers: readonly Session[];
}

/** All at once, and beside the stream: each takes several answers of the server, and a run that goes on with another begins with them. */
async function openSessions(sessions: Sessions, workerCount: number): Promise<OpenedSessions> {
  const workers = sessions.openMany(workerCount, 'copying rows');
  const appliers = sessions.openMany(applySessions, 'applying changes');
  const others = [
    sessions.openWithClock('writing heartbeats'),
    sessions.openWithClock('listening for commands'),
    sessions.openWithClock('watching the load'),
    sessions.openWithClock('asking the server'),
  ] as const;
  // None may be left being opened where another fails.
  await Promise.allSettled([workers, appliers, ...others]);
  const [heartbeat, commands, load, spare] = await Promise.all(others);
  return { heartbeat, commands, load, spare, workers: await workers, appliers: await appliers };
}

/**
 * Where `innodb_autoinc_lock_mode` is not 2 ("interleaved"; MariaDB's default is 1), only one INSERT … SELECT at a time may
 * write to a table that numbers its rows, even when the rows bring their numbers. A second worker then makes the copy slower
 * (measured).
 */
async function numbersSerially(server: Server, { hasCounter }: CopyPlan): Promise<boolean> {
  return hasCounter && (await server.variable('innodb_autoinc_lock_mode')) !== '2';
}

interface Connected {
  readonly sessions: Sessions;
  readonly opened: OpenedSessions;
  readonly stream: ChangeStream;
  readonly workerCount: WorkerCount;
  readonly start: Start;
}

function connectParts(
  { request, control, recorder, replication }: MigrationContext,
  plan: CopyPlan,
  {
    sessions,
    opened,
    stream,
    workerCount,
    start: { run, watermark, isPast, isComparing, compared, keptValues },
  }: Connected,
): Parts {
  const dirty = new DirtyKeys();
  const gone = new GoneKeys(plan.tables, opened.load, keptValues);
  const comparison = new Comparison(compared, compared === null ? null : dirty.record(maxChangedKeys));
  const barriers =
    replication === null
      ? new Heartbeat(opened.heartbeat, plan.names.changelog, dirty, marksBefore(run), isPast)
      : new VisibleTransactions(opened.heartbeat, control.server.flavor, dirty);
  const chunker = new Chunker(plan.tables, plan.key.orderedHere, watermark, isComparing);
  const applier = new Applier(plan.tables, dirty, chunker, barriers, opened.appliers, gone);
  const throttle = new Throttle();
  const foreignStatements = new ForeignStatements(opened.load, [sessions, control.sessions, control.session]);
  const pace = new Pace(
    () => barriers.commitMs,
    throttle,
    workerCount,
    () => ({
      foreignWrites: stream.foreignWriteCount,
      foreignStatements: foreignStatements.count,
      copiedRows: recorder.copiedRows,
    }),
  );
  const sizer = new ChunkSizer(pace, plan.rowBytes, plan.tables.rowsPerInsert);
  const hasGate = request.options.cutover === 'wait';
  const commands = new CommandListener(plan.names.changelog, throttle, recorder, hasGate);
  return { dirty, gone, barriers, chunker, applier, throttle, pace, sizer, comparison, commands, foreignStatements };
}

function startTasks(
  group: TaskGroup,
  { request: { options }, control: { server }, recorder, nameLock, replication }: MigrationContext,
  { names }: CopyPlan,
  parts: Parts,
  opened: OpenedSessions,
  stream: ChangeStream,
): void {
  const { dirty, gone, barriers, applier, throttle, pace, commands, foreignStatements } = parts;
  const trend = new BacklogTrend(names.original);
  const untilVisible = (xids: readonly string[], signal: AbortSignal): Promise<void> =>
    waitForXaCommits(xids, server, opened.load, signal);
  const ageMs = (mark: number): number => barriers.ageMs(mark);
  const backlog = { throttle, dirty, barriers, applier, trend, recorder, maxLagMs: options.maxLagMs };
  const unnamed = new UnnamedStatements(opened.load, names.original, server, barriers);
  group.spawn((signal) => readChanges({ stream, untilVisible, unnamed, dirty, gone, barriers }, signal));
  group.spawn((signal) => barriers.run(signal));
  group.spawn((signal) => pace.run(signal));
  group.spawn((signal) => applier.run(signal));
  group.spawn((signal) => commands.run(opened.commands, signal));
  group.spawn((signal) => watchLoad(throttle, opened.load, options, signal));
  group.spawn((signal) => foreignStatements.run(signal));
  if (replication === null) group.spawn((signal) => watchReplicas(throttle, ageMs, names.changelog, options, signal));
  else group.spawn((signal) => replication.holdWhileBehind(throttle, options.maxLagMs, signal));
  group.spawn((signal) => keepNameLock(nameLock, signal));
  group.spawn((signal) => watchBacklog(backlog, signal));
}

/** A run that has lost the lock must not go on: another run may take the lock, and our tables with it. */
async function keepNameLock(nameLock: NameLock, signal: AbortSignal): Promise<void> {
  for (;;) {
    await nameLock.confirm();
    await sleep(confirmLockEveryMs, signal);
  }
}
