import type { TestDatabase } from '../support/servers/index.ts';
import type { Write } from './latency.ts';
import type { Table } from './table.ts';

export interface Pace {
  readonly sessions: number;
  /** Of all sessions together; `full` is one write after the other, as fast as the server answers. */
  readonly writesPerSecond: number | 'full';
}

export interface Writers {
  /** In the order in which they were answered. */
  readonly writes: readonly Write[];
  /** @throws what a session could not go on after */
  stop(): Promise<void>;
}

/**
 * Sessions that change single rows all over the table: 70 % updates, the rest inserts and deletes. Writes are due at
 * fixed times, whether or not the ones before have been answered, so that a table that blocks shows in every write it
 * delays.
 */
export async function startWriters(database: TestDatabase, table: Table, pace: Pace): Promise<Writers> {
  const writes: Write[] = [];
  let endsAtMs = Number.POSITIVE_INFINITY;
  const nextDue = timetable(pace);
  const sessions = await Promise.all(Array.from({ length: pace.sessions }, () => database.connect()));
  const ended = Promise.all(
    sessions.map(async (session) => {
      const own: number[] = [];
      for (;;) {
        const dueMs = nextDue();
        await until(dueMs);
        // Not when it is told to stop but when everything due until then is done: what was held up counts.
        if (dueMs > endsAtMs) break;
        await answered((sql) => session.query(sql), chooseWrite(table, own));
        writes.push({ dueMs, tookMs: performance.now() - dueMs });
      }
      await session.end();
    }),
  );
  // A session that fails is heard of at the end; until then its rejection must not count as unhandled.
  ended.catch(() => {});
  return {
    writes,
    async stop() {
      endsAtMs = Math.min(endsAtMs, performance.now());
      await ended;
    },
  };
}

function timetable({ writesPerSecond }: Pace): () => number {
  if (writesPerSecond === 'full') return () => performance.now();
  const startedAt = performance.now();
  let claimed = 0;
  return () => startedAt + (claimed++ * 1000) / writesPerSecond;
}

async function until(dueMs: number): Promise<void> {
  const leftMs = dueMs - performance.now();
  if (leftMs > 0) await new Promise((resolve) => setTimeout(resolve, leftMs));
}

/** @param own numbers of rows this session inserted and has not deleted yet */
function chooseWrite(table: Table, own: number[]): string {
  const dice = Math.random();
  if (dice < 0.15) {
    const n = table.newNumber();
    own.push(n);
    return table.insert(n);
  }
  const oldest = dice < 0.3 ? own.shift() : undefined;
  return oldest === undefined ? table.update(1 + Math.floor(Math.random() * table.rows)) : table.delete(oldest);
}

const lockWaitTimeout = 1205;
const deadlock = 1213;

/** An application repeats what failed by no fault of its own; the time it takes counts. */
async function answered(query: (sql: string) => Promise<unknown>, sql: string): Promise<void> {
  for (;;) {
    try {
      await query(sql);
      return;
    } catch (error) {
      const { errno } = error as { errno?: unknown };
      if (errno !== lockWaitTimeout && errno !== deadlock) throw error;
    }
  }
}
