import { nowMs } from '../../support/clock.ts';
import { causesOf, GhostshipError, type TableState, withLater } from '../../support/errors.ts';
import type { Blocker, Hold, IndexProgress, Observe, Progress } from '../events.ts';
import type { Algorithm, MigrationState, Outcome, Verified } from '../outcome.ts';
import type { MigrateRequest } from '../request.ts';
import type { WayBack } from '../way-back.ts';
import { type ControlState, uncontrolled } from './control-state.ts';
import { CopyRate } from './copy-rate.ts';
import { CutoverWaits } from './cutover-waits.ts';
import { asKnownError } from './known-error.ts';
import type { LastFailure, StatusRow } from './status-row.ts';
import { tellHolds, waitsForPerson } from './tell-holds.ts';

/** The sources of the numbers in a progress report while the copy runs. */
export interface Gauges {
  readonly rowsEstimated: number;
  readonly changesApplied: () => number;
  readonly dirtyKeys: () => number;
  readonly streamLagMs: () => number;
  readonly holds: () => Progress['holds'];
  readonly workers: () => number;
}

/** A hold that lasts longer stops the estimate of the time that is left. */
const longHoldMs = 5_000;

/** Records what has happened so far. When the migration ends, in whichever way, that becomes its outcome. */
export class Recorder {
  readonly #request: MigrateRequest;
  readonly #observe: Observe;
  readonly #ends: 'completed' | 'reverted';
  readonly #startedAt = nowMs();
  readonly #startedDate = new Date();
  readonly #copyRate = new CopyRate();
  #lastFailure: { readonly atMs: number; readonly why: string; readonly blockers: readonly Blocker[] } | null = null;
  /** Of the cutover, for others' transactions. */
  readonly waits = new CutoverWaits();
  #state: MigrationState = 'queued';
  #gauges: Gauges | null = null;
  #copyStartedAt: number | null = null;
  #copyMs = 0;
  #rowsCopied = 0;
  /** Of the copied rows, those that an earlier run has copied. */
  #rowsOfBefore = 0;
  #resumed = false;
  #keepsWork = false;
  /** Whether the next run will find more than this one has found. */
  cameFurther = false;
  /** Whether another run would have less to do: a checkpoint tells of a chunk, be it that of a table without rows. */
  keepsChunks = false;
  #isSwapped = false;
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
  /** What people have told this migration so far. */
  control: ControlState = uncontrolled;
  /** The ids of our connections on the server. */
  connections: () => readonly number[] = () => [];
  /** Where they are. */
  server: () => string | null = () => null;
  /** The name as the server spells it; empty until the server was asked. */
  table = '';
  /** Columns that a revert cannot bring back. */
  lostColumns: readonly string[] = [];
  /** What a person must know of the rows that it brings back, in sentences. */
  remarks: () => readonly string[] = () => [];

  /** @param ends what it comes to if nothing fails */
  constructor(request: MigrateRequest, observe: Observe, ends: 'completed' | 'reverted' = 'completed') {
    this.#ends = ends;
    this.#request = request;
    this.#observe = observe;
  }

  get state(): MigrationState {
    return this.#state;
  }

