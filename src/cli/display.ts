import type { RunEvent } from '../commands/migrate/run-event.ts';

/** Where a person sees a run. */
export interface RunDisplay {
  readonly observe: (event: RunEvent) => void;
  readonly close: () => void;
}
