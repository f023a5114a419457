import { isDuplicate, isLockConflict, type ServerError } from '../../mysql/server-errors.ts';
import type { Session } from '../../mysql/session.ts';
import { type CopyTables, copyKeys, deleteKeys } from '../../sql/copy.ts';
import { commit, rollback, startTransaction } from '../../sql/data.ts';
import type { Key } from '../../sql/keys.ts';
import { bringBack, copyNew, forgetSetAside, setAside } from '../../sql/set-aside.ts';
import type { Chunker } from '../copy/chunker.ts';
import { RetryBudget } from '../copy/retry-budget.ts';
import { dataDoesNotFit, duplicateRows } from '../copy/row-errors.ts';
import { refuseWarnings } from '../copy/warnings.ts';
import type { Barriers } from './barriers.ts';
import type { DirtyKeys } from './dirty-keys.ts';
import type { GoneKeys } from './gone-keys.ts';

/**
 * A row found in the way counts only after this many heartbeats, sent since, have come back. The change of that row, if it is
 * on its way, came before them.
 */
const minHeartbeats = 10;

/** A key that could not be written, what the server said, and how long it may say so. */
interface Blocked {
  readonly message: string;
  readonly budget: RetryBudget;
  /** How many writes had been thrown back by then. */
  readonly thrownBack: number;
}

/** Keys that are written together. */
interface Batch {
  readonly keys: readonly Key[];
  /** Those whose old rows keep nothing. What is heard of only while they are written counts the next time. */
  readonly gone: ReadonlySet<Key>;
}

/** `locked` is for the session that holds the cutover lock: BEGIN would release its locks, so it uses no transactions. */
export type WriteMode = 'transaction' | 'locked';

/** Writes changed keys to the ghost: deletes their rows there and reads them again from the original. */
export class GhostWriter {
  readonly #tables: CopyTables;
  readonly #dirty: DirtyKeys;
  readonly #chunker: Chunker;
  readonly #barriers: Barriers;
  readonly #gone: GoneKeys;
  /** Keys whose unique values another row of the ghost has, each with the time it may take. */
  readonly #blocked = new Map<Key, Blocked>();
  #applied = 0;
  /** Writes that met a lock of another session. */
  #thrownBack = 0;

  constructor(tables: CopyTables, dirty: DirtyKeys, chunker: Chunker, barriers: Barriers, gone: GoneKeys) {
    this.#tables = tables;
    this.#dirty = dirty;
    this.#chunker = chunker;
    this.#barriers = barriers;
    this.#gone = gone;
  }

  /** How many keys were written so far. */
  get applied(): number {
    return this.#applied;
  }

  /** True while another row of the ghost has a unique value of one of the keys. */
  get hasBlocked(): boolean {
    return this.#blocked.size > 0;
  }

