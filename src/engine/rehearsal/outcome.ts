import type { Outcome } from '../outcome.ts';
import type { Hazard } from '../probes/hazard.ts';

/** What a rehearsal has shown, beside what every outcome says. */
export interface Rehearsal {
  /** Why the statement takes its way, in one sentence. */
  readonly reason: string;
  /** Of the copy; 0 where nothing is copied. */
  readonly rowsPerSecond: number;
  /** The greatest lag of the replica, beside its delay, in whole seconds as the server tells it. `null` where it did not know. */
  readonly mostLagMs: number | null;
  /** The delay that a person has set the replica to; 0 for none. */
  readonly delayMs: number;
  /** What the copy would have written to the binary log, from the row images of a sample. `null` where nothing is copied. */
  readonly binlogBytes: number | null;
  /** Rows that changed at every look, so that they could not be compared without a lock. */
  readonly unsettledRows: number;
  readonly hazards: readonly Hazard[];
}

/** The result of one statement. A rehearsal changes no table. */
export interface RehearsalOutcome extends Outcome {
  /** `null` where it was refused, or not reached. */
  readonly rehearsal: Rehearsal | null;
}
