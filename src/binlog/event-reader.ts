import type { TableName } from '../sql/inspect.ts';
import type { Key } from '../sql/keys.ts';
import { ourMark } from '../sql/marker.ts';
import { inUsualQuotes } from '../sql/parser/usual-quotes.ts';
import { tableName } from '../sql/sql.ts';
import { GhostshipError, messageOf } from '../support/errors.ts';
import { type BinlogEvent, splitEvent, typeOf } from './binlog-event.ts';
import { eventTypes, type RowsEventKind, rowsEventKind } from './event-types.ts';
import { describeType, isHarmless } from './harmless-events.ts';
import { readPayload } from './payload.ts';
import { type Query, readLoadQuery, readQuery } from './query-event.ts';
import { KeyMissing, NullInKey, readKeys } from './rows-event.ts';
import { readStatement } from './statement-event.ts';
import { type CharsetsById, decodeStatement, mayName } from './statement-text.ts';
import { readTableId, readTableMap, type TableMap } from './table-map.ts';
import type { Watched, WatchedTable } from './watched.ts';
import { readXaPrepare, startsXa } from './xa-events.ts';
import { XaTransactions } from './xa-transactions.ts';

export interface Listener {
  onChange(key: Key): void;
  /** A heartbeat came back, of this run or of an earlier one. */
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
  readonly #charsets: CharsetsById;
  readonly #listener: Listener;
  readonly #tables = new Map<number, { map: TableMap; watch: WatchedTable }>();
  readonly #xa: XaTransactions;
  #heartbeatSeen = false;

  constructor(watched: Watched, charsets: CharsetsById, listener: Listener) {
    this.#watched = watched;
    this.#charsets = charsets;
    this.#listener = listener;
    this.#xa = new XaTransactions((key) => listener.onChange(key));
  }

  /**
   * @param bytes the event with its header, without its checksum
   * @throws GhostshipError `original-changed`, `stream-broken`
   */
  readEvent(bytes: Buffer): void {
    try {
      this.#read(splitEvent(bytes));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw broken(`An event of type ${typeOf(bytes)} in the binary log cannot be read: ${error.message}.`);
    }
  }

  #read({ type, isIgnorable, body }: BinlogEvent): void {
    const rows = rowsEventKind(type);
    if (rows !== undefined) return this.#readRows(body, rows);
    switch (type) {
      case eventTypes.tableMap:
        return this.#rememberTable(readTableMap(body));
      case eventTypes.transactionPayload:
        return this.#readAll(readPayload(body));
      case eventTypes.incident:
        throw broken('The server reports an incident: its binary log has a gap.');
      case eventTypes.query:
      case eventTypes.compressedQuery:
        return this.#readStatement(readQuery(body, type === eventTypes.compressedQuery));
      case eventTypes.executeLoadQuery:
        return this.#readStatement(readLoadQuery(body));
      case eventTypes.mariadbGtid:
        return startsXa(body) ? this.#xa.start() : undefined;
      case eventTypes.xaPrepare:
        return this.#xa.end(readXaPrepare(body));
      default:
        if (!isHarmless(type) && !isIgnorable) throw unknownEvent(type);
    }
  }

  #readAll(events: readonly Buffer[]): void {
    for (const event of events) this.readEvent(event);
  }

  #readStatement({ bytes, collationId, schema, quoting }: Query): void {
    const charset = this.#charsets.get(collationId ?? -1);
    const text = decodeStatement(bytes, charset);
    if (text === null) return this.#refuseUnreadable(bytes, charset);
    if (text.includes(ourMark) && !this.#watched.isUnlogged) {
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

  #refuseUnreadable(bytes: Buffer, charset: string | undefined): void {
    const { original, ghost } = this.#watched;
    const touched = [original.table, ghost].find(({ name }) => mayName(bytes, name));
    if (touched !== undefined) throw unreadable(touched, charset);
  }

  /** True while an XA transaction is prepared that changed the original: its rows may become visible at any time. */
  get hasPreparedChanges(): boolean {
    return this.#xa.hasPreparedChanges;
  }

  #commitXa(xid: string): void {
    const hasChanges = this.#xa.commit(xid);
    if (hasChanges === null && !this.#isHarmless) throw unknownXa();
    if (hasChanges === true) this.#listener.onXaCommit(xid);
  }

  /** Before the first heartbeat came back no row has been copied: whatever such a transaction has changed will be read. */
  get #isHarmless(): boolean {
    const { preparedBefore } = this.#watched;
    return preparedBefore === 'harmless' || (preparedBefore === 'ended' && !this.#heartbeatSeen);
  }

  #rememberTable(map: TableMap): void {
    const { original, changelog, ghost, nameCase } = this.#watched;
    const isMapped = ({ name, schema }: TableName): boolean =>
      nameCase.same(name, map.name) && nameCase.same(schema, map.schema);
    const watch = [original, changelog].find(({ table }) => isMapped(table));
    if (watch !== changelog && !isMapped(ghost)) this.#listener.onForeignWrite();
    if (watch === undefined) {
      this.#tables.delete(map.tableId);
      return;
    }
    if (map.columns.length !== watch.width) throw otherWidth(watch, map.columns.length);
    this.#tables.set(map.tableId, { map, watch });
  }

  #readRows(body: Buffer, kind: RowsEventKind): void {
    const known = this.#tables.get(readTableId(body));
    if (known === undefined) return;
    for (const key of this.#keysOf(body, kind, known.map, known.watch)) {
      if (known.watch === this.#watched.changelog) this.#heartbeat(key);
      else if (!this.#xa.hold(key)) this.#listener.onChange(key);
    }
  }

  #keysOf(body: Buffer, kind: RowsEventKind, map: TableMap, watch: WatchedTable): Key[] {
    try {
      return readKeys(body, kind, map, watch.key, watch === this.#watched.changelog ? 'latest' : 'both');
    } catch (error) {
      if (error instanceof KeyMissing) throw shortImage(watch.table, error);
      if (error instanceof NullInKey) throw nullInKey(watch.table, error);
      throw broken(`A change of ${watch.table.name} cannot be read: ${messageOf(error)}.`);
    }
  }

  #heartbeat(key: Key): void {
    const [id, mark] = key.split(',');
    if (id !== heartbeatRow) return;
    if (Number(mark) > this.#watched.marksAfter) this.#heartbeatSeen = true;
    this.#listener.onHeartbeat(Number(mark));
  }
}

