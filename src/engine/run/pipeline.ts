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
  /** What the run before has found equal, where the stream brings all that has changed since; `null` for nothing. */
  readonly compared: ComparedPart | null;
  readonly keptValues: KeptValues;
}

/** Between the marks of a run and those of the next one: ten a second for more than twenty years. */
const marksOfOneRun = 2 ** 33;

interface Parts {
  readonly dirty: DirtyKeys;
  readonly gone: GoneKeys;
  readonly heartbeat: Barriers;
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
  const opened = await openSessions(sessions, workerCount.max);
  const copiesSerially = options.workers === 'auto' && (await numbersSerially(control.server, plan));
  const copiers = copiesSerially ? opened.workers.slice(0, 1) : opened.workers;
  const { preparedBefore, isBeforeSwap = false } = start;
  const marksAfter = (start.run - 1) * marksOfOneRun;
  const isUnlogged = context.replication !== null;
  const watched = { ...plan.watched, marksAfter, preparedBefore, startsBeforeSwap: isBeforeSwap, isUnlogged };
  const stream = await openChangeStream(target, start.position, watched, await askCharsets(control.session), signal);
  const parts = connectParts(context, plan, { sessions, opened, stream, workerCount, start, marksAfter });
  const { applier, dirty, heartbeat, throttle, pace } = parts;
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
    streamLagMs: () => heartbeat.streamLagMs,
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

interface OpenedSessions {
  readonly heartbeat: Session;
  readonly commands: Session;
  readonly load: Session;
  readonly spare: Session;
  readonly workers: readonly Session[];
  readonly appliers: readonly Session[];
}

async function openSessions(sessions: Sessions, workerCount: number): Promise<OpenedSessions> {
  const heartbeat = await sessions.openWithClock('writing heartbeats');
  const commands = await sessions.openWithClock('listening for commands');
  const load = await sessions.openWithClock('watching the load');
  const spare = await sessions.openWithClock('asking the server');
  const workers = await sessions.openMany(workerCount, 'copying rows');
  const appliers = await sessions.openMany(applySessions, 'applying changes');
  return { heartbeat, commands, load, spare, workers, appliers };
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
  readonly marksAfter: number;
}

function connectParts(
  { request, control, recorder, replication }: MigrationContext,
  plan: CopyPlan,
  { sessions, opened, stream, workerCount, start: { watermark, isPast, compared, keptValues }, marksAfter }: Connected,
): Parts {
  const dirty = new DirtyKeys();
  const gone = new GoneKeys(plan.tables, opened.load, keptValues);
  const comparison = new Comparison(compared, compared === null ? null : dirty.record(maxChangedKeys));
  const heartbeat =
    replication === null
      ? new Heartbeat(opened.heartbeat, plan.names.changelog, dirty, marksAfter, isPast)
      : new VisibleTransactions(opened.heartbeat, control.server.flavor, dirty);
  const chunker = new Chunker(plan.tables, plan.key.orderedHere, watermark);
  const applier = new Applier(plan.tables, dirty, chunker, heartbeat, opened.appliers, gone);
  const throttle = new Throttle();
  const foreignStatements = new ForeignStatements(opened.load, [sessions, control.sessions, control.session]);
  const pace = new Pace(
    () => heartbeat.commitMs,
    throttle,
    workerCount,
    () => ({
      foreignWrites: stream.foreignWriteCount,
      foreignStatements: foreignStatements.count,
      copiedRows: recorder.copiedRows,
    }),
  );
  const sizer = new ChunkSizer(pace, plan.rowBytes);
  const hasGate = request.options.cutover === 'wait';
  const commands = new CommandListener(plan.names.changelog, throttle, recorder, hasGate);
  return { dirty, gone, heartbeat, chunker, applier, throttle, pace, sizer, comparison, commands, foreignStatements };
}

function startTasks(
  group: TaskGroup,
  { request: { options }, control: { server }, recorder, nameLock, replication }: MigrationContext,
  { names }: CopyPlan,
  parts: Parts,
  opened: OpenedSessions,
  stream: ChangeStream,
): void {
  const { dirty, gone, heartbeat, applier, throttle, pace, commands, foreignStatements } = parts;
  const trend = new BacklogTrend(names.original);
  const untilVisible = (xids: readonly string[], signal: AbortSignal): Promise<void> =>
    waitForXaCommits(xids, server, opened.load, signal);
  const ageMs = (mark: number): number => heartbeat.ageMs(mark);
  const backlog = { throttle, dirty, heartbeat, applier, trend, recorder, maxLagMs: options.maxLagMs };
  group.spawn((signal) => readChanges({ stream, untilVisible, dirty, gone, heartbeat }, signal));
  group.spawn((signal) => heartbeat.run(signal));
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
