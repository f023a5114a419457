import type { RehearsalOutcome } from '../../engine/rehearsal/outcome.ts';
import type { RunOutcome } from '../migrate/run-outcome.ts';

/** What a run of rehearsals came to; the outcome JSON, field for field. */
export interface RehearsalRun extends RunOutcome {
  /** Where it happened, without the password. */
  readonly replica: string;
  readonly migrations: readonly RehearsalOutcome[];
}