  get isSwapped(): boolean {
    return this.#isSwapped;
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

  /** @param after of the table or its ghost, whose own name is told as that of the table */
  define(before: string, after: string): void {
    const named = `${headOf(before)}${after.slice(headOf(after).length)}`;
    this.#observe({ type: 'definition', table: this.table, before, after: named });
  }

  /** @param failure `null` where the tables were swapped */
  cutoverAttempt(attempt: number, lockedMs: number, failure: string | null, blockers: readonly Blocker[]): void {
    this.attempts = attempt;
    this.lockedMs = Math.round(lockedMs);
    this.#lastFailure = failure === null ? null : { atMs: nowMs(), why: failure, blockers };
    this.#observe({ type: 'cutover-attempt', table: this.table, attempt, lockedMs, failure, blockers });
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

  /** Goes on with what another run has copied. */
  resume(migrationId: string, rows: number, ageMs: number): void {
    this.#resumed = true;
    this.#rowsOfBefore = rows;
    this.#rowsCopied = rows;
    const copied = this.#ends === 'reverted' ? null : rows;
    this.#observe({ type: 'resumed', table: this.table, migrationId, rows: copied, ageMs });
  }

  /** What that run has copied must be compared before it counts. */
  keepNothingYet(): void {
    this.#rowsOfBefore = 0;
    this.#rowsCopied = 0;
  }

  /** The ghost stays, for a run that goes on. */
  keepWork(): void {
    this.#keepsWork = true;
  }

  get keepsWork(): boolean {
    return this.#keepsWork;
  }

  reportProgress(): void {
    this.#observe({ type: 'progress', table: this.table, progress: this.progress() });
  }

  progress(): Progress {
    const copyingMs = this.#copyStartedAt === null ? 0 : this.#copyMs || nowMs() - this.#copyStartedAt;
    const { holds, lockedBy } = this.waits.over(this.#gauges?.holds() ?? this.heldBefore, this.lockedBy);
    const rowsPerSecond = this.#rowsPerSecond(copyingMs, holds);
    const left = Math.max(0, (this.#gauges?.rowsEstimated ?? 0) - this.#rowsCopied);
    const isMoving = this.#state === 'copying' && rowsPerSecond > 0 && !isStopped(holds);
    return {
      state: this.#state,
      rowsCopied: this.#rowsCopied,
      rowsEstimated: this.#gauges?.rowsEstimated ?? 0,
      changesApplied: this.#gauges?.changesApplied() ?? 0,
      dirtyKeys: this.#gauges?.dirtyKeys() ?? 0,
      streamLagMs: Math.round(this.#gauges?.streamLagMs() ?? 0),
      elapsedMs: Math.round(nowMs() - this.#startedAt),
      remainingMs: isMoving ? Math.round((left * 1000) / rowsPerSecond) : null,
      rowsPerSecond: Math.round(rowsPerSecond),
      workers: this.#gauges?.workers() ?? 0,
      indexBuild: this.indexBuild,
      holds,
      throttlePercent: this.control.throttlePercent,
      lockedBy,
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
      ...this.control,
      cutover: { attempts: this.attempts, lastFailure: this.#describeFailure(), waiting: this.waits.wait },
      connections: this.connections(),
      server: this.server(),
    };
  }

  /** While rows are copied: of the last seconds. Afterwards: of the whole copy. */
  #rowsPerSecond(copyingMs: number, holds: readonly Hold[]): number {
    if (this.#state !== 'copying')
      return copyingMs > 0 ? ((this.#rowsCopied - this.#rowsOfBefore) * 1000) / copyingMs : 0;
    this.#copyRate.add(nowMs(), this.#rowsCopied, holds.some(isByCommand));
    return this.#copyRate.rowsPerSecond;
  }

  #describeFailure(): LastFailure | null {
    if (this.#lastFailure === null) return null;
    const { atMs, why, blockers } = this.#lastFailure;
    return { why, blockers, agoMs: Math.round(nowMs() - atMs) };
  }

  /** The tables are swapped. Whatever fails from here on, the statement must not be run again. */
  swapped(): void {
    this.#isSwapped = true;
    this.#observe({ type: 'swapped', table: this.table, state: this.#ends });
  }

  /** What it will have come to if nothing fails from here on. */
  expected(): Outcome {
    return { ...this.#outcome('changed', null), state: this.#ends };
  }

  /** The retired table stays, and a revert knows how to bring it back. */
  wayBack(wayBack: WayBack): void {
    this.#observe({ type: 'way-back', table: this.table, wayBack });
  }

  completed(): Outcome {
    this.enter(this.#ends);
    return this.#outcome('changed', null);
  }

  /** Everything but the swap. */
  rehearsed(): Outcome {
    this.enter('completed');
    return this.#outcome('unchanged', null);
  }

  /** Another run goes on. */
  yielded(): Outcome {
    const isAtGate = this.#state === 'waiting_for_cutover';
    this.enter('yielded');
    const remark = isAtGate ? waitsForPerson : tellHolds(this.progress().holds);
    return { ...this.#outcome('unchanged', null), ...(remark === null ? {} : { remarks: [remark] }) };
  }

  failed(error: unknown): Outcome {
    const { first, later } = causesOf(error);
    const known = withLater(first instanceof GhostshipError ? first : asKnownError(first), later);
    this.enter(known.code === 'aborted' ? 'aborted' : 'failed');
    const hint = this.#keepsWork ? `${known.hint} ${goesOn[this.#ends]}` : known.hint;
    const held = known.code === 'time-limit' ? tellHolds(this.progress().holds) : null;
    const message = held === null ? known.message : `${known.message} ${held}`;
    return this.#outcome(known.tableState, { code: known.code, message, hint });
  }

  #outcome(tableState: TableState, error: Outcome['error']): Outcome {
    const { rowsCopied, changesApplied } = this.progress();
    const remarks = tableState === 'changed' ? this.remarks() : [];
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
      resumed: this.#resumed,
      ...(this.lostColumns.length === 0 ? {} : { lostColumns: this.lostColumns }),
      ...(remarks.length === 0 ? {} : { remarks }),
      error,
    };
  }
}

const goesOn = {
  completed: 'What is copied is kept, and the next run goes on with it. `ghostship abort` removes it.',
  reverted: 'The next `ghostship revert` goes on with it. `ghostship abort` ends it, and keeps the retired table.',
} as const;

/** `CREATE TABLE \`users\``, up to the columns. */
function headOf(createStatement: string): string {
  return createStatement.slice(0, Math.max(0, createStatement.indexOf(' (\n')));
}

/** A short hold, as among slow commits, is part of how fast the copy is. */
function isStopped(holds: readonly Hold[]): boolean {
  return holds.some((hold) => isByCommand(hold) || hold.forMs > longHoldMs);
}

function isByCommand({ reason }: Hold): boolean {
  return reason === 'paused' || reason === 'throttled';
}
