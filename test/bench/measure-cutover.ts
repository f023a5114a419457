import { migrateToGate } from './ghostship.ts';
import { writesDuring } from './latency.ts';
import { cutoverTable } from './scenarios.ts';
import { createTable, type Table } from './table.ts';
import type { Place } from './way.ts';
import { type Pace, startWriters, type Writers } from './writers.ts';

export interface CutoverResult {
  readonly traffic: keyof typeof traffics;
  /** The longest that one writer waited, for each cutover, from the order to the end of the migration. */
  readonly longestWaitsMs: readonly number[];
  /** The same without a cutover: what the writers do to each other and the disk to them. */
  readonly quietWaitsMs: readonly number[];
  /** As the migration itself has it: from asking for the lock to the swap. */
  readonly lockedMs: readonly number[];
  readonly attempts: readonly number[];
}

/** An idle table still needs somebody to notice the lock; a busy one gets all that its writers can do. */
export const traffics = {
  idle: { sessions: 2, writesPerSecond: 100 },
  busy: { sessions: 16, writesPerSecond: 'full' },
} as const satisfies Record<string, Pace>;

export async function measureCutovers(
  cli: string,
  place: Place,
  traffic: keyof typeof traffics,
  times: number,
): Promise<CutoverResult> {
  const table = await createTable(place.database, cutoverTable);
  const cutovers: Cutover[] = [];
  for (let turn = 0; turn < times; turn++) cutovers.push(await cutOverOnce(cli, place, table, traffics[traffic]));
  return {
    traffic,
    longestWaitsMs: cutovers.map(({ waitMs }) => waitMs),
    quietWaitsMs: cutovers.map(({ quietMs }) => quietMs),
    lockedMs: cutovers.map(({ lockedMs }) => lockedMs),
    attempts: cutovers.map(({ attempts }) => attempts),
  };
}

interface Cutover {
  readonly waitMs: number;
  readonly quietMs: number;
  readonly lockedMs: number;
  readonly attempts: number;
}

async function cutOverOnce(cli: string, place: Place, table: Table, pace: Pace): Promise<Cutover> {
  const writers = await startWriters(place.database, table, pace);
  try {
    const migration = await migrateToGate(cli, place);
    const orderedAtMs = performance.now();
    const { lockedMs, attempts } = await migration.cutOver();
    const endedAtMs = performance.now();
    const lengthMs = endedAtMs - orderedAtMs;
    await new Promise((resolve) => setTimeout(resolve, lengthMs));
    await writers.stop();
    return {
      waitMs: longest(writers, orderedAtMs, endedAtMs),
      quietMs: longest(writers, endedAtMs, endedAtMs + lengthMs),
      lockedMs,
      attempts,
    };
  } finally {
    await writers.stop();
  }
}

function longest({ writes }: Writers, fromMs: number, untilMs: number): number {
  return Math.max(...writesDuring(writes, fromMs, untilMs).map(({ tookMs }) => tookMs));
}
