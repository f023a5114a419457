import type { Algorithm } from '../outcome.ts';
import type { Hazard } from '../probes/hazard.ts';
import type { WayBackVerdict } from '../resume/judge-way-back.ts';
import type { Circumstance } from './circumstance.ts';
import type { NamedBy } from './named-by.ts';
import type { StatementFacts } from './statement-facts.ts';

/** What the dry run on an empty clone found out about one statement. The original was not touched. */
export interface StatementPlan {
  readonly file: string | null;
  /** Line in the file where the statement starts, from 1. */
  readonly line: number;
  readonly statement: string;
  readonly table: string;
  readonly algorithm: Algorithm;
  /** Why this algorithm was chosen, in one sentence; for `copy` the server's reason for refusing the cheaper ones. */
  readonly reason: string;
  /** The next three are estimates of the server (information_schema.tables). */
  readonly rows: number;
  readonly dataBytes: number;
  readonly indexBytes: number;
  /** SHOW CREATE TABLE of the original (before), and of the clone after the statement. */
  readonly before: string;
  readonly after: string;
  /** The migration key, and why it was chosen; `null` unless the algorithm is `copy`. */
  readonly migrationKey: { readonly name: string; readonly columns: readonly string[]; readonly reason: string } | null;
  /** The indexes that are built after the copy, and why; `null` where nothing is copied or no index could be deferred. */
  readonly deferral: { readonly indexes: readonly string[]; readonly reason: string } | null;
  /** `null` unless the algorithm is `copy` and there was a test replica to measure on. */
  readonly estimate: Estimate | null;
  /** The server's warnings while it changed the clone. */
  readonly warnings: readonly string[];
  /** Rows that do not fit the altered table, and questions about rows that could not be answered. */
  readonly hazards: readonly Hazard[];
  /** Whether it can be reverted; `null` for what is no change of a table that is there. */
  readonly wayBack: WayBackVerdict | null;
  /** What else in the database names the table, and columns that go. */
  readonly namedBy: NamedBy;
  readonly facts: StatementFacts;
  /** What the outcome hangs on besides; not given where that is nothing. */
  readonly circumstances?: readonly Circumstance[];
}

/** What a copy will cost, measured with a sample of half a second. */
export interface Estimate {
  readonly sampledRows: number;
  /** From the first chunk to the cutover, on a machine like the replica's where nobody else writes. */
  readonly durationMs: number;
  /** Disk space beside the table, until the cutover. */
  readonly diskBytes: number;
  readonly binlogBytes: number;
  /** How long writers will wait. */
  readonly cutoverMs: number;
}
