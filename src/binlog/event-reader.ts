import type { TableName } from '../sql/inspect.ts';
import type { Key } from '../sql/keys.ts';
import { ourMark } from '../sql/marker.ts';
import { tokenize } from '../sql/parser/tokens.ts';
import { inUsualQuotes } from '../sql/parser/usual-quotes.ts';
import { tableName } from '../sql/sql.ts';
import { type GhostshipError, messageOf } from '../support/errors.ts';
import { sentence } from '../support/sentence.ts';
import { type BinlogEvent, splitEvent, typeOf } from './binlog-event.ts';
import { CarriedTriggers } from './carried-triggers.ts';
import { eventTypes, type RowsEventKind, rowsEventKind } from './event-types.ts';
import { isHarmless } from './harmless-events.ts';
import { readPayload } from './payload.ts';
import { type Query, readLoadQuery, readQuery } from './query-event.ts';
import { type Gone, KeyMissing, NullInKey, readKeys } from './rows-event.ts';
import { type Definition, mentions, readStatement, schemasIn } from './statement-event.ts';
import type { Reach } from './statement-reach.ts';
import { type CharsetsById, changesNoRowsUnread, decodeStatement } from './statement-text.ts';
import {
  broken,
  copyWritten,
  definitionChanged,
  mayChange,
  nullInKey,
  otherWidth,
  shortImage,
  statementFormat,
  unknownEvent,
  unknownXa,
  unreadable,
} from './stream-errors.ts';
import { checksForeignKeys, readTableId, readTableMap, type TableMap } from './table-map.ts';
import type { Watched, WatchedTable } from './watched.ts';
import { readXaPrepare, startsXa } from './xa-events.ts';
import { XaTransactions } from './xa-transactions.ts';

/** In the order of the binary log. Schemas are in lower case. */
export type UnnamedStatement =
  | {
      readonly kind: 'may-reach';
      /** `null`: nobody can tell all that it names. */
      readonly reach: Reach | null;
      readonly schemas: ReadonlySet<string>;
      /** Whether the name is in it, whatever it stands for. */
      readonly mentions: (name: TableName) => boolean;
      readonly refuse: (why: string) => GhostshipError;
    }
  | ({ readonly kind: 'defines'; readonly schemas: ReadonlySet<string> } & Definition);

export interface Listener {
  onChange(key: Key): void;
  /** Where that is watched: the row that had this key is gone. The key is told as changed as well. */
  onGone(gone: Gone): void;
  /** A heartbeat came back, of this run or of an earlier one. */
  onHeartbeat(mark: number): void;
  /** A prepared XA transaction was committed that changed keys. */
  onXaCommit(xid: string): void;
  /** The tables were swapped, by us. */
  onSwap(): void;
  /** The swap that has made the original has been read. */
  onMade(): void;
  /** Somebody else's statement changed rows, of whichever table. */
  onForeignWrite(): void;
  /** A statement that does not name a watched table may have changed its rows, or changes what such a statement reaches. */
  onUnnamed(statement: UnnamedStatement): void;
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
  /** Numbers that stand for the copy of the original. */
  readonly #copyIds = new Set<number>();
  readonly #xa: XaTransactions;
  #heartbeatSeen = false;
  /** Whether the watched names stand for the watched tables yet. */
  #isMade: boolean;
  #isGhostThere: boolean;
  readonly #carried: CarriedTriggers;

