import type { Session } from '../../mysql/session.ts';
import type { CopyTables } from '../../sql/copy.ts';
import type { Key } from '../../sql/keys.ts';
import { nowMs } from '../../support/clock.ts';
import { Doorbell } from '../../support/doorbell.ts';
import { settleAll } from '../../support/settle-all.ts';
import type { Chunker } from '../copy/chunker.ts';
import type { Barriers } from './barriers.ts';
import type { DirtyKeys } from './dirty-keys.ts';
import { GhostWriter, type WriteMode } from './ghost-writer.ts';
import type { GoneKeys } from './gone-keys.ts';

/** Keys in one transaction on the ghost. With more, row locks are held longer and nothing is gained. */
const keysPerBatch = 500;
/**
 * Fewer keys get no transaction of their own. With 20 keys at a time, four sessions waited for each other at the pages of an
 * index, and writers waited for them at the log (seen in the scheduler's trace).
 */
const minKeysPerBatch = 100;

/** About as many keys as are applied in a tenth of a second. */
const caughtUpKeys = 2_000;

/** For so long writers are given the chance to leave few keys, because they wait while the last ones are applied. */
const patienceMs = 5_000;
const tryAnywayMs = 30_000;

/** Takes keys that are ready, in rounds, and lets {@link GhostWriter} write those that the copy has passed. */
export class Applier {
  readonly #dirty: DirtyKeys;
  readonly #chunker: Chunker;
  readonly #barriers: Barriers;
  readonly #sessions: readonly Session[];
  readonly #writer: GhostWriter;
  readonly #roundEnded = new Doorbell();
  readonly #stopped = new Doorbell();
  /** Keys of all rounds that have ended. A key that was tried twice counts twice. */
  #keysTried = 0;
  /** True where sessions have stood in each other's way in the round before. */
  #wasThrownBack = false;
  #suspended = false;
  #working = false;
  /** True once it took too long to come to few keys. */
  #isHot = false;

  constructor(
    tables: CopyTables,
    dirty: DirtyKeys,
    chunker: Chunker,
    barriers: Barriers,
    sessions: readonly Session[],
    gone: GoneKeys,
  ) {
    this.#dirty = dirty;
    this.#chunker = chunker;
    this.#barriers = barriers;
    this.#sessions = needsOneSession(tables) ? sessions.slice(0, 1) : sessions;
    this.#writer = new GhostWriter(tables, dirty, chunker, barriers, gone);
  }

  /** Applies changes until the signal is aborted. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const before = this.applied;
      if (!this.#suspended) await this.#workOnce();
      // Nothing could be applied. Keys become ready with a heartbeat, and can be applied when their chunk is done.
      if (this.applied === before) await this.#barriers.next(signal);
    }
  }

  /** How many changed keys were applied so far. */
  get applied(): number {
    return this.#writer.applied;
  }

  /** True from a call of {@link suspend} until its result is disposed of. */
  get isSuspended(): boolean {
    return this.#suspended;
  }

  /** Waits until every key that was ready at the call was tried once. Keys are taken in turn: what was tried in vain comes last. */
  async waitForReadyKeys(signal: AbortSignal): Promise<void> {
    // The round under way may have begun before the call, so its keys are waited for twice.
    const enough = this.#keysTried + this.#dirty.takenCount + this.#dirty.visibleCount;
    // A round that has nothing to do waits for the next heartbeat first.
    while (this.#dirty.visibleCount > 0 && this.#keysTried < enough) {
      await this.#roundEnded.wait(signal);
    }
  }

