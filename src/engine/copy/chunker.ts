import type { Row, Session } from '../../mysql/session.ts';
import { type CopyTables, locateKeys, selectBoundary } from '../../sql/copy.ts';
import { compareLiterals, literalFromSelected } from '../../sql/key-column.ts';
import type { Key, KeyRange } from '../../sql/keys.ts';
import { Stride } from './dense-keys.ts';

/** A range of the migration key that one worker copies. Its end is `null` for the last one: it has no upper bound. */
export interface Chunk extends KeyRange {
  readonly number: number;
}

/** Where a changed key stands to the copy. */
export type Place =
  /** Copied already: it must be applied. */
  | 'copied'
  /** A chunk in flight owns it (I2): wait. */
  | 'in-flight'
  /** No chunk has reached it. If its change is visible, a later chunk will read it (I3): forget. */
  | 'ahead';

/**
 * How far the copy has come. Chunks are claimed in key order, so one key, the end of the newest claim, divides what a
 * chunk has reached from what none has.
 */
export class Frontier {
  readonly #tables: CopyTables;
  readonly #orderedHere: boolean;
  readonly #stride: Stride;
  readonly #inFlight = new Set<Chunk>();
  #claimedUpTo: Key | null = null;
  #allClaimed = false;
  #claims = 0;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(tables: CopyTables, orderedHere: boolean) {
    this.#tables = tables;
    this.#orderedHere = orderedHere;
    this.#stride = new Stride(tables);
  }

  /** The next chunk of about `rows` rows, or `null` when every key is claimed. One claim at a time. */
  claim(session: Session, rows: number): Promise<Chunk | null> {
    const claim = this.#turn.then(() => this.#claim(session, rows));
    this.#turn = claim.catch(() => null);
    return claim;
  }

  /** @param rows found in it */
  complete(chunk: Chunk, rows: number): void {
    this.#inFlight.delete(chunk);
    this.#stride.learn(chunk, rows);
  }

  get chunksInFlight(): readonly Chunk[] {
    return [...this.#inFlight];
  }

  isInFlight(chunk: Chunk): boolean {
    return this.#inFlight.has(chunk);
  }

  /** True once every key belongs to a chunk. */
  get isClaimed(): boolean {
    return this.#allClaimed;
  }

  get isDone(): boolean {
    return this.#allClaimed && this.#inFlight.size === 0;
  }

  /**
   * Where each key stands. A claim that slips in while the server is asked does no harm: a key found ahead was visible
   * before that claim, so its chunk reads it.
   */
  async locate(session: Session, keys: readonly Key[]): Promise<Place[]> {
    if (this.isDone) return keys.map(() => 'copied');
    const inFlight = [...this.#inFlight];
    const ahead: KeyRange[] = this.#allClaimed ? [] : [{ after: this.#claimedUpTo, upTo: null }];
    const ranges: KeyRange[] = [...inFlight, ...ahead];
    const places = this.#orderedHere
      ? keys.map((key) => this.#find(key, ranges))
      : await this.#ask(session, keys, ranges);
    return places.map((place) => (place === -1 ? 'copied' : place < inFlight.length ? 'in-flight' : 'ahead'));
  }

  async #claim(session: Session, rows: number): Promise<Chunk | null> {
    if (this.#allClaimed) return null;
    const after = this.#claimedUpTo;
    const upTo = (await this.#stride.endOf(session, after, rows)) ?? (await this.#lookUpEnd(session, after, rows));
    const chunk: Chunk = { number: this.#claims++, after, upTo };
    this.#inFlight.add(chunk);
    this.#claimedUpTo = upTo;
    this.#allClaimed = upTo === null;
    return chunk;
  }

  async #lookUpEnd(session: Session, after: Key | null, rows: number): Promise<Key | null> {
    const [boundary] = await session.rows(selectBoundary(this.#tables, after, rows));
    return boundary === undefined ? null : readKey(this.#tables, boundary);
  }

  #find(key: Key, ranges: readonly KeyRange[]): number {
    return ranges.findIndex(
      ({ after, upTo }) =>
        (after === null || this.#compare(key, after) > 0) && (upTo === null || this.#compare(key, upTo) <= 0),
    );
  }

  #compare(left: Key, right: Key): number {
    const lefts = left.split(',');
    const rights = right.split(',');
    for (const [index, { original: column }] of this.#tables.key.entries()) {
      const order = compareLiterals(column, lefts[index] ?? '', rights[index] ?? '');
      if (order !== 0) return order;
    }
    return 0;
  }

  async #ask(session: Session, keys: readonly Key[], ranges: readonly KeyRange[]): Promise<number[]> {
    const places = keys.map(() => -1);
    for (let start = 0; start < keys.length; start += keysPerQuestion) {
      const asked = keys.slice(start, start + keysPerQuestion);
      for (const row of await session.rows(locateKeys(this.#tables, asked, ranges))) {
        if (row.place !== null) places[start + Number(row.n)] = Number(row.place);
      }
    }
    return places;
  }
}

/** The key in a row that has it as `k0`, `k1`, … */
export function readKey(tables: CopyTables, row: Row): Key {
  return tables.key.map(({ original }, index) => literalFromSelected(original, String(row[`k${index}`]))).join(',');
}

/** Long UNION ALLs cost the parser more than they save in round trips. */
const keysPerQuestion = 200;