  constructor(watched: Watched, charsets: CharsetsById, listener: Listener) {
    this.#watched = watched;
    this.#charsets = charsets;
    this.#listener = listener;
    this.#isMade = watched.startsBeforeSwap !== true;
    this.#isGhostThere = this.#isMade;
    const { original, startsBeforeSwap, carriedTriggers } = watched;
    this.#carried = new CarriedTriggers(
      original.table.schema,
      (startsBeforeSwap === true ? carriedTriggers : null) ?? new Map(),
    );
    this.#xa = new XaTransactions(({ keys, gone }) => {
      for (const one of gone) listener.onGone(one);
      for (const key of keys) listener.onChange(key);
    });
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
      throw broken(`An event of type ${typeOf(bytes)} in the binary log cannot be read: ${sentence(error.message)}`);
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

  #readStatement({ bytes, collationId, schema, quoting, isOracle }: Query): void {
    const charset = this.#charsets.get(collationId ?? -1);
    const text = decodeStatement(bytes, charset);
    if (text === null) return this.#refuseUnreadable(bytes, charset);
    if (text.includes(ourMark) && !this.#watched.isUnlogged) return this.#readOwn(text);
    const usual = inUsualQuotes(text, quoting);
    if (this.#isMade && this.#carried.isMade(usual)) return;
    const meaning = readStatement(usual, schema, this.#present, this.#watched.nameCase);
    switch (meaning.kind) {
      case 'nothing':
        return;
      case 'xa-start':
        return this.#xa.start();
      case 'xa-commit':
        return this.#commitXa(meaning.xid);
      case 'xa-rollback':
        return this.#xa.rollback(meaning.xid);
      case 'may-reach':
        return this.#readUnnamed(isOracle ? null : meaning.reach, usual, schema);
      case 'defines':
        return this.#listener.onUnnamed({ ...meaning, schemas: schemasIn(usual, schema) });
      case 'touches':
        throw meaning.what === 'rows' ? statementFormat(meaning.table, usual) : definitionChanged(meaning.table, usual);
    }
  }

  /** What was changed before the original was made, or before the first row is copied, is no matter. */
  #readUnnamed(reach: Reach | null, text: string, schema: string): void {
    if (!this.#isMade || (this.#watched.startsAfresh === true && !this.#heartbeatSeen)) return;
    this.#listener.onUnnamed({
      kind: 'may-reach',
      reach,
      schemas: schemasIn(text, schema),
      mentions: (name) => mentions(tokenize(text, { start: 0, end: text.length }, null), name, schema),
      refuse: (why) => mayChange(this.#watched.original.table, why, text),
    });
  }

  /** Another migration's swap has the mark as well. */
  #readOwn(text: string): void {
    const { original, ghost } = this.#watched;
    if (this.#isMade) this.#carried.readOwn(text);
    if (text.startsWith(`RENAME TABLE ${tableName(original.table).text} TO `)) {
      if (this.#isMade) return this.#listener.onSwap();
      this.#isMade = true;
      this.#listener.onMade();
    } else if (text.startsWith('RENAME TABLE ') && this.#watched.startsBeforeSwap === true) {
      if (text.includes(` TO ${tableName(ghost).text} `)) this.#isGhostThere = true;
      else if (text.startsWith(`RENAME TABLE ${tableName(ghost).text} TO `)) this.#isGhostThere = false;
    }
  }

  get #present(): TableName[] {
    const copy = this.#copy;
    return [...(this.#isMade ? [this.#watched.original.table] : []), ...(copy === null ? [] : [copy])];
  }

  /** The ghost, or what becomes it. */
  get #copy(): TableName | null {
    const { ghost, retired = null } = this.#watched;
    if (this.#isGhostThere) return ghost;
    return this.#isMade ? retired : null;
  }

  #refuseUnreadable(bytes: Buffer, charset: string | undefined): void {
    const [touched] = this.#present;
    if (touched !== undefined && !changesNoRowsUnread(bytes, this.#present)) throw unreadable(touched, charset);
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
    const watch = (this.#isMade ? [original, changelog] : [changelog]).find(({ table }) => isMapped(table));
    const isGhost = isMapped(ghost);
    if (watch !== changelog && !isGhost) this.#listener.onForeignWrite();
    const copy = this.#copy;
    if (copy !== null && isMapped(copy)) this.#copyIds.add(map.tableId);
    else this.#copyIds.delete(map.tableId);
    if (watch === undefined) {
      this.#tables.delete(map.tableId);
      return;
    }
    if (map.columns.length !== watch.width && map.columns.length !== watch.width + (watch.hashes ?? 0))
      throw otherWidth(watch, map.columns.length);
    this.#tables.set(map.tableId, { map, watch });
  }

  #readRows(body: Buffer, kind: RowsEventKind): void {
    const tableId = readTableId(body);
    if (this.#copyIds.has(tableId) && checksForeignKeys(body))
      throw copyWritten(this.#copy ?? this.#watched.ghost, this.#watched.original.table);
    const known = this.#tables.get(tableId);
    if (known === undefined) return;
    for (const key of this.#keysOf(body, kind, known.map, known.watch)) {
      if (known.watch === this.#watched.changelog) this.#heartbeat(key);
      else if (!this.#xa.hold(key)) this.#listener.onChange(key);
    }
  }

  #keysOf(body: Buffer, kind: RowsEventKind, map: TableMap, watch: WatchedTable): Key[] {
    const { original, changelog, tellsGone } = this.#watched;
    const onGone = watch === original && tellsGone === true ? this.#onGone : null;
    try {
      return readKeys(body, kind, map, watch.key, watch === changelog ? 'latest' : 'both', onGone);
    } catch (error) {
      if (error instanceof KeyMissing) throw shortImage(watch.table, error);
      if (error instanceof NullInKey) throw nullInKey(watch.table, error);
      throw broken(`A change of ${watch.table.name} cannot be read: ${sentence(messageOf(error))}`);
    }
  }

  readonly #onGone = (gone: Gone): void => {
    if (!this.#xa.holdGone(gone)) this.#listener.onGone(gone);
  };

  #heartbeat(key: Key): void {
    const [id, mark] = key.split(',');
    if (id !== heartbeatRow) return;
    if (this.#watched.startsBeforeSwap === true && Number(mark) <= this.#watched.marksAfter) return;
    if (Number(mark) > this.#watched.marksAfter) this.#heartbeatSeen = true;
    this.#listener.onHeartbeat(Number(mark));
  }
}

/** `id` of the changelog row that heartbeats are written to. */
export const heartbeatRow = '1';