  /**
   * Waits until few enough keys are left for the cutover. Rows that change all the time never let it come to none. Where it does
   * not come to few either, as many may be left as are applied within `finishMs`, and in the end as many as there are.
   *
   * @throws GhostshipError `duplicate-rows`
   */
  async catchUp(finishMs: number, signal: AbortSignal): Promise<void> {
    await this.#barriers.passBarrier(signal);
    await this.waitForReadyKeys(signal);
    await this.#waitForBlockedKeys(signal);
    const [startedAt, before] = [nowMs(), this.applied];
    let fewest = { count: Number.POSITIVE_INFINITY, at: startedAt };
    for (;;) {
      await this.#barriers.passBarrier(signal);
      await this.waitForReadyKeys(signal);
      const now = nowMs();
      if (this.#dirty.count < fewest.count) fewest = { count: this.#dirty.count, at: now };
      const elapsedMs = now - startedAt;
      const perMs = (this.applied - before) / elapsedMs;
      if (this.#dirty.count <= caughtUpKeys) return;
      if (elapsedMs > patienceMs) this.#isHot = true;
      if (this.#isHot && this.#dirty.count <= perMs * finishMs) return;
      // They get no fewer. Only the lock can show what is possible while nobody writes, and what does not fit its budget is undone.
      if (now - fewest.at > tryAnywayMs) return;
    }
  }

  /** Whether rows collide for good is found out while writers go on: a lock could not help them. */
  async #waitForBlockedKeys(signal: AbortSignal): Promise<void> {
    const isStillBlocked = this.#writer.watchBlocked();
    while (isStillBlocked()) {
      await this.#roundEnded.wait(signal);
    }
  }

  /** Stops the sessions of the applier until disposed of: they must not wait for a lock that is about to be taken. */
  async suspend(signal: AbortSignal): Promise<AsyncDisposable> {
    this.#suspended = true;
    while (this.#working) {
      await this.#stopped.wait(signal);
    }
    return {
      [Symbol.asyncDispose]: async () => {
        this.#suspended = false;
      },
    };
  }

  /**
   * Applies everything that was committed before the call, through the one session that has locked both tables. Nobody reads
   * the ghost meanwhile, so its statements need no transaction.
   *
   * @returns `blocked` where it ends with keys whose unique values other rows have
   */
  async applyAllThrough(locker: Session, signal: AbortSignal): Promise<'applied' | 'blocked'> {
    await this.#barriers.passBarrier(signal);
    let fruitless = 0;
    while (this.#dirty.visibleCount > 0) {
      const before = this.applied;
      for (let left = this.#dirty.visibleCount; left > 0; left -= keysPerBatch) {
        signal.throwIfAborted();
        await this.#round([locker], 'locked');
      }
      // The first time around deletes the old rows of all keys. What is in the way at the second is as the original has it.
      fruitless = this.applied === before && this.#writer.hasBlocked ? fruitless + 1 : 0;
      if (fruitless === 2) return 'blocked';
    }
    return 'applied';
  }

  async #workOnce(): Promise<void> {
    this.#working = true;
    try {
      await this.#round(this.#sessions, 'transaction');
    } finally {
      this.#working = false;
      this.#stopped.ring();
      this.#roundEnded.ring();
    }
  }

  /** Writes keys at once, whatever chunk they lie in. What cannot be written now becomes a changed key. */
  async writeNow(session: Session, keys: readonly Key[]): Promise<void> {
    await this.#writer.write(session, keys, 'transaction');
  }

  /** After a round in which sessions were in each other's way one of them goes on alone, so that no row is kept back for long. */
  async #round(allSessions: readonly Session[], mode: WriteMode): Promise<void> {
    const sessions = this.#wasThrownBack ? allSessions.slice(0, 1) : allSessions;
    const taken = this.#dirty.take(keysPerBatch * sessions.length);
    if (taken.length === 0) return;
    const copied = await this.#sortOut(taken, sessions);
    const size = Math.max(minKeysPerBatch, Math.min(keysPerBatch, Math.ceil(copied.length / sessions.length)));
    const results = await settleAll(
      sessions.map((session, index) =>
        this.#writer.write(session, copied.slice(index * size, (index + 1) * size), mode),
      ),
    );
    this.#wasThrownBack = results.includes('thrown-back');
    this.#keysTried += taken.length;
  }

  /**
   * Puts back the keys of chunks in flight, and skips keys that a later chunk will read.
   * @returns the keys that the copy has passed
   */
  async #sortOut(keys: readonly Key[], [session]: readonly Session[]): Promise<Key[]> {
    if (session === undefined) return [];
    const stages = await this.#chunker.stagesOf(session, keys);
    this.#dirty.postpone(keys.filter((_, index) => stages[index] === 'in-flight'));
    this.#writer.skip(keys.filter((_, index) => stages[index] === 'ahead'));
    return keys.filter((_, index) => stages[index] === 'copied');
  }
}

/**
 * Two keys may be one for the collation, and each of two sessions may bring the same row over. Where no unique index of the ghost
 * refuses the second one, one session applies everything. So it is where rows keep values: one session could set aside what another has just deleted for good.
 */
function needsOneSession({ ghostIsUnique, keeps, key }: CopyTables): boolean {
  return (!ghostIsUnique || keeps !== null) && key.some(({ original }) => original.kind === 'text');
}
