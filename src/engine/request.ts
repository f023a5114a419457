import type { Target } from '../mysql/target.ts';

export interface LoadLimit {
  /** A server status variable, such as `Threads_running`. */
  readonly variable: string;
  readonly value: number;
}

export interface MigrateOptions {
  /** `wait` puts a gate before the cutover: it happens when a person says so. */
  readonly cutover: 'auto' | 'wait';
  readonly retired: 'drop' | 'keep';
  readonly verify: 'full' | 'off';
  readonly workers: number | 'auto';
  readonly indexes: 'auto' | 'keep' | 'defer';
  /** `copy`: do not try instant or in place. */
  readonly algorithm: 'auto' | 'copy';
  /** All the time one cutover attempt may make writers wait. */
  readonly lockBudgetMs: number;
  readonly maxRuntimeMs: number | null;
  /** Stream lag or replica lag above which the copy is held. */
  readonly maxLagMs: number;
  readonly maxLoad: readonly LoadLimit[];
  readonly criticalLoad: readonly LoadLimit[];
  readonly lagReplicas: readonly Target[];
  readonly triggers: 'refuse' | 'carry';
  readonly foreignKeys: 'refuse' | 'carry' | 'drop';
  /** Lint rules or hazards a person has accepted for this run. */
  readonly allow: readonly string[];
}

export interface MigrateRequest {
  readonly target: Target;
  /** Where the statement comes from; `null` when it was given on the command line. */
  readonly file: string | null;
  readonly statement: string;
  readonly migrationId: string;
  readonly options: MigrateOptions;
}
