import type { Identity } from '../../engine/way-back.ts';

/** A table that a migration has kept. */
export interface RetiredTable {
  /** Of the migration that has kept it. */
  readonly id: string;
  /** The table whose place was taken. */
  readonly table: string;
  /** What it is called now. */
  readonly retired: string;
  /** Since its migration ended. */
  readonly ageMs: number;
  /** For how long it was to be kept; `null` until it is dropped by name. */
  readonly forMs: number | null;
  /** What it was at the swap; `null` where that was not noted, as after a DROP TABLE. */
  readonly identity: Identity | null;
  /** Whether it is the table that a revert has taken away again. */
  readonly isByRevert: boolean;
  /** Of the migration. */
  readonly pullRequest: number | null;
}
