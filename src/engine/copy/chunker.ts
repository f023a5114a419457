import type { Row, Session } from '../../mysql/session.ts';
import { type CopyTables, locateKeys, selectBoundary } from '../../sql/copy.ts';
import { compareLiterals, literalFromSelected } from '../../sql/key-column.ts';
import type { Key, KeyRange } from '../../sql/keys.ts';
import { DenseKeys } from './dense-keys.ts';

/** A range of the migration key that one worker copies. The end of the last chunk is `null`: it has no upper bound. */
export interface Chunk extends KeyRange {
  readonly number: number;
}

/** Up to where a copy is done: every key up to `upTo`, inclusive, is in a completed chunk; `null` is every key. */
export interface Watermark {
  readonly upTo: Key | null;
}

/** How far the copy is with one changed key. */
export type KeyStage =
  /** Its row is copied. The change must be applied. */
  | 'copied'
  /** A chunk in flight owns it (I2). The change must wait. */
  | 'in-flight'
  /** No chunk has reached it. If its change is visible, a later chunk will read it (I3). The change can be skipped. */
  | 'ahead';

/**
 * Gives out chunks in key order. So one key, the end of the newest chunk, divides the keys that a chunk has reached from the
 * keys that no chunk has reached.
 */
export class Chunker {
  readonly #tables: CopyTables;
  readonly #orderedHere: boolean;
  readonly #denseKeys: DenseKeys;
  readonly #inFlight = new Set<Chunk>();
  #claimedUpTo: Key | null = null;
  #allClaimed = false;
  #claims = 0;
  #lastClaim: Promise<unknown> = Promise.resolve();
  /** Chunks that are completed while an earlier one is not, by number. */
  readonly #completedEarly = new Map<number, { readonly upTo: Key | null; readonly rows: number }>();
  #nextToComplete = 0;
  #completedRows = 0;
  #watermark: Watermark | null;
  readonly #isComparing: boolean;

  /**
   * @param orderedHere whether keys can be compared in JavaScript exactly as the server compares them
   * @param start what a run before has completed already; `null` for nothing
   * @param isComparing whether the ghost has rows of the run before that are compared chunk by chunk
   */
  constructor(tables: CopyTables, orderedHere: boolean, start: Watermark | null = null, isComparing = false) {
    this.#tables = tables;
    this.#orderedHere = orderedHere;
    this.#isComparing = isComparing;
    this.#denseKeys = new DenseKeys(tables);
    this.#watermark = start;
    this.#claimedUpTo = start?.upTo ?? null;
    this.#allClaimed = start !== null && start.upTo === null;
  }

  /** The next chunk of about `rows` rows, or `null` when every key is claimed. Claims are made one after the other. */
  claim(session: Session, rows: number): Promise<Chunk | null> {
    const claim = this.#lastClaim.then(() => this.#claim(session, rows));
    this.#lastClaim = claim.catch(() => null);
    return claim;
  }

  /** @param rows how many rows were found in the chunk */
  complete(chunk: Chunk, rows: number): void {
    this.#inFlight.delete(chunk);
    this.#denseKeys.learn(chunk, rows);
    this.#completedEarly.set(chunk.number, { upTo: chunk.upTo, rows });
    for (let next = this.#completedEarly.get(this.#nextToComplete); next !== undefined; ) {
      this.#completedEarly.delete(this.#nextToComplete);
      this.#watermark = { upTo: next.upTo };
      this.#completedRows += next.rows;
      next = this.#completedEarly.get(++this.#nextToComplete);
    }
  }

  /** The end of the longest row of completed chunks; `null` while there is none. */
  get watermark(): Watermark | null {
    return this.#watermark;
  }

  /** What stands behind the watermark, without what a run before has completed. */
  get completed(): { readonly rows: number; readonly chunks: number } {
    return { rows: this.#completedRows, chunks: this.#nextToComplete };
  }

  /** True where a part of the chunk lies within. A chunk that begins at its end counts, too. */
  async reachesInto(session: Session, { after }: Pick<Chunk, 'after'>, { upTo }: Watermark): Promise<boolean> {
    if (after === null || upTo === null) return true;
    const beyond = [{ after: upTo, upTo: null }];
    const found = this.#orderedHere
      ? [this.#findRange(after, beyond)]
      : await this.#askForRanges(session, [after], beyond);
    return found[0] === -1;
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

  /** Whether the ghost may have rows that are out of date, and whose changes nobody has read: no chunk has compared them yet. */
  get mayHaveStaleRows(): boolean {
    return this.#isComparing && !this.isDone;
  }

  get isDone(): boolean {
    return this.#allClaimed && this.#inFlight.size === 0;
  }

  /**
   * The stage of each key. A chunk that is claimed while the server is asked does no harm: a key found ahead was visible before
   * that claim, so the chunk reads it.
   */
  async stagesOf(session: Session, keys: readonly Key[]): Promise<KeyStage[]> {
    if (this.isDone) return keys.map(() => 'copied');
    const inFlight = [...this.#inFlight];
    const ahead: KeyRange[] = this.#allClaimed ? [] : [{ after: this.#claimedUpTo, upTo: null }];
    const ranges: KeyRange[] = [...inFlight, ...ahead];
    const found = this.#orderedHere
      ? keys.map((key) => this.#findRange(key, ranges))
      : await this.#askForRanges(session, keys, ranges);
    return found.map((range) => (range === -1 ? 'copied' : range < inFlight.length ? 'in-flight' : 'ahead'));
  }

  async #claim(session: Session, rows: number): Promise<Chunk | null> {
    if (this.#allClaimed) return null;
    const after = this.#claimedUpTo;
    const upTo = (await this.#denseKeys.endOf(session, after, rows)) ?? (await this.#lookUpEnd(session, after, rows));
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

  /** The index of the range that has the key, or -1. */
  #findRange(key: Key, ranges: readonly KeyRange[]): number {
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

  /** Like {@link #findRange}, where only the server knows the order of keys. */
  async #askForRanges(session: Session, keys: readonly Key[], ranges: readonly KeyRange[]): Promise<number[]> {
    const found = keys.map(() => -1);
    for (let start = 0; start < keys.length; start += keysPerQuestion) {
      const asked = keys.slice(start, start + keysPerQuestion);
      for (const row of await session.rows(locateKeys(this.#tables, asked, ranges))) {
        if (row.place !== null) found[start + Number(row.n)] = Number(row.place);
      }
    }
    return found;
  }
}

/** The key in a row that has it as `k0`, `k1`, … */
export function readKey(tables: CopyTables, row: Row): Key {
  return tables.key.map(({ original }, index) => literalFromSelected(original, String(row[`k${index}`]))).join(',');
}

/** A longer UNION ALL costs the parser more time than fewer round trips save. */
const keysPerQuestion = 200;
