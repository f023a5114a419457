import { waitFor } from '../support/wait-for.ts';
import { migrateToGate } from './ghostship.ts';
import { type Latency, latencyOf, type Write } from './latency.ts';
import { applyTable } from './scenarios.ts';
import type { Status } from './status-trace.ts';
import { createTable, type Table, tableName } from './table.ts';
import type { Place } from './way.ts';
import { type Pace, startWriters } from './writers.ts';

export interface ApplyResult {
  /** How fast a backlog shrinks that one statement made. */
  readonly backlogPerSecond: number;
  /** Writes without a migration, as many as the server takes. */
  readonly writesPerSecondAlone: number;
  /** The same while their changes are applied. */
  readonly writesPerSecond: number;
  readonly appliedPerSecond: number;
  /** Most changed keys that waited at any time, and how old the newest delivered change was at most. */
  readonly maxDirtyKeys: number;
  readonly maxStreamLagMs: number;
  readonly latencyAlone: Latency;
  readonly latency: Latency;
  /** Whether it came through, with the writers going on at full rate. */
  readonly cutOver: boolean;
  readonly attempts: number;
  readonly lockedMs: number;
}

const full: Pace = { sessions: 16, writesPerSecond: 'full' };

/** A migration at its gate, at first with a backlog to work off, then with writers that do all they can. */
export async function measureApply(cli: string, place: Place, seconds: number): Promise<ApplyResult> {
  const table = await createTable(place.database, applyTable);
  const alone = await writeFor(place, table, seconds);
  const migration = await migrateToGate(cli, place);
  const backlogPerSecond = await measureBacklog(place, table, migration.trace);

  const first = migration.trace.length;
  const writers = await startWriters(place.database, table, full);
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  const writes = [...writers.writes];
  const statuses = migration.trace.slice(first);
  const { state, attempts, lockedMs } = await migration.cutOver();
  await writers.stop();
  return {
    backlogPerSecond,
    writesPerSecondAlone: alone.length / seconds,
    writesPerSecond: writes.length / seconds,
    appliedPerSecond: appliedPerSecond(statuses),
    maxDirtyKeys: Math.max(...statuses.map(({ progress }) => progress.dirtyKeys)),
    maxStreamLagMs: Math.max(...statuses.map(({ progress }) => progress.streamLagMs)),
    latencyAlone: latencyOf(alone),
    latency: latencyOf(writes),
    cutOver: state === 'completed',
    attempts,
    lockedMs,
  };
}

async function writeFor({ database }: Place, table: Table, seconds: number): Promise<readonly Write[]> {
  const writers = await startWriters(database, table, full);
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  await writers.stop();
  return writers.writes;
}

/** Changes half of the rows at once and sees how fast that is worked off. */
async function measureBacklog({ database }: Place, table: Table, trace: readonly Status[]): Promise<number> {
  const changes = table.rows / 2;
  const applied = (): number => trace.at(-1)?.progress.changesApplied ?? 0;
  const first = trace.length;
  const goal = applied() + changes;
  await database.query(`UPDATE ${tableName} SET k1 = k1 ^ 1 LIMIT ${changes}`);
  await waitFor(() => applied() >= goal, { timeoutMs: 300_000, what: `${changes} changes to be applied` });
  return appliedPerSecond(trace.slice(first).filter(({ progress }) => progress.dirtyKeys > 0));
}

function appliedPerSecond(statuses: readonly Status[]): number {
  const first = statuses.at(0)?.progress;
  const last = statuses.at(-1)?.progress;
  if (first === undefined || last === undefined) return Number.NaN;
  return ((last.changesApplied - first.changesApplied) * 1000) / (last.elapsedMs - first.elapsedMs);
}
