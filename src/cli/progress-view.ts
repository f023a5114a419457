import type { Progress } from '../engine/events.ts';
import type { MigrationState } from '../engine/outcome.ts';

/** How a person sees a migration advance. Synchronous, as everything that listens to the engine. */
export interface ProgressView {
  /** A line that stays. */
  say(line: string): void;
  /** The migration of this table is the one shown from now on. */
  begin(table: string): void;
  enter(state: MigrationState): void;
  progress(progress: Progress): void;
  /** It is over. */
  end(): void;
  close(): void;
}
