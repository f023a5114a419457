import type { RunEvent } from '../../commands/migrate/run-event.ts';
import type { Blocker, EngineEvent } from '../../engine/events.ts';
import type { MigrationState } from '../../engine/outcome.ts';
import { nowMs } from '../../support/clock.ts';
import { Bounded } from './bounded.ts';
import { HoldSpans } from './hold-spans.ts';
import { Samples } from './samples.ts';

export interface Phase {
  readonly state: MigrationState;
  /** Since the statement began. */
  readonly fromMs: number;
}

export interface Attempt {
  readonly number: number;
  /** When it ended, since the statement began. */
  readonly atMs: number;
  readonly lockedMs: number;
  /** `null` where it has succeeded. */
  readonly failure: string | null;
  readonly blockers: readonly Blocker[];
}

export interface Notice {
  readonly atMs: number;
  readonly message: string;
}

/** What another run had copied. */
export interface Kept {
  readonly migrationId: string;
  readonly rows: number;
  readonly ageMs: number;
}

type Started = Pick<Extract<RunEvent, { readonly type: 'started' }>, 'statement' | 'table'>;

/** One statement of a run over time. All times are since it began. */
export class StatementRecord {
  readonly file: string | null;
  readonly text: string;
  /** As the run calls it. */
  readonly table: string;
  readonly startedAt = new Date();
  readonly #startedMs = nowMs();
  #endedMs: number | null = null;
  readonly phases = new Bounded<Phase>(200);
  readonly samples: Samples;
  readonly holds = new HoldSpans();
  readonly attempts = new Bounded<Attempt>(100);
  readonly notices = new Bounded<Notice>(60);
  kept: Kept | null = null;
  definition: { readonly before: string; readonly after: string } | null = null;

  constructor({ statement: { file, text }, table }: Started, mostSamples: number) {
    this.file = file;
    this.table = table;
    this.text = text;
    this.samples = new Samples(mostSamples);
  }

  /** Until now while it goes on. */
  get tookMs(): number {
    return (this.#endedMs ?? nowMs()) - this.#startedMs;
  }

  end(): void {
    this.#endedMs = nowMs();
  }

  note(event: EngineEvent): void {
    const atMs = nowMs() - this.#startedMs;
    switch (event.type) {
      case 'state':
        if (isPhase(event.state)) this.phases.add({ state: event.state, fromMs: atMs });
        return;
      case 'progress':
        this.samples.add(event.progress, atMs);
        return this.holds.add(event.progress, atMs);
      case 'cutover-attempt': {
        const { attempt, lockedMs, failure, blockers } = event;
        return this.attempts.add({ number: attempt, atMs, lockedMs, failure, blockers });
      }
      case 'notice':
        return this.notices.add({ atMs, message: event.message });
      case 'resumed':
        this.kept = { migrationId: event.migrationId, rows: event.rows ?? 0, ageMs: event.ageMs };
        return;
      case 'definition':
        this.definition = { before: event.before, after: event.after };
        return;
      case 'swapped':
      case 'way-back':
        return;
    }
  }
}

/** Of all statements of a run together. Each keeps fewer where there are many. */
const mostSamplesOfRun = 6_000;

/** What a run did over time, in bounded memory. It takes news in at once. */
export class RunRecord {
  readonly statements: StatementRecord[] = [];
  #queued = 1;

  observe(event: RunEvent): void {
    switch (event.type) {
      case 'queued':
        this.#queued = event.statements.length;
        return;
      case 'started':
        this.#queued = Math.max(this.#queued, event.total);
        this.statements.push(new StatementRecord(event, this.#share()));
        return;
      case 'engine':
        return this.statements.at(-1)?.note(event.event);
      case 'finished':
        return this.statements.at(-1)?.end();
      case 'already-applied':
      case 'finding':
      case 'left-out':
      case 'not-due':
      case 'resumed':
      case 'warning':
      case 'not-compared':
        return;
    }
  }

  #share(): number {
    return Math.min(600, Math.max(40, Math.floor(mostSamplesOfRun / this.#queued)));
  }
}

function isPhase(state: MigrationState): boolean {
  switch (state) {
    case 'preflight':
    case 'copying':
    case 'catching_up':
    case 'verifying':
    case 'waiting_for_cutover':
    case 'cutting_over':
    case 'paused':
      return true;
    case 'queued':
    case 'completed':
    case 'yielded':
    case 'aborted':
    case 'failed':
    case 'reverted':
      return false;
  }
}
