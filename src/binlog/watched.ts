import type { NameCase } from '../mysql/name-case.ts';
import type { TableName } from '../sql/inspect.ts';
import type { KeyColumn } from '../sql/key-column.ts';

export interface WatchedTable {
  readonly table: TableName;
  readonly key: readonly KeyColumn[];
  /** Columns in a row of the binlog; another number means another table. */
  readonly width: number;
  /** Columns behind these that nobody sees: MariaDB keeps the hash of a unique key on long values in one of its own, and logs it. */
  readonly hashes?: number;
  /** Indexes on expressions: MySQL keeps each expression in a hidden column. */
  readonly functionalKeys?: readonly string[];
}

/** What the stream looks for; every other table is skipped before its rows are decoded. */
export interface Watched {
  readonly original: WatchedTable;
  readonly changelog: WatchedTable;
  readonly ghost: TableName;
  /** Heartbeats of this migration have greater marks; those of an earlier run of it have not. */
  readonly marksAfter: number;
  /**
   * True where the stream starts before the swap that has made the original: what comes before that swap is about another table, and
   * heartbeats of other marks are those of other migrations.
   */
  readonly startsBeforeSwap?: boolean;
  /** The name of what becomes the ghost, from that swap until then. */
  readonly retired?: TableName | null;
  /** Triggers of the original: own names, by the name that each has on a ghost until the swap is made. */
  readonly carriedTriggers?: ReadonlyMap<string, string>;
  /** True where nothing is copied before the first heartbeat comes back, so that all that was changed before will be read. */
  readonly startsAfresh?: boolean;
  /** True where it must be told which rows are gone, and not only that their keys have changed. */
  readonly tellsGone?: boolean;
  /**
   * What is known of XA transactions that were prepared before the stream starts, and whose changes it does not bring. `ended`:
   * they are committed before this migration's first heartbeat. `harmless`: none of them has changed the original. `unknown`: one
   * that is committed stops the run.
   */
  readonly preparedBefore: 'ended' | 'harmless' | 'unknown';
  /** True where nothing of this run is in the binary log: a statement with our mark is another migration's then. */
  readonly isUnlogged: boolean;
  /** With `lower_case_table_names=2` the binlog has names in lower case, whatever the tables are called. */
  readonly nameCase: NameCase;
}
