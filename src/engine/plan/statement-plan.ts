import type { Algorithm } from '../outcome.ts';
import type { Hazard } from '../probes/hazard.ts';
import type { NamedBy } from './named-by.ts';

/** What the dry run on an empty clone found out about one statement, without touching the original. */
export interface StatementPlan {
  readonly file: string | null;
  /** Line in the file where the statement starts, from 1. */
  readonly line: number;
  readonly statement: string;
  readonly table: string;
  readonly algorithm: Algorithm;
  /** Why this algorithm, in one sentence; for `copy` the server's own reason for refusing the cheaper ones. */
  readonly reason: string;
  /** The server's estimates (information_schema.tables). */
  readonly rows: number;
  readonly dataBytes: number;
  readonly indexBytes: number;
  /** SHOW CREATE TABLE of the original, and of the clone after the statement. */
  readonly before: string;
  readonly after: string;
  /** The migration key that will be walked, and why this one; `null` unless the algorithm is `copy`. */
  readonly migrationKey: { readonly name: string; readonly columns: readonly string[]; readonly reason: string } | null;
  /** Indexes that are built after the copy, and why these or none; `null` where nothing is copied or no index could be. */
  readonly deferral: { readonly indexes: readonly string[]; readonly reason: string } | null;
  /** `null` unless the algorithm is `copy` and there was a test replica to measure on. */
  readonly estimate: Estimate | null;
  /** The server's warnings while it changed the clone. */
  readonly warnings: readonly string[];
  /** Rows that the altered table would not take, and questions about them that stayed open. */
  readonly hazards: readonly Hazard[];
  /** What else in the database names the table, and columns that go. */
  readonly namedBy: NamedBy;
}

/** What a copy will take, from a sample of a fraction of a second. */
export interface Estimate {
  readonly sampledRows: number;
  /** From the first chunk to the cutover, on a machine like the replica's with nobody else writing. */
  readonly durationMs: number;
  /** Beside the table, until the cutover. */
  readonly diskBytes: number;
  readonly binlogBytes: number;
  /** How long writers will wait. */
  readonly cutoverMs: number;
}
