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
  readonly isDelete: boolean;
  /** MariaDB's `log_bin_compress`. */
  readonly isCompressed: boolean;
  /** MySQL's `binlog_row_value_options=PARTIAL_JSON`: the row afterwards says which documents are only differences. */
  readonly isPartial: boolean;
}

const kind = (
  what: 'insert' | 'update' | 'delete',
  hasExtraData: boolean,
  isCompressed = false,
  isPartial = false,
): RowsEventKind => ({
  hasExtraData,
  isUpdate: what === 'update',
  isDelete: what === 'delete',
  isCompressed,
  isPartial,
});

const rowsEvents: ReadonlyMap<number, RowsEventKind> = new Map([
  [23, kind('insert', false)],
  [24, kind('update', false)],
  [25, kind('delete', false)],
  [30, kind('insert', true)],
  [31, kind('update', true)],
  [32, kind('delete', true)],
  [39, kind('update', true, false, true)],
  [166, kind('insert', false, true)],
  [167, kind('update', false, true)],
  [168, kind('delete', false, true)],
  [169, kind('insert', true, true)],
  [170, kind('update', true, true)],
  [171, kind('delete', true, true)],
]);

export function rowsEventKind(type: number): RowsEventKind | undefined {
  return rowsEvents.get(type);
}
