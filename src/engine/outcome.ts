import type { ErrorCode, TableState } from '../support/errors.ts';

/** In the order in which a migration goes through them; all from `completed` on are ends, but for `paused`. */
export type MigrationState =
  | 'queued'
  | 'preflight'
  | 'copying'
  | 'catching_up'
  | 'verifying'
  | 'waiting_for_cutover'
  | 'cutting_over'
  | 'completed'
  | 'yielded'
  | 'paused'
  | 'aborted'
  | 'failed'
  | 'reverted';

/** How the server or the engine carries a statement out. `direct` is a statement that needs no online change (CREATE TABLE). */
export type Algorithm = 'instant' | 'inplace' | 'copy' | 'direct';

export interface Verified {
  readonly rows: number;
  readonly chunks: number;
  readonly differences: number;
}

/** What one statement came to; one entry of `migrations[]` in the outcome JSON, field for field. */
export interface Outcome {
  readonly file: string | null;
  readonly statement: string;
  readonly table: string;
  readonly state: MigrationState;
  readonly tableState: TableState;
  readonly algorithm: Algorithm | null;
  readonly rowsCopied: number;
  readonly changesApplied: number;
  readonly durationMs: number;
  readonly copyMs: number;
  /** From asking for the lock until the swap was done or the lock given back, of the attempt that succeeded. */
  readonly lockedMs: number;
  /** Cutover attempts, the successful one included. */
  readonly attempts: number;
  readonly verified: Verified | null;
  /** Name of the retired table if it was kept. */
  readonly retired: string | null;
  readonly resumed: boolean;
  readonly error: { readonly code: ErrorCode; readonly message: string; readonly hint: string } | null;
}
