import type { MigrationState, Outcome } from '../../engine/outcome.ts';
import { toGhostshipError } from '../known-error.ts';
import type { FileStatement } from '../statements/file-statement.ts';
import { notStarted } from '../statements/not-started.ts';
import { version } from '../version.ts';

export type OutcomeError = NonNullable<Outcome['error']>;

/** What one run came to; the outcome JSON, field for field. */
export interface RunOutcome {
  readonly state: MigrationState;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly version: string;
  /** The first thing that went wrong, in a statement or before any. */
  readonly error: OutcomeError | null;
  /**
   * One entry a statement, in order. Those that were never started are `yielded` where the next run begins them, and `queued`
   * behind what went wrong.
   */
  readonly migrations: readonly Outcome[];
  /** What it has left to the run of a newer commit, as sentences; not given where it has left nothing. */
  readonly notDue?: string;
}

/** A run has the state of its worst statement. A run with nothing to do is completed. */
export function runOutcome(startedAt: Date, migrations: readonly Outcome[], error: unknown = null): RunOutcome {
  const stopped = migrations.find(({ state }) => !isDone(state) && state !== 'queued');
  const last = migrations.findLast(({ state }) => isDone(state));
  const own = error === null ? null : describeError(error);
  return {
    state:
      stopped?.state ?? (own === null ? (last?.state ?? 'completed') : own.code === 'aborted' ? 'aborted' : 'failed'),
    startedAt: startedAt.toISOString(),
    finishedAt: new Date().toISOString(),
    version,
    error: stopped?.error ?? own,
    migrations,
  };
}

/** Whether it has come to what was asked for. */
export function isDone(state: MigrationState): boolean {
  return state === 'completed' || state === 'reverted';
}

/** A statement that was not started, and that the next run begins. */
export function notBegun(waiting: Outcome): Outcome {
  return { ...waiting, state: 'yielded' };
}

/** Whether anything was done for it. */
export function isBegun({ state, algorithm, durationMs }: Outcome): boolean {
  return state !== 'queued' && (state !== 'yielded' || algorithm !== null || durationMs > 0);
}

/** A statement that failed outside the engine. */
export function failed(statement: Pick<FileStatement, 'file' | 'text'>, table: string, error: unknown): Outcome {
  const known = toGhostshipError(error);
  return {
    ...notStarted(statement, table),
    state: known.code === 'aborted' ? 'aborted' : 'failed',
    tableState: known.tableState,
    error: describeError(known),
  };
}

export function describeError(error: unknown): OutcomeError {
  const { code, message, hint } = toGhostshipError(error);
  return { code, message, hint };
}

/** How the ledger and people are told of a revert: by the statement that it undoes. */
export function revertOf(statement: string): string {
  return `REVERT ${statement}`;
}

export function isRevert({ statement }: Pick<Outcome, 'statement'>): boolean {
  return statement.startsWith(revertOf(''));
}
