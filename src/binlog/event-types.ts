/**
 * Numbers of the binlog events that are read, beside those with rows (MySQL Internals, "Binlog Event Type"; MariaDB
 * Knowledge Base, "Replication Protocol").
 */
export const eventTypes = {
  query: 2,
  rotate: 4,
  formatDescription: 15,
  /** LOAD DATA of a session with `binlog_format=STATEMENT`. */
  executeLoadQuery: 18,
  tableMap: 19,
  incident: 26,
  /** The server has nothing to send; it says how far it is. */
  heartbeat: 27,
  gtid: 33,
  anonymousGtid: 34,
  xaPrepare: 38,
  transactionPayload: 40,
  /** MySQL since 8.4. */
  taggedGtid: 42,
  mariadbGtid: 162,
  /** MariaDB's `log_bin_compress`. */
  compressedQuery: 165,
} as const;

export interface RowsEventKind {
  /** Version 2 has extra data before the columns. */
  readonly hasExtraData: boolean;
  /** An update carries the row before and after. */
  readonly isUpdate: boolean;
  /** MariaDB's `log_bin_compress`. */
  readonly isCompressed: boolean;
  /** MySQL's `binlog_row_value_options=PARTIAL_JSON`: the row afterwards says which documents are only differences. */
  readonly isPartial: boolean;
}

const kind = (hasExtraData: boolean, isUpdate: boolean, isCompressed = false, isPartial = false): RowsEventKind => ({
  hasExtraData,
  isUpdate,
  isCompressed,
  isPartial,
});

const rowsEvents: ReadonlyMap<number, RowsEventKind> = new Map([
  [23, kind(false, false)],
  [24, kind(false, true)],
  [25, kind(false, false)],
  [30, kind(true, false)],
  [31, kind(true, true)],
  [32, kind(true, false)],
  [39, kind(true, true, false, true)],
  [166, kind(false, false, true)],
  [167, kind(false, true, true)],
  [168, kind(false, false, true)],
  [169, kind(true, false, true)],
  [170, kind(true, true, true)],
  [171, kind(true, false, true)],
]);

export function rowsEventKind(type: number): RowsEventKind | undefined {
  return rowsEvents.get(type);
}
