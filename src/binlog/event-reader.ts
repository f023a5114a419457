import type { TableName } from '../sql/inspect.ts';
import type { KeyColumn } from '../sql/key-column.ts';
import type { Key } from '../sql/keys.ts';
import { ourMark } from '../sql/marker.ts';
import { inUsualQuotes } from '../sql/parser/usual-quotes.ts';
import { tableName } from '../sql/sql.ts';
import { GhostshipError } from '../support/errors.ts';
import { ByteReader } from './byte-reader.ts';
import { eventTypes, rowsEventKind } from './event-types.ts';
import { readPayload } from './payload.ts';
import { type Query, readQuery } from './query-event.ts';
import { KeyMissing, readKeys } from './rows-event.ts';
import { readStatement, writeXid } from './statement-event.ts';
import { readTableId, readTableMap, type TableMap } from './table-map.ts';
import { XaTransactions } from './xa-transactions.ts';

export interface WatchedTable {
  readonly table: TableName;
  readonly key: readonly KeyColumn[];
  /** Columns in a row of the binlog; another number means another table. */
  readonly width: number;
}

/** What the stream looks for; every other table is skipped before its rows are decoded. */
export interface Watched {
  readonly original: WatchedTable;
  readonly changelog: WatchedTable;
  readonly ghost: TableName;
}

export interface Listener {
  onChange(key: Key): void;
  /** A heartbeat of ours came back. */
  onHeartbeat(mark: number): void;
  /** A prepared XA transaction was committed that changed keys. */
  onXaCommit(xid: string): void;
  /** The tables were swapped, by us. */
  onSwap(): void;
  /** Somebody else's statement changed rows, of whichever table. */
  onForeignWrite(): void;
}

/**
 * Turns binlog events into changed keys, and refuses everything it does not understand: an event that is skipped by
 * mistake is a lost row.
 */
export class EventReader {
  readonly #watched: Watched;
  readonly #listener: Listener;
  readonly #tables = new Map<number, { map: TableMap; watch: WatchedTable }>();
  readonly #xa: XaTransactions;
  #heartbeatSeen = false;

  constructor(watched: Watched, listener: Listener) {
    this.#watched = watched;
    this.#listener = listener;
    this.#xa = new XaTransactions((key) => listener.onChange(key));
  }

  /** True for the events this reader decodes from raw bytes; the others it hears of through the client library. */
  static reads(type: number): boolean {
    return (
      type === eventTypes.tableMap ||
      type === eventTypes.query ||
      type === eventTypes.compressedQuery ||
      type === eventTypes.incident ||
      type === eventTypes.transactionPayload ||
      rowsEventKind(type) !== undefined
    );
  }

  /**
   * @param body the event without header and checksum
   * @throws GhostshipError `original-changed`, `stream-broken`
   */
  readEvent(type: number, body: Buffer): void {
    try {
      this.#read(type, body);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw broken(`An event of type ${type} in the binary log cannot be read: ${error.message}.`);
    }
  }

