import { isDuplicate, isLockConflict } from '../../mysql/server-errors.ts';
import type { Session } from '../../mysql/session.ts';
import { type CopyTables, copyKeys, deleteKeys } from '../../sql/copy.ts';
import type { Key } from '../../sql/keys.ts';
import { raw } from '../../sql/sql.ts';
import { Doorbell } from '../../support/doorbell.ts';
import { settleAll } from '../../support/settle-all.ts';
import type { Frontier } from '../copy/chunker.ts';
import { Patience } from '../copy/retry-budget.ts';
import { dataDoesNotFit, duplicateRows } from '../copy/row-errors.ts';
import { refuseWarnings } from '../copy/warnings.ts';
import type { DirtyKeys } from './dirty-keys.ts';
import type { Heart } from './heartbeat.ts';

/** One transaction on the ghost; longer ones hold row locks for longer and gain nothing. */
const keysPerBatch = 500;
/**
 * Fewer are not worth a commit of their own: with 20 keys at a time, four sessions got in each other's way at the pages of an
 * index, and in that of the writers at the log (seen in the scheduler's trace).
 */
const worthACommit = 100;

/** So many heartbeats, sent after a row was found in the way, must have come back: its holder's change came before them. */
const minHeartbeats = 10;

/** A tenth of a second's work. */
const caughtUpKeys = 2_000;

/** Brings changed keys over to the ghost: deletes what the ghost has of them and re-reads them from the original. */
export class Applier {
  readonly #tables: CopyTables;
  readonly #dirty: DirtyKeys;
  readonly #frontier: Frontier;
  readonly #heart: Heart;
  readonly #sessions: readonly Session[];
  readonly #rounds = new Doorbell();
  /** Keys whose place is taken by another row, and since when. */
  readonly #blocked = new Map<Key, Patience>();
  readonly #moves = new Doorbell();
  #roundsEnded = 0;
  #applied = 0;
  #resting = false;
  #working = false;

  constructor(tables: CopyTables, dirty: DirtyKeys, frontier: Frontier, heart: Heart, sessions: readonly Session[]) {
    this.#tables = tables;
    this.#dirty = dirty;
    this.#frontier = frontier;
    this.#heart = heart;
    this.#sessions = sessions;
  }

  /** Applies until the signal is aborted. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const before = this.#applied;
      if (!this.#resting) await this.#workOnce();
      // Nothing to do: keys become ready with a heartbeat, or movable when a chunk is done.
      if (this.#applied === before) await this.#heart.nextBeat(signal);
    }
  }

  /** Changed keys that were applied so far. */
  get applied(): number {
    return this.#applied;
  }

  /** True from a call of {@link rest} on until what it gave is disposed of. */
  get isResting(): boolean {
    return this.#resting;
  }

  /** Waits until everything that was ready at the call has had its turn. */
  async settle(signal: AbortSignal): Promise<void> {
    // A round that has nothing to do waits for the next heartbeat first.
    if (this.#dirty.visibleCount === 0) return;
    const ending = this.#roundsEnded + 2;
    while (this.#roundsEnded < ending) {
      await this.#rounds.wait(signal);
      signal.throwIfAborted();
    }
  }

  /**
   * Waits until nothing is left that was committed before the call.
   * Only of use when writers are slower than we are, or locked out.
   */
  async drain(signal: AbortSignal): Promise<void> {
    await this.#heart.drain(signal);
    while (this.#dirty.visibleCount > 0) {
      await this.#rounds.wait(signal);
      signal.throwIfAborted();
    }
  }

  /** Waits until so little is left that the cutover can take the rest. Hot rows never let it come to nothing. */
  async catchUp(signal: AbortSignal): Promise<void> {
    do {
      await this.#heart.drain(signal);
      await this.settle(signal);
    } while (this.#dirty.count > caughtUpKeys);
  }

  /** Lets the sessions of the applier rest until disposed of: they must not wait for a lock that is about to be taken. */
  async rest(signal: AbortSignal): Promise<AsyncDisposable> {
    this.#resting = true;
    while (this.#working) {
      await this.#moves.wait(signal);
      signal.throwIfAborted();
    }
    return {
      [Symbol.asyncDispose]: async () => {
        this.#resting = false;
      },
    };
  }

  /**
   * Like {@link drain}, but everything is applied by one session: the one that has locked both tables. BEGIN would give its
   * locks up, so statements stand for themselves; nobody reads the ghost in between.
   */
  async drainThrough(locker: Session, signal: AbortSignal): Promise<void> {
    await this.#heart.drain(signal);
    while (this.#dirty.visibleCount > 0) {
      signal.throwIfAborted();
      await this.#round([locker], 'locked');
    }
  }

  async #workOnce(): Promise<void> {
    this.#working = true;
    try {
      await this.#round(this.#sessions, 'transaction');
    } finally {
      this.#working = false;
      this.#roundsEnded++;
      this.#moves.ring();
      this.#rounds.ring();
    }
  }

  async #round(sessions: readonly Session[], how: 'transaction' | 'locked'): Promise<void> {
    const taken = this.#dirty.take(keysPerBatch * sessions.length);
    if (taken.length === 0) return;
    const movable = await this.#movable(taken, sessions);
    const size = Math.max(worthACommit, Math.min(keysPerBatch, Math.ceil(movable.length / sessions.length)));
    await settleAll(
      sessions.map((session, index) => this.#apply(session, movable.slice(index * size, (index + 1) * size), how)),
    );
  }

  /** Puts keys of chunks in flight back and forgets those that a later chunk will read. */
  async #movable(keys: readonly Key[], sessions: readonly Session[]): Promise<Key[]> {
    const [session] = sessions;
    if (session === undefined) return [];
    const places = await this.#frontier.locate(session, keys);
    this.#dirty.putBack(keys.filter((_, index) => places[index] === 'in-flight'));
    const ahead = keys.filter((_, index) => places[index] === 'ahead');
    this.#dirty.finish(ahead);
    for (const key of ahead) this.#blocked.delete(key);
    return keys.filter((_, index) => places[index] === 'copied');
  }