  /** @returns whether a key that is blocked now still is, by the same row; each is written, or its budget is spent */
  watchBlocked(): () => boolean {
    const before = [...this.#blocked];
    return () => before.some(([key, { budget }]) => this.#blocked.get(key)?.budget === budget);
  }

  /**
   * Writes the keys and finishes them. Keys that cannot be written now are put back and stay dirty.
   *
   * @returns `thrown-back` where all of them were put back, because another session has locked something that this needs
   * @throws GhostshipError `data-does-not-fit`, `duplicate-rows`, `unexpected-warning`
   */
  async write(session: Session, keys: readonly Key[], mode: WriteMode): Promise<'tried' | 'thrown-back'> {
    if (keys.length === 0) return 'tried';
    try {
      await this.#replaceOrUntangle(session, { keys, gone: this.#gone.among(keys) }, mode);
      return 'tried';
    } catch (error) {
      // To apply a key twice does no harm. A cutover attempt that fails with this error leaves the keys to the applier.
      this.#dirty.putBack(keys);
      if (!isLockConflict(error)) throw dataDoesNotFit(error, this.#tables.original);
      this.#thrownBack++;
      return 'thrown-back';
    }
  }

  /** Finishes keys without writing them: a later chunk will read their rows. */
  skip(keys: readonly Key[]): void {
    this.#dirty.finish(keys);
    for (const key of keys) this.#blocked.delete(key);
  }

  async #replaceOrUntangle(session: Session, batch: Batch, mode: WriteMode): Promise<void> {
    try {
      await (mode === 'transaction' ? this.#replaceInTransaction(session, batch) : this.#replace(session, batch));
      this.#finish(batch);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      await this.#untangle(session, batch);
    }
  }

  async #replaceInTransaction(session: Session, batch: Batch): Promise<void> {
    try {
      await session.run(startTransaction);
      await this.#replace(session, batch);
      await session.run(commit);
    } catch (error) {
      if (session.alive) await session.run(rollback);
      throw error;
    }
  }

  async #replace(session: Session, batch: Batch): Promise<void> {
    await this.#delete(session, batch);
    await this.#insert(session, batch);
  }

  /** Where it is repeated, rows that are gone lose nothing more: what the ghost has by then under their keys is new. */
  async #delete(session: Session, { keys, gone }: Batch): Promise<void> {
    const { keeps } = this.#tables;
    if (keeps !== null) {
      // They come first: another key may be the same for the collation.
      if (gone.size > 0) {
        await session.run(deleteKeys(this.#tables, [...gone]));
        await session.run(forgetSetAside(this.#tables, keeps, [...gone]));
      }
      await session.run(setAside(this.#tables, keeps, keys));
    }
    await session.run(deleteKeys(this.#tables, keys));
  }

  async #insert(session: Session, { keys }: Batch): Promise<void> {
    const { keeps, rowsPerInsert } = this.#tables;
    for (let at = 0; at < keys.length; at += rowsPerInsert) {
      const some = keys.slice(at, at + rowsPerInsert);
      const statements =
        keeps === null
          ? [copyKeys(this.#tables, some)]
          : [bringBack(this.#tables, keeps, some), copyNew(this.#tables, keeps, some)];
      for (const statement of statements) {
        const { warningCount } = await session.run(statement);
        await refuseWarnings(session, warningCount, 'applying changes');
      }
    }
    if (keeps !== null) await session.run(forgetSetAside(this.#tables, keeps, keys));
  }

  /**
   * Another row of the ghost holds a unique value that one of these keys has now (I6). As a rule that row has given up the
   * value in the original, and its own change is on the way. So all old rows of these keys are deleted first, which frees the
   * values that they hold. Then the new rows are inserted, in smaller and smaller groups where a group does not fit. A key whose
   * value is still taken stays dirty and is tried again. In this way two rows can swap their values, whichever comes first.
   */
  async #untangle(session: Session, batch: Batch): Promise<void> {
    await this.#delete(session, batch);
    await this.#insertWhatFits(session, batch);
  }

  async #insertWhatFits(session: Session, batch: Batch): Promise<void> {
    const { keys } = batch;
    try {
      await this.#insert(session, batch);
      this.#finish(batch);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      if (keys.length === 1) return this.#block(keys, error);
      const middle = keys.length >> 1;
      for (const half of [part(batch, 0, middle), part(batch, middle)]) {
        // Two texts may be one key for the collation. Then the second half deletes the row that the first has inserted.
        if (this.#mayRepeat) await this.#delete(session, half);
        await this.#insertWhatFits(session, half);
      }
    }
  }

  get #mayRepeat(): boolean {
    // Of two statements the first may have inserted its rows.
    const { keeps, rowsPerInsert, key } = this.#tables;
    return keeps !== null || Number.isFinite(rowsPerInsert) || key.some(({ original }) => original.kind === 'text');
  }

  #block(keys: readonly Key[], error: ServerError): void {
    for (const key of keys) {
      const before = this.#blocked.get(key);
      // A row that changes all the time may meet another row in the way at each attempt.
      const isSame = before !== undefined && before.message === error.message;
      const budget = isSame ? before.budget : this.#newBudget();
      // What was thrown back since the last attempt may be the change of the row in the way.
      const counts = !isSame || before.thrownBack === this.#thrownBack;
      this.#blocked.set(key, { message: error.message, budget, thrownBack: this.#thrownBack });
      if (counts && budget.isSpent()) throw duplicateRows(error, this.#tables.original);
    }
    this.#dirty.putBack(keys);
  }

  /**
   * The row in the way may be out of date: its own change may still be in the stream, a chunk in flight may hold it back, or it is
   * of a run before and is not compared yet. A failure counts only when none of these can be the reason any more.
   */
  #newBudget(): RetryBudget {
    const mark = this.#barriers.marks.sent + minHeartbeats;
    const chunks = this.#chunker.chunksInFlight;
    return new RetryBudget(
      () =>
        !this.#chunker.mayHaveStaleRows &&
        this.#barriers.marks.seen >= mark &&
        chunks.every((chunk) => !this.#chunker.isInFlight(chunk)),
    );
  }

  #finish({ keys, gone }: Batch): void {
    this.#gone.forget(gone);
    this.#dirty.finish(keys);
    this.#applied += keys.length;
    if (this.#blocked.size > 0) for (const key of keys) this.#blocked.delete(key);
  }
}

function part({ keys, gone }: Batch, from: number, to = keys.length): Batch {
  const some = keys.slice(from, to);
  return { keys: some, gone: new Set(some.filter((key) => gone.has(key))) };
}