/** `id` of the changelog row that heartbeats are written to. */
export const heartbeatRow = '1';

function broken(message: string): GhostshipError {
  return new GhostshipError('stream-broken', message, {
    hint: 'Run the migration again; if it stops here once more, look at the writer the message names.',
  });
}

function unknownEvent(type: number): GhostshipError {
  return new GhostshipError(
    'stream-broken',
    `The binary log holds an event of type ${describeType(type)}, which Ghostship does not read; it may be a change of rows.`,
    {
      hint: 'Run the migration again. If it stops here once more, the server writes what this version cannot read: try a newer one.',
    },
  );
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

function nullInKey({ name }: TableName, { column }: NullInKey): GhostshipError {
  return new GhostshipError(
    'no-migration-key',
    `A session changed a row of ${name} that has NULL in ${column}, or writes NULL there. It is part of the migration key, and must not be NULL.`,
    { hint: 'Give such rows a value there, and run the migration again when nobody writes NULL.' },
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

function unreadable(table: TableName, charset: string | undefined): GhostshipError {
  const what = charset === undefined ? 'in an unknown character set' : `in the character set ${charset}`;
  return new GhostshipError(
    'stream-broken',
    `The binary log holds a statement ${what} that cannot be read, and it may change ${table.name}.`,
    {
      hint: 'Let the session that sends it use utf8mb4 and binlog_format=ROW, then run the migration again.',
    },
  );
}

function definitionChanged(table: TableName, text: string): GhostshipError {
  const what = excerpt(text);
  return new GhostshipError('original-changed', `Somebody changed ${table.name} while it was being migrated: ${what}`, {
    hint: 'The table is as that statement left it. Run the migration again when nobody else is changing the table.',
  });
}

function otherWidth({ table, width, functionalKeys = [] }: WatchedTable, found: number): GhostshipError {
  if (functionalKeys.length === 0 || found < width)
    return definitionChanged(table, `it has ${found} columns now, and had ${width}`);
  return new GhostshipError(
    'stream-broken',
    `Rows of ${table.name} have ${found} columns in the binary log, and the table has ${width}: this server seems to log the hidden columns of its functional keys (${functionalKeys.join(', ')}).`,
    {
      hint: 'Drop these keys before the migration and add them again after it, or upgrade the server.',
    },
  );
}

/** The statement's head; literals in it are left out, they may be anybody's data. */
function excerpt(text: string): string {
  const plain = text.replaceAll(/'(?:[^'\\]|\\.|'')*'|"(?:[^"\\]|\\.|"")*"/gsu, "'…'").replaceAll(/\s+/gu, ' ');
  return plain.length > 120 ? `${plain.slice(0, 120)}…` : plain;
}
