import type { Progress } from '../../src/engine/events.ts';
import type { MigrationState } from '../../src/engine/outcome.ts';
import type { TestDatabase } from '../support/servers/index.ts';
import { tableName } from './table.ts';

/** What the migration said of itself, and when, by the clock of `performance.now()`. */
export interface Status {
  readonly atMs: number;
  readonly progress: Progress;
}

export interface StatusTrace extends AsyncDisposable {
  readonly seen: readonly Status[];
}

/** The engine writes its status twice a second. */
const lookEveryMs = 100;

/** Reads the status of the migration of our table, as `ghostship status` does, until disposed. */
export async function traceStatus(database: TestDatabase): Promise<StatusTrace> {
  const session = await database.connect();
  const seen: Status[] = [];
  const stopping = new AbortController();
  const look = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const status = await readStatus((sql) => session.query(sql));
      if (status !== null && status.elapsedMs !== seen.at(-1)?.progress.elapsedMs)
        seen.push({ atMs: performance.now(), progress: status });
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    }
  };
  const looking = look();
  return {
    seen,
    async [Symbol.asyncDispose]() {
      stopping.abort();
      await looking;
      await session.end();
    },
  };
}

/** Time in each state. The moment a state began is known to half the interval of the status. */
export function phasesOf(seen: readonly Status[]): Partial<Record<MigrationState, number>> {
  const phases: Partial<Record<MigrationState, number>> = {};
  for (const [index, { progress }] of seen.entries()) {
    const before = seen[index - 1]?.progress;
    if (before === undefined) continue;
    const halfMs = (progress.elapsedMs - before.elapsedMs) / 2;
    for (const state of [before.state, progress.state]) phases[state] = (phases[state] ?? 0) + halfMs;
  }
  return phases;
}

async function readStatus(query: (sql: string) => Promise<unknown>): Promise<Progress | null> {
  try {
    const [rows] = (await query(`SELECT body FROM ${tableName}_ghc WHERE id = 2`)) as [{ body: string }[]];
    const [row] = rows;
    return row === undefined ? null : (JSON.parse(row.body) as { progress: Progress }).progress;
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ER_NO_SUCH_TABLE') return null;
    throw error;
  }
}
