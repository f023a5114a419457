import { type ChangeStream, openChangeStream } from '../../binlog/change-stream.ts';
import type { Position } from '../../binlog/position.ts';
import type { Server } from '../../mysql/server.ts';
import type { Session } from '../../mysql/session.ts';
import { nowMs, sleep } from '../../support/clock.ts';
import { TaskGroup } from '../../support/task-group.ts';
import { Applier } from '../changes/applier.ts';
import { KeepUp } from '../changes/backlog-trend.ts';
import { DirtyKeys } from '../changes/dirty-keys.ts';
import { Heart } from '../changes/heartbeat.ts';
import { waitForXaCommits } from '../changes/prepared-xa.ts';
import { ChunkSizer } from '../copy/chunk-sizer.ts';
import { Frontier } from '../copy/chunker.ts';
import { ForeignStatements, watchLoad, watchReplicas } from '../copy/load-watch.ts';
import { Pace } from '../copy/pace.ts';
import { Throttle } from '../copy/throttle.ts';
import { Crew, commitsMayStall } from '../copy/worker-count.ts';
import type { CopyPlan } from '../mapping/copy-plan.ts';
import type { MigrateOptions } from '../request.ts';
import type { NameLock } from '../tables/name-lock.ts';
import type { Sessions } from '../tables/sessions.ts';
import type { Change } from './context.ts';
import type { Journal } from './recorder.ts';
import { CommandPost } from './status-row.ts';

/**
 * What runs beside the phases of a copy, from the first heartbeat to the swap:
 *
 *     binlog ─▶ stream ─▶ dirty keys ─▶ applier ─▶ ghost
 *                 │            ▲
 *                 └─▶ heart ───┘  (a key is ready when a heartbeat sent after it is committed)
 */
export interface Apparatus extends AsyncDisposable {
  readonly group: TaskGroup;
  readonly dirty: DirtyKeys;
  readonly heart: Heart;
  readonly frontier: Frontier;
  readonly applier: Applier;
  readonly throttle: Throttle;
  readonly pace: Pace;
  readonly sizer: ChunkSizer;
  readonly commands: CommandPost;
  readonly stream: ChangeStream;
  /** Read in parallel. */
  readonly workers: readonly Session[];
  /** Those of them that copy. */
  readonly copiers: readonly Session[];
  /** For questions that fit nowhere else. */
  readonly desk: Session;
}

const applySessions = 4;
/** More keys in memory than this, and reading the stream waits; some 100 bytes each. */
const maxDirtyKeys = 200_000;
/** With a backlog like this the copy waits, so that the apply gets the server. */
const holdCopyAboveKeys = 20_000;
const reportEveryMs = 1_000;
const confirmLockEveryMs = 5_000;

export async function assemble(
  { request, desk: { server, session: asker, sessions: askers }, journal, nameLock }: Change,
  plan: CopyPlan,
  sessions: Sessions,
  from: Position,
  signal: AbortSignal,
): Promise<Apparatus> {
  const { target, options } = request;
  const [heartSession, commandSession, loadSession, desk] = await Promise.all([
    sessions.open('writing heartbeats'),
    sessions.open('listening for commands'),
    sessions.open('watching the load'),
    sessions.open('asking the server'),
  ]);
  const crew = new Crew(options.workers, await commitsMayStall(server));
  const workers = await sessions.openMany(crew.most, 'copying rows');
  const isSerial = options.workers === 'auto' && (await numbersSerially(server, plan));
  const copiers = isSerial ? workers.slice(0, 1) : workers;
  const appliers = await sessions.openMany(applySessions, 'applying changes');
  const stream = await openChangeStream(target, from, plan.watched, signal);

  const dirty = new DirtyKeys();
  const heart = new Heart(heartSession, plan.names.changelog, dirty);
  const frontier = new Frontier(plan.tables, plan.key.orderedHere);
  const applier = new Applier(plan.tables, dirty, frontier, heart, appliers);
  const throttle = new Throttle();
  const foreign = new ForeignStatements(loadSession, [sessions, askers, asker]);
  const pace = new Pace(
    () => heart.commitMs,
    throttle,
    crew,
    () => ({
      foreignWrites: stream.foreignWriteCount,
      foreignStatements: foreign.count,
      copiedRows: journal.copiedRows,
    }),
  );
  const sizer = new ChunkSizer(pace, plan.rowBytes);
  const commands = new CommandPost(plan.names.changelog, throttle);
  const keepUp = new KeepUp(plan.names.original);
  const group = new TaskGroup(signal);

  const untilVisible = (xids: readonly string[], inner: AbortSignal): Promise<void> =>
    waitForXaCommits(xids, server.flavor, loadSession, inner);
  group.spawn((inner) => readChanges({ stream, untilVisible, dirty, heart }, inner));
  group.spawn((inner) => heart.run(inner));
  group.spawn((inner) => pace.run(inner));
  group.spawn((inner) => applier.run(inner));
  group.spawn((inner) => commands.run(commandSession, () => journal.status(), inner));
  group.spawn((inner) => watchLoad(throttle, loadSession, options, inner));
  group.spawn((inner) => foreign.run(inner));
  group.spawn((inner) => watchReplicas(throttle, (mark) => heart.ageMs(mark), plan.names.changelog, options, inner));
  group.spawn((inner) => keepNameLock(nameLock, inner));
  group.spawn((inner) => watchOver({ throttle, dirty, heart, applier, keepUp, journal, options }, inner));
  journal.readGauges({
    rowsEstimated: plan.rowsEstimated,
    changesApplied: () => applier.applied,
    dirtyKeys: () => dirty.count,
    streamLagMs: () => heart.streamLagMs,
    holds: () => throttle.holds,
    workers: () => Math.min(pace.workers, copiers.length),
  });
  return {
    group,
    dirty,
    heart,
    frontier,
    applier,
    throttle,
    pace,
    sizer,
    commands,
    stream,
    workers,
    copiers,
    desk,
    async [Symbol.asyncDispose]() {
      await stream[Symbol.asyncDispose]();
      await group[Symbol.asyncDispose]();
    },
  };
}