  async #apply(session: Session, keys: readonly Key[], how: 'transaction' | 'locked'): Promise<void> {
    if (keys.length === 0) return;
    try {
      await this.#bringOver(session, keys, how);
    } catch (error) {
      // Once more is no harm, and a cutover that fails by this goes on with them.
      this.#dirty.putBack(keys);
      if (!isLockConflict(error)) throw dataDoesNotFit(error, this.#tables.original);
    }
  }

  async #bringOver(session: Session, keys: readonly Key[], how: 'transaction' | 'locked'): Promise<void> {
    try {
      if (how === 'transaction') await this.#replace(session, keys);
      else await this.#replaceLocked(session, keys);
      this.#done(keys);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      await this.#untangle(session, keys);
    }
  }

  async #replace(session: Session, keys: readonly Key[]): Promise<void> {
    try {
      await session.run(raw('BEGIN'));
      await session.run(deleteKeys(this.#tables, keys));
      await this.#insert(session, keys);
      await session.run(raw('COMMIT'));
    } catch (error) {
      if (session.alive) await session.run(raw('ROLLBACK'));
      throw error;
    }
  }

  async #replaceLocked(session: Session, keys: readonly Key[]): Promise<void> {
    await session.run(deleteKeys(this.#tables, keys));
    await this.#insert(session, keys);
  }

  async #insert(session: Session, keys: readonly Key[]): Promise<void> {
    const { warningCount } = await session.run(copyKeys(this.#tables, keys));
    await refuseWarnings(session, warningCount, 'applying changes');
  }

  /**
   * Another row of the ghost has a unique value that one of these keys has now (I6). As a rule it has given the value up
   * in the original since, and its own change is on the way. So the old rows of all these keys are taken out first, which
   * frees what *they* hold, and the new ones go in by themselves: a key that finds its place taken stays dirty and tries
   * again. Two rows that swapped their values get past each other like this, whichever comes first.
   */
  async #untangle(session: Session, keys: readonly Key[]): Promise<void> {
    await session.run(deleteKeys(this.#tables, keys));
    await this.#insertWhatFits(session, keys);
  }

  async #insertWhatFits(session: Session, keys: readonly Key[]): Promise<void> {
    try {
      await this.#insert(session, keys);
      this.#done(keys);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      if (keys.length > 1) {
        const middle = keys.length >> 1;
        await this.#insertWhatFits(session, keys.slice(0, middle));
        await this.#insertWhatFits(session, keys.slice(middle));
        return;
      }
      this.#block(keys, error);
    }
  }

  #block(keys: readonly Key[], error: Parameters<typeof duplicateRows>[0]): void {
    for (const key of keys) {
      const patience = this.#blocked.get(key) ?? this.#patience();
      this.#blocked.set(key, patience);
      if (patience.isOver()) throw duplicateRows(error, this.#tables.original);
    }
    this.#dirty.putBack(keys);
  }

  /**
   * The row in the way may be stale: its own change is on its way through the stream, or held back by a chunk in flight. It
   * proves something only when both have been waited for.
   */
  #patience(): Patience {
    const mark = this.#heart.marks.sent + minHeartbeats;
    const chunks = this.#frontier.chunksInFlight;
    return new Patience(
      () => this.#heart.marks.seen >= mark && chunks.every((chunk) => !this.#frontier.isInFlight(chunk)),
    );
  }

  #done(keys: readonly Key[]): void {
    this.#dirty.finish(keys);
    this.#applied += keys.length;
    if (this.#blocked.size > 0) for (const key of keys) this.#blocked.delete(key);
  }
}
