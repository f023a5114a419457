import type { Target } from '../mysql/target.ts';
import type { Outcome } from './outcome.ts';
import type { NoteSent } from './sent-statement.ts';
import type { WayBack } from './way-back.ts';

export interface LoadLimit {
  /** A server status variable, such as `Threads_running`. */
  readonly variable: string;
  readonly value: number;
}

export interface MigrateOptions {
  /** `wait` puts a gate before the cutover: it waits until a person orders it. */
  readonly cutover: 'auto' | 'wait';
  /** `yield`: a run that comes to a closed gate ends there, and the next one goes on. */
  readonly gate: 'hold' | 'yield';
  readonly retired: 'drop' | 'keep';
  /** For how long it is kept at least; `null` until it is dropped by name. */
  readonly retiredForMs?: number | null;
  readonly verify: 'full' | 'off';
  readonly workers: number | 'auto';
  readonly indexes: 'auto' | 'keep' | 'defer';
  /** `copy`: do not try instant or in place. */
  readonly algorithm: 'auto' | 'copy';
  /** All the time that one cutover attempt may make writers wait. */
  readonly lockBudgetMs: number;
  /** Connections that hold the table at the cutover: left alone, or ended before the next attempt. */
  readonly killBlockers: 'none' | 'idle' | 'all';
  /** Of this statement: what is left of the time of the run. */
  readonly maxRuntimeMs: number | null;
  /** The copy is held while the stream lag or a replica lag is above this. */
  readonly maxLagMs: number;
  readonly maxLoad: readonly LoadLimit[];
  readonly criticalLoad: readonly LoadLimit[];
  readonly lagReplicas: readonly Target[];
  readonly triggers: 'refuse' | 'carry';
  readonly foreignKeys: 'refuse' | 'carry' | 'drop';
  /** Lint rules and hazards that a person has accepted for this run. */
  readonly allow: readonly string[];
}

/** Everything is copied and verified, and nobody is to be waited for any more. */
export interface BeforeSwap {
  /** Whether another run can go on from here. */
  readonly mayWait: boolean;
  /** Whether a person was waited for. */
  readonly hasWaited: boolean;
}

export interface MigrateRequest {
  readonly target: Target;
  /** Where the statement comes from; `null` when it was given on the command line. */
  readonly file: string | null;
  readonly statement: string;
  readonly migrationId: string;
  readonly options: MigrateOptions;
  /** A copy was approved, with its gate and its old table: another way is refused. */
  readonly mustCopy?: boolean;
  /** Called before the server is told to alter the table itself, where the next run asks what became of that. */
  readonly noteSent?: NoteSent;
  /** Called when the tables are swapped and all is tidied up, while the changelog still tells so. It never throws. */
  readonly noteDone?: (outcome: Outcome) => Promise<void>;
  /**
   * Asked when nothing else keeps the tables from being swapped any more. `wait` leaves the swap to another run, where one can go on
   * with what is copied. Throws to end the migration.
   */
  readonly beforeSwap?: (moment: BeforeSwap) => Promise<'swap' | 'wait'>;
}

/** A completed migration whose retired table was kept. */
export interface ForwardMigration {
  /** Of the ledger. */
  readonly id: string;
  readonly statement: string;
  readonly wayBack: WayBack;
}

export interface RevertRequest extends MigrateRequest {
  readonly forward: ForwardMigration;
  /** Greater than the number of any run that a changelog of this table may have had. */
  readonly firstRun: number;
}
