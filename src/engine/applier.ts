import { isDuplicate, isLockConflict } from '../mysql/server-errors.ts';
import type { Session } from '../mysql/session.ts';
import { type CopyTables, copyKeys, deleteKeys } from '../sql/copy.ts';
import type { Key } from '../sql/keys.ts';
import { raw } from '../sql/sql.ts';
import { Doorbell } from '../support/doorbell.ts';
import type { DirtyKeys } from './dirty-keys.ts';
import type { Frontier } from './frontier.ts';
import type { Heart } from './heart.ts';
import { Patience } from './patience.ts';
import { dataDoesNotFit, duplicateRows } from './row-errors.ts';
import { refuseWarnings } from './warnings.ts';

/** One transaction on the ghost; longer ones hold row locks for longer and gain nothing. */
const keysPerBatch = 500;

/** Brings changed keys over to the ghost: deletes what the ghost has of them and re-reads them from the original. */
export class Applier {
  readonly #tables: CopyTables;
  readonly #dirty: DirtyKeys;
  readonly #frontier: Frontier;
  readonly #heart: Heart;
  readonly #sessions: readonly Session[];
  readonly #rounds = new Doorbell();
  #roundsEnded = 0;
  #applied = 0;

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
      const applied = await this.#round(signal);
      this.#roundsEnded++;
      this.#rounds.ring();
      // Nothing to do: keys become ready with a heartbeat, or movable when a chunk is done.
      if (applied === 0) await this.#heart.nextBeat(signal);
    }
  }

  /** Changed keys that were applied so far. */
  get applied(): number {
    return this.#applied;
  }

  /** Changed keys that are not in the ghost yet. */
  get backlog(): number {
    return this.#dirty.count;
  }

  /** Waits until everything that was ready at the call has had its turn. */
  async settle(signal: AbortSignal): Promise<void> {
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

  /** @returns how many keys had their turn */
  async #round(signal: AbortSignal): Promise<number> {
    const taken = this.#dirty.take(keysPerBatch * this.#sessions.length);
    if (taken.length === 0) return 0;
    const movable = await this.#movable(taken);
    const size = Math.max(1, Math.min(keysPerBatch, Math.ceil(movable.length / this.#sessions.length)));
    const batches = this.#sessions.map((session, index) => ({
      session,
      keys: movable.slice(index * size, (index + 1) * size),
    }));
    const conflicts = (await settleAll(batches.map(({ session, keys }) => this.#tryBatch(session, keys)))).flat();
    if (conflicts.length > 0) await this.#applyTogether(conflicts, signal);
    return movable.length;
  }

  /** Puts keys of chunks in flight back and forgets those that a later chunk will read. */
  async #movable(keys: readonly Key[]): Promise<Key[]> {
    const asked = this.#sessions[0];
    if (asked === undefined) return [];
    const places = await this.#frontier.locate(asked, keys);
    this.#dirty.putBack(keys.filter((_, index) => places[index] === 'in-flight'));
    this.#dirty.finish(keys.filter((_, index) => places[index] === 'ahead'));
    return keys.filter((_, index) => places[index] === 'copied');
  }

  /** @returns the keys, where another row was in the way */
  async #tryBatch(session: Session, keys: readonly Key[]): Promise<readonly Key[]> {
    if (keys.length === 0) return [];
    try {
      await this.#apply(session, keys);
      return [];
    } catch (error) {
      if (isDuplicate(error) || isLockConflict(error)) return keys;
      throw dataDoesNotFit(error, this.#tables.original);
    }
  }

  /**
   * Two rows may have swapped a unique value, and their keys stand in different batches, or the one that holds a value
   * by yesterday's state is changed but not applied yet. All keys that are ready in one transaction, behind a fresh
   * barrier, is the answer; only what persists is a duplicate.
   */
  async #applyTogether(conflicts: readonly Key[], signal: AbortSignal): Promise<void> {
    const [session] = this.#sessions;
    if (session === undefined) return;
    let keys = conflicts;
    for (const patience = new Patience(); ; ) {
      await this.#heart.barrier(signal);
      keys = [...new Set([...keys, ...(await this.#movable(this.#dirty.take(keysPerBatch * 20)))])];
      try {
        return await this.#apply(session, keys);
      } catch (error) {
        if (!isDuplicate(error) && !isLockConflict(error)) throw dataDoesNotFit(error, this.#tables.original);
        if (patience.isOver) throw isDuplicate(error) ? duplicateRows(error, this.#tables.original) : error;
        await patience.wait(signal);
      }
    }
  }

  async #apply(session: Session, keys: readonly Key[]): Promise<void> {
    try {
      await session.run(raw('BEGIN'));
      await session.run(deleteKeys(this.#tables, keys));
      const { warningCount } = await session.run(copyKeys(this.#tables, keys));
      await refuseWarnings(session, warningCount, 'applying changes');
      await session.run(raw('COMMIT'));
    } catch (error) {
      if (session.alive) await session.run(raw('ROLLBACK'));
      throw error;
    }
    this.#dirty.finish(keys);
    this.#applied += keys.length;
  }
}

/** Like Promise.all, but no promise is left running when one fails. */
async function settleAll<T>(promises: readonly Promise<T>[]): Promise<T[]> {
  const results = await Promise.allSettled(promises);
  return results.map((result) => {
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  });
}
