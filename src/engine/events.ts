import type { MigrationState } from './outcome.ts';

/** Why the copy is held. Each reason tells a person what to do. */
export type HoldReason =
  | 'stream-lag'
  | 'replica-lag'
  | 'max-load'
  | 'critical-load'
  | 'commit-latency'
  | 'dirty-keys'
  | 'table-locked'
  | 'prepared-xa'
  | 'paused';

export interface IndexProgress {
  readonly indexes: number;
  /** The part that is done, 0 to 1; `null` where the server does not say. */
  readonly share: number | null;
}

/** A snapshot of a running migration. It is cheap to make and is sent about once a second. */
export interface Progress {
  readonly state: MigrationState;
  readonly rowsCopied: number;
  /** The server's estimate at the start. The real number may be larger. */
  readonly rowsEstimated: number;
  readonly changesApplied: number;
  /** Changed keys that are not in the ghost yet. */
  readonly dirtyKeys: number;
  /** How long heartbeats take to come back through the stream. */
  readonly streamLagMs: number;
  readonly elapsedMs: number;
  /** `null` until a rate is known. */
  readonly remainingMs: number | null;
  readonly rowsPerSecond: number;
  readonly workers: number;
  /** `null` unless indexes are being built after the copy. */
  readonly indexBuild: IndexProgress | null;
  readonly holds: readonly HoldReason[];
  /** Who has locked the table, or is waited for; `null` where nobody has, or the server does not say who. */
  readonly lockedBy: string | null;
}

/**
 * News from a running migration. Observers must return at once, because the engine may hold a table lock while it calls them.
 */
export type EngineEvent =
  | { readonly type: 'state'; readonly table: string; readonly state: MigrationState }
  | { readonly type: 'progress'; readonly table: string; readonly progress: Progress }
  | { readonly type: 'swapped'; readonly table: string }
  | { readonly type: 'notice'; readonly table: string; readonly message: string }
  | {
      readonly type: 'cutover-attempt';
      readonly table: string;
      readonly attempt: number;
      readonly lockedMs: number;
      readonly failure: string | null;
    };

export type Observe = (event: EngineEvent) => void;