/**
 * Where `innodb_autoinc_lock_mode` is not 2 ("interleaved"; MariaDB's default is 1) one INSERT … SELECT at a time may number
 * rows, even where the numbers are given: a second worker makes the copy slower (measured).
 */
async function numbersSerially(server: Server, { hasCounter }: CopyPlan): Promise<boolean> {
  return hasCounter && (await server.variable('innodb_autoinc_lock_mode')) !== '2';
}

interface Reading {
  readonly stream: ChangeStream;
  readonly untilVisible: (xids: readonly string[], signal: AbortSignal) => Promise<void>;
  readonly dirty: DirtyKeys;
  readonly heart: Heart;
}

/** From the stream into the set of dirty keys; waits while that is full, and for what a heartbeat does not prove visible. */
async function readChanges({ stream, untilVisible, dirty, heart }: Reading, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const { keys, heartbeat, beforeHeartbeat, xaCommits } = await stream.take(signal);
    await untilVisible(xaCommits, signal);
    dirty.add(keys.slice(0, beforeHeartbeat));
    heart.see(heartbeat);
    dirty.add(keys.slice(beforeHeartbeat));
    while (dirty.count > maxDirtyKeys) await sleep(20, signal);
  }
}

/** Whoever has lost the lock must not go on: another run may take it, and our tables with it. */
async function keepNameLock(nameLock: NameLock, signal: AbortSignal): Promise<void> {
  for (;;) {
    await nameLock.confirm();
    await sleep(confirmLockEveryMs, signal);
  }
}

interface Watched {
  readonly throttle: Throttle;
  readonly dirty: DirtyKeys;
  readonly heart: Heart;
  readonly applier: Applier;
  readonly keepUp: KeepUp;
  readonly journal: Journal;
  readonly options: MigrateOptions;
}

/** Looks once in a while whether the copy should be held back, and reports. */
async function watchOver(watched: Watched, signal: AbortSignal): Promise<void> {
  const { throttle, dirty, heart, applier, keepUp, journal, options } = watched;
  for (let reported = 0; ; ) {
    const [waiting, streamLagMs] = [dirty.count, heart.streamLagMs];
    throttle.set('dirty-keys', waiting > holdCopyAboveKeys);
    throttle.set('stream-lag', streamLagMs > options.maxLagMs);
    const isBehind = waiting > holdCopyAboveKeys || streamLagMs > options.maxLagMs;
    const backlog = { delivered: dirty.addedCount, applied: applier.applied, waiting, streamLagMs };
    keepUp.look({ ...backlog, atMs: nowMs() }, isBehind && !applier.isResting);
    if (nowMs() - reported >= reportEveryMs) {
      journal.reportProgress();
      reported = nowMs();
    }
    await sleep(100, signal);
  }
}