  #read(type: number, body: Buffer): void {
    switch (type) {
      case eventTypes.tableMap:
        return this.#rememberTable(readTableMap(body));
      case eventTypes.transactionPayload:
        return this.#readPayload(body);
      case eventTypes.incident:
        throw broken('The server reports an incident: its binary log has a gap.');
      case eventTypes.query:
      case eventTypes.compressedQuery:
        return this.#readStatement(readQuery(body, type === eventTypes.compressedQuery));
      default:
        return this.#readRows(type, body);
    }
  }

  #readStatement({ text, schema, quoting }: Query): void {
    if (text.includes(ourMark)) {
      // Another migration's swap has the mark as well.
      if (text.startsWith(`RENAME TABLE ${tableName(this.#watched.original.table).text} TO `)) this.#listener.onSwap();
      return;
    }
    const { original, ghost } = this.#watched;
    const usual = inUsualQuotes(text, quoting);
    const meaning = readStatement(usual, schema, [original.table, ghost]);
    switch (meaning.kind) {
      case 'nothing':
        return;
      case 'xa-start':
        return this.#xa.start();
      case 'xa-commit':
        return this.#commitXa(meaning.xid);
      case 'xa-rollback':
        return this.#xa.rollback(meaning.xid);
      case 'touches':
        throw meaning.what === 'rows' ? statementFormat(meaning.table, usual) : definitionChanged(meaning.table, usual);
    }
  }

  /** True while an XA transaction is prepared that changed the original: its rows may become visible at any time. */
  get hasPreparedChanges(): boolean {
    return this.#xa.hasPreparedChanges;
  }

  /** MariaDB tells the start of an XA transaction by its GTID event, MySQL by a statement. */
  startXa(): void {
    this.#xa.start();
  }

  /** @param xid under which the transaction in progress was prepared; `null` where it was committed at once */
  endXa(xid: string | null): void {
    this.#xa.end(xid);
  }

  #commitXa(xid: string): void {
    const hasChanges = this.#xa.commit(xid);
    // Before the first heartbeat came back no row has been copied: whatever it changed will be read.
    if (hasChanges === null && this.#heartbeatSeen) throw unknownXa();
    if (hasChanges === true) this.#listener.onXaCommit(xid);
  }

  /** Layout as in MySQL Internals, "XA_prepare_event": one phase, format id, two lengths, the two parts. */
  #endInnerXa(body: Buffer): void {
    const reader = new ByteReader(body);
    const onePhase = reader.uint(1) !== 0;
    const formatId = reader.uint(4);
    const lengths = [reader.uint(4), reader.uint(4)] as const;
    const parts = [reader.take(lengths[0]), reader.take(lengths[1])] as const;
    this.endXa(onePhase ? null : writeXid(parts[0], parts[1], formatId));
  }

  #rememberTable(map: TableMap): void {
    const { original, changelog, ghost } = this.#watched;
    const isMapped = ({ name, schema }: TableName): boolean => name === map.name && schema === map.schema;
    const watch = [original, changelog].find(({ table }) => isMapped(table));
    if (watch !== changelog && !isMapped(ghost)) this.#listener.onForeignWrite();
    if (watch === undefined) {
      this.#tables.delete(map.tableId);
      return;
    }
    if (map.columns.length !== watch.width) throw definitionChanged(watch.table, null);
    this.#tables.set(map.tableId, { map, watch });
  }

  #readRows(type: number, body: Buffer): void {
    const kind = rowsEventKind(type);
    const known = this.#tables.get(readTableId(body));
    if (kind === undefined || known === undefined) return;
    for (const key of this.#keysOf(body, kind, known.map, known.watch)) {
      if (known.watch === this.#watched.changelog) this.#heartbeat(key);
      else if (!this.#xa.hold(key)) this.#listener.onChange(key);
    }
  }

  #keysOf(body: Buffer, kind: Parameters<typeof readKeys>[1], map: TableMap, watch: WatchedTable): Key[] {
    try {
      return readKeys(body, kind, map, watch.key, watch === this.#watched.changelog ? 'latest' : 'both');
    } catch (error) {
      if (error instanceof KeyMissing) throw shortImage(watch.table, error);
      throw broken(
        `A change of ${watch.table.name} cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
      );
    }
  }

  #heartbeat(key: Key): void {
    const [id, mark] = key.split(',');
    if (id !== heartbeatRow) return;
    this.#heartbeatSeen = true;
    this.#listener.onHeartbeat(Number(mark));
  }

  #readPayload(body: Buffer): void {
    try {
      for (const event of readPayload(body)) {
        if (event.type === eventTypes.xaPrepare) this.#endInnerXa(event.body);
        else if (EventReader.reads(event.type)) this.readEvent(event.type, event.body);
      }
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw broken(`The binary log holds ${error.message}.`);
    }
  }
}

/** `id` of the changelog row that heartbeats are written to. */
export const heartbeatRow = '1';

function broken(message: string): GhostshipError {
  return new GhostshipError('stream-broken', message, {
    hint: 'Run the migration again; if it stops here once more, look at the writer the message names.',
  });
}

function unknownXa(): GhostshipError {
  return new GhostshipError(
    'stream-broken',
    'An XA transaction was committed that had been prepared before this migration began; what it changed is not known.',
    {
      hint: 'Run the migration again. Where XA is in use, grant XA_RECOVER_ADMIN to the user of the target URL (MySQL): with it, the migration waits for such transactions before it begins.',
    },
  );
}

function shortImage(table: TableName, error: KeyMissing): GhostshipError {
  return new GhostshipError(
    'stream-broken',
    `A session changes ${table.name} with a short binlog_row_image: ${error.message}.`,
    {
      hint: 'Set binlog_row_image=FULL for all sessions while the migration runs, then run it again.',
    },
  );
}

function statementFormat(table: TableName, text: string): GhostshipError {
  return new GhostshipError(
    'stream-broken',
    `A session changes ${table.name} with binlog_format=STATEMENT; which rows it touched is not known: ${excerpt(text)}`,
    {
      hint: 'Let that session use binlog_format=ROW, then run the migration again.',
    },
  );
}

function definitionChanged(table: TableName, text: string | null): GhostshipError {
  const what = text === null ? 'it has another number of columns now' : excerpt(text);
  return new GhostshipError('original-changed', `Somebody changed ${table.name} while it was being migrated: ${what}`, {
    hint: 'The table is as that statement left it. Run the migration again when nobody else is changing the table.',
  });
}

/** The statement's head; literals in it are left out, they may be anybody's data. */
function excerpt(text: string): string {
  const plain = text.replaceAll(/'(?:[^'\\]|\\.|'')*'|"(?:[^"\\]|\\.|"")*"/gsu, "'…'").replaceAll(/\s+/gu, ' ');
  return plain.length > 120 ? `${plain.slice(0, 120)}…` : plain;
}
