import type { MigrationState } from './outcome.ts';
import type { WayBack } from './way-back.ts';

/** Why the copy is held. Each reason tells a person what to do. */
export type HoldReason =
  | 'stream-lag'
  | 'replica-lag'
  | 'max-load'
  | 'critical-load'
  | 'commit-latency'
  | 'dirty-keys'
  | 'table-locked'
  | 'throttled'
  | 'prepared-xa'
  | 'paused';

/** What was seen when the copy was held, and what is allowed. */
export interface Reading {
  /** What was measured, where the reason does not say: a status variable, a replica. */
  readonly of: string | null;
  /** `null` where it could not be measured, which holds the copy as well. */
  readonly observed: number | null;
  readonly limit: number;
  readonly unit: 'ms' | 'keys' | 'count';
}

/** A connection of others that held the table when the cutover wanted it. */
export interface Blocker {
  readonly connectionId: number;
  /** `null` for both where this user may not see the connection. */
  readonly user: string | null;
  readonly host: string | null;
  /** How long its transaction has been open. */
  readonly seconds: number;
  /** True where it runs no statement: its transaction is open and idle. */
  readonly isIdle: boolean;
  /** How long it has sent nothing, in seconds; 0 where it is at work. */
  readonly idleSeconds: number;
  /** False where the server does not show who holds a table: then every open transaction may be the one. */
  readonly isCertain: boolean;
  /** The statement it runs, or ran last; clipped, and `null` where the server does not tell. */
  readonly statement: string | null;
}

/** What holds the copy. */
export interface Hold {
  readonly reason: HoldReason;
  /** For how long. */
  readonly forMs: number;
  /** `null` where the reason is no number above a limit. */
  readonly reading: Reading | null;
}

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
  /** `null` until a rate is known, and while the copy is held. */
  readonly remainingMs: number | null;
  readonly rowsPerSecond: number;
  readonly workers: number;
  /** `null` unless indexes are being built after the copy. */
  readonly indexBuild: IndexProgress | null;
  readonly holds: readonly Hold[];
  /** The part of the time that the copy rests because a person said so; 0 to 100. */
  readonly throttlePercent: number;
  /** Who has locked the table, or is waited for; `null` where nobody has, or the server does not say who. */
  readonly lockedBy: string | null;
}

/**
 * News from a running migration. Observers must return at once, because the engine may hold a table lock while it calls them.
 */
export type EngineEvent =
  | { readonly type: 'state'; readonly table: string; readonly state: MigrationState }
  | { readonly type: 'progress'; readonly table: string; readonly progress: Progress }
  | { readonly type: 'swapped'; readonly table: string; readonly state: 'completed' | 'reverted' }
  /** The retired table is kept: what a revert must know. */
  | { readonly type: 'way-back'; readonly table: string; readonly wayBack: WayBack }
  /** It goes on with what another run has copied. */
  | {
      readonly type: 'resumed';
      readonly table: string;
      /** Of that run, in the ledger. */
      readonly migrationId: string;
      /** `null` in a revert: the table as it was has its rows from before the swap. */
      readonly rows: number | null;
      /** How long ago that run saw to its work last. */
      readonly ageMs: number;
    }
  /** What the table is before the statement and after it, as SHOW CREATE TABLE tells it. Known before anything is copied. */
  | { readonly type: 'definition'; readonly table: string; readonly before: string; readonly after: string }
  | { readonly type: 'notice'; readonly table: string; readonly message: string }
  | {
      readonly type: 'cutover-attempt';
      readonly table: string;
      readonly attempt: number;
      readonly lockedMs: number;
      readonly failure: string | null;
      readonly blockers: readonly Blocker[];
    };

export type Observe = (event: EngineEvent) => void;
