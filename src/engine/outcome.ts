import type { ErrorCode, TableState } from '../support/errors.ts';

/** In the order in which a migration goes through them. From `completed` on they are ends, except `paused`. */
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

/**
 * How the server or the engine carries out a statement. `direct`: what needs no copy (CREATE TABLE, RENAME TABLE), and what no copy
 * can do (a table without a key).
 */
export type Algorithm = 'instant' | 'inplace' | 'copy' | 'direct';

export interface Verified {
  readonly rows: number;
  readonly chunks: number;
  readonly differences: number;
}

/** The result of one statement. It is one entry of `migrations[]` in the outcome JSON, field for field. */
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
  /** Of the last attempt: the time from asking for the lock until the swap was done or the lock was released. */
  readonly lockedMs: number;
  /** How many cutover attempts were made, with the successful one. */
  readonly attempts: number;
  readonly verified: Verified | null;
  /** The name of the retired table if it was kept. */
  readonly retired: string | null;
  readonly resumed: boolean;
  /** Of a revert: columns that the table as it was does not have. Their values are lost. */
  readonly lostColumns?: readonly string[];
  /** Of a revert: what a person must know of the rows that it has brought back, in sentences. */
  readonly remarks?: readonly string[];
  readonly error: { readonly code: ErrorCode; readonly message: string; readonly hint: string } | null;
}
