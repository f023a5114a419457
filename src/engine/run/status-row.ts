import type { Progress } from '../events.ts';
import type { ControlState } from './control-state.ts';

/** What a running migration writes about itself into its changelog. `status` shows it on any machine. */
export interface StatusRow extends ControlState {
  readonly migrationId: string;
  readonly table: string;
  readonly statement: string;
  readonly startedAt: string;
  readonly progress: Progress;
  /** The newest command that was obeyed; 0 for none. */
  readonly obeyed: number;
  /** Its connections on the server. */
  readonly connections: readonly number[];
}
