import { ConnectionLost, isReadOnlyRefusal, isServerError, readOnly, ServerError } from '../../mysql/server-errors.ts';
import { nowMs } from '../../support/clock.ts';
import { causesOf, GhostshipError, messageOf, type TableState, withLater } from '../../support/errors.ts';
import type { IndexProgress, Observe, Progress } from '../events.ts';
import type { Algorithm, MigrationState, Outcome, Verified } from '../outcome.ts';
import type { MigrateRequest } from '../request.ts';
import type { StatusRow } from './status-row.ts';

/** The sources of the numbers in a progress report while the copy runs. */
export interface Gauges {
  readonly rowsEstimated: number;
  readonly changesApplied: () => number;
  readonly dirtyKeys: () => number;
  readonly streamLagMs: () => number;
  readonly holds: () => Progress['holds'];
  readonly workers: () => number;
}

/** Records what has happened so far. When the migration ends, in whichever way, that becomes its outcome. */
export class Recorder {
  readonly #request: MigrateRequest;
  readonly #observe: Observe;
  readonly #startedAt = nowMs();
  readonly #startedDate = new Date();
  #state: MigrationState = 'queued';
  #gauges: Gauges | null = null;
  #copyStartedAt: number | null = null;
  #copyMs = 0;
  #rowsCopied = 0;
  algorithm: Algorithm | null = null;
  verified: Verified | null = null;
  lockedMs = 0;
  attempts = 0;
  indexBuild: IndexProgress | null = null;
  retired: string | null = null;
  lockedBy: string | null = null;
  /** Until there are gauges to read. */
  heldBefore: Progress['holds'] = [];
  /** The newest command of a person that was obeyed. */
  obeyed = 0;
  /** The ids of our connections on the server. */
  connections: () => readonly number[] = () => [];
  /** The name as the server spells it; empty until the server was asked. */
  table = '';

  constructor(request: MigrateRequest, observe: Observe) {
    this.#request = request;
    this.#observe = observe;
  }

  get state(): MigrationState {
    return this.#state;
  }

  enter(state: MigrationState): void {
    if (state === 'copying') this.#copyStartedAt = nowMs();
    if (this.#state === 'copying' && this.#copyStartedAt !== null) this.#copyMs = nowMs() - this.#copyStartedAt;
    this.#state = state;
    this.#observe({ type: 'state', table: this.table, state });
  }

  notice(message: string): void {
    this.#observe({ type: 'notice', table: this.table, message });
  }

  cutoverAttempt(attempt: number, lockedMs: number, failure: string | null): void {
    this.attempts = attempt;
    this.lockedMs = Math.round(lockedMs);
    this.#observe({ type: 'cutover-attempt', table: this.table, attempt, lockedMs, failure });
  }

  readGauges(gauges: Gauges): void {
    this.#gauges = gauges;
  }

  get copiedRows(): number {
    return this.#rowsCopied;
  }

  addCopied(rows: number): void {
    this.#rowsCopied += rows;
  }

  reportProgress(): void {
    this.#observe({ type: 'progress', table: this.table, progress: this.progress() });
  }

  progress(): Progress {
    const elapsedMs = nowMs() - this.#startedAt;
    const copyingMs = this.#copyStartedAt === null ? 0 : this.#copyMs || nowMs() - this.#copyStartedAt;
    const rowsPerSecond = copyingMs > 0 ? (this.#rowsCopied * 1000) / copyingMs : 0;
    const left = Math.max(0, (this.#gauges?.rowsEstimated ?? 0) - this.#rowsCopied);
    return {
      state: this.#state,
      rowsCopied: this.#rowsCopied,
      rowsEstimated: this.#gauges?.rowsEstimated ?? 0,
      changesApplied: this.#gauges?.changesApplied() ?? 0,
      dirtyKeys: this.#gauges?.dirtyKeys() ?? 0,
      streamLagMs: Math.round(this.#gauges?.streamLagMs() ?? 0),
      elapsedMs: Math.round(elapsedMs),
      remainingMs: this.#state === 'copying' && rowsPerSecond > 0 ? Math.round((left * 1000) / rowsPerSecond) : null,
      rowsPerSecond: Math.round(rowsPerSecond),
      workers: this.#gauges?.workers() ?? 0,
      indexBuild: this.indexBuild,
      holds: this.#gauges?.holds() ?? this.heldBefore,
      lockedBy: this.lockedBy,
    };
  }

  status(): StatusRow {
    return {
      migrationId: this.#request.migrationId,
      table: this.table,
      statement: this.#request.statement,
      startedAt: this.#startedDate.toISOString(),
      progress: this.progress(),
      obeyed: this.obeyed,
      connections: this.connections(),
    };
  }

  /** The tables are swapped. Whatever fails from here on, the statement must not be run again. */
  swapped(): void {
    this.#observe({ type: 'swapped', table: this.table });
  }

  /** What it will have come to if nothing fails from here on. */
  expected(): Outcome {
    return { ...this.#outcome('changed', null), state: 'completed' };
  }

  completed(): Outcome {
    this.enter('completed');
    return this.#outcome('changed', null);
  }

  failed(error: unknown): Outcome {
    const { first, later } = causesOf(error);
    const known = withLater(first instanceof GhostshipError ? first : wrap(first), later);
    this.enter(known.code === 'aborted' ? 'aborted' : 'failed');
    return this.#outcome(known.tableState, { code: known.code, message: known.message, hint: known.hint });
  }

  #outcome(tableState: TableState, error: Outcome['error']): Outcome {
    const { rowsCopied, changesApplied } = this.progress();
    return {
      file: this.#request.file,
      statement: this.#request.statement,
      table: this.table,
      state: this.#state,
      tableState,
      algorithm: this.algorithm,
      rowsCopied,
      changesApplied,
      durationMs: Math.round(nowMs() - this.#startedAt),
      copyMs: Math.round(this.#copyMs),
      lockedMs: Math.round(this.lockedMs),
      attempts: this.attempts,
      verified: this.verified,
      retired: this.retired,
      resumed: false,
      error,
    };
  }
}

/** For errors without a code of ours: of the connection, of the server, or a mistake of ours. Before the rename the table is unchanged. */
function wrap(error: unknown): GhostshipError {
  const message = messageOf(error);
  if (error instanceof ConnectionLost) {
    return new GhostshipError('connection-lost', message, {
      hint: 'Check that the server is up and run the migration again.',
      cause: error,
    });
  }
  // Somebody dropped or renamed a table of the migration, or a column. A statement may notice that before the stream does.
  if (isServerError(error, 'ER_NO_SUCH_TABLE', 'ER_BAD_FIELD_ERROR')) {
    return new GhostshipError('original-changed', `A table of the migration is gone, or a column: ${message}`, {
      hint: 'The migration changed nothing. Find out who dropped or renamed the table, then run the migration again.',
      cause: error,
    });
  }
  if (isReadOnlyRefusal(error)) return readOnly(error);
  if (error instanceof ServerError) {
    return new GhostshipError('server-error', `The server answered with an error: ${message}`, {
      hint: 'Correct what the server names and run the migration again.',
      cause: error,
    });
  }
  return new GhostshipError('internal', message, {
    hint: 'This is a mistake in Ghostship: please report it with this message.',
    cause: error,
  });
}
