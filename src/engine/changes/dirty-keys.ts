import type { Key } from '../../sql/keys.ts';
import { Doorbell } from '../../support/doorbell.ts';

export interface RecordedKeys {
  readonly keys: ReadonlySet<Key>;
  /** True where there were too many of them. */
  readonly isCut: boolean;
}

/**
 * Changed keys that are not in the ghost yet, from the moment the stream delivers them:
 *
 *     arriving ──seal──▶ sealed ──confirm──▶ ready ──take──▶ taken ──finish──▶ (in the ghost)
 *                                              ▲               │
 *                                              └────putBack────┘
 *
 * A key is sealed before a heartbeat is sent and confirmed when that heartbeat is committed. Only then can readers certainly
 * see the change: the binlog can deliver a change before the engine commits it, but the heartbeat comes later in the binlog
 * than anything already delivered, and engines commit in binlog order. When the heartbeat has come back as well, the same
 * holds for everything that was delivered before it.
 * A hot key may be ready and arriving at once: it is applied now, and once more later.
 */
export class DirtyKeys {
  #arriving = new Set<Key>();
  #sealed = new Set<Key>();
  readonly #ready = new Set<Key>();
  readonly #taken = new Set<Key>();
  readonly #recordings = new Set<Recording>();
  readonly #leftovers = new Set<LeftKeys>();
  readonly #handed = new Set<LeftKeys>();
  readonly #shrunk = new Doorbell();
  #added = 0;

  add(keys: readonly Key[]): void {
    this.#added += keys.length;
    for (const key of keys) this.#arriving.add(key);
    for (const recording of this.#recordings) recording.add(keys);
  }

  /** How many keys were added so far. A key that was added twice counts twice. */
  get addedCount(): number {
    return this.#added;
  }

  /** Adds keys of completed chunks whose rows are not in the ghost. No change in the stream needs to stand for them. */
  addVisible(keys: readonly Key[]): void {
    for (const key of keys) this.#ready.add(key);
    this.#forgetWritten();
    const handed = new LeftKeys(new Set(keys), new Set());
    this.#handed.add(handed);
    this.#leftovers.add(handed);
  }

  /** True while a key of {@link addVisible} was not written to the ghost since. */
  get hasHandedKeys(): boolean {
    this.#forgetWritten();
    return this.#handed.size > 0;
  }

  #forgetWritten(): void {
    for (const handed of this.#handed) {
      if (!handed.isDone) continue;
      this.#handed.delete(handed);
      this.#leftovers.delete(handed);
    }
  }

  /**
   * Remembers every key that is added from now on, until it is disposed of.
   *
   * @param maxKeys with more, none of them is remembered any more
   */
  record(maxKeys = Number.POSITIVE_INFINITY): RecordedKeys & Disposable {
    const recording = new Recording(maxKeys);
    this.#recordings.add(recording);
    return Object.assign(recording, { [Symbol.dispose]: () => void this.#recordings.delete(recording) });
  }

  /**
   * The keys that a barrier has made ready, until each was written to the ghost, or is found to lie beyond the chunks that are
   * completed now. Call it when the barrier has just been passed. What comes later does not count, not even for a key that
   * changes all the time.
   */
  leftAtBarrier(): { readonly isEmpty: boolean; readonly isDone: boolean } & Disposable {
    const left = new LeftKeys(this.#ready, this.#taken);
    this.#leftovers.add(left);
    return {
      get isEmpty() {
        return left.isEmpty;
      },
      get isDone() {
        return left.isDone;
      },
      [Symbol.dispose]: () => void this.#leftovers.delete(left),
    };
  }

  /** All keys that are dirty at this moment. */
  all(): ReadonlySet<Key> {
    return new Set([...this.#arriving, ...this.#sealed, ...this.#ready, ...this.#taken]);
  }

  /** Call it before a heartbeat is sent, or when one came back. Call {@link confirm} once that heartbeat is committed. */
  seal(): void {
    for (const key of this.#arriving) this.#sealed.add(key);
    this.#arriving = new Set();
    this.#shrunk.ring();
  }

  confirm(): void {
    for (const key of this.#sealed) this.#ready.add(key);
    this.#sealed = new Set();
    this.#shrunk.ring();
  }

  /** Takes up to `count` keys whose changes are visible. */
  take(count: number): Key[] {
    const taken: Key[] = [];
    for (const key of this.#ready) {
      if (taken.length === count) break;
      this.#ready.delete(key);
      taken.push(key);
      this.#taken.add(key);
    }
    for (const left of this.#leftovers) left.take(taken);
    return taken;
  }

  putBack(keys: readonly Key[]): void {
    for (const left of this.#leftovers) left.putBack(keys);
    this.#release(keys);
    for (const key of keys) this.#ready.add(key);
  }

  /** Puts keys back that wait for a chunk in flight. */
  postpone(keys: readonly Key[]): void {
    for (const left of this.#leftovers) left.postpone(keys);
    this.#release(keys);
    for (const key of keys) this.#ready.add(key);
  }

  /** For keys that are in the ghost now, or that a later chunk will read. */
  finish(keys: readonly Key[]): void {
    for (const left of this.#leftovers) left.finish(keys);
    this.#release(keys);
  }

  #release(keys: readonly Key[]): void {
    for (const key of keys) this.#taken.delete(key);
    this.#shrunk.ring();
  }

  /** Waits until no more than `maxCount` keys are left. Only one caller may wait at a time. */
  async waitForRoom(maxCount: number, signal: AbortSignal): Promise<void> {
    while (this.count > maxCount) {
      await this.#shrunk.wait(signal);
    }
  }

  /** Keys whose changes are visible and that are waiting to be applied or being applied. */
  get visibleCount(): number {
    return this.#ready.size + this.#taken.size;
  }

  /** Keys that are being applied. */
  get takenCount(): number {
    return this.#taken.size;
  }

  get count(): number {
    return this.#arriving.size + this.#sealed.size + this.visibleCount;
  }
}

class Recording implements RecordedKeys {
  readonly keys = new Set<Key>();
  readonly #maxKeys: number;
  #isCut = false;

  constructor(maxKeys: number) {
    this.#maxKeys = maxKeys;
  }

  get isCut(): boolean {
    return this.#isCut;
  }

  add(keys: readonly Key[]): void {
    if (this.#isCut) return;
    for (const key of keys) this.keys.add(key);
    if (this.keys.size <= this.#maxKeys) return;
    this.#isCut = true;
    this.keys.clear();
  }
}

/** A key that was ready and taken at once has changed since it was taken: it must be taken once more. */
class LeftKeys {
  readonly #ready: Set<Key>;
  /** Taken when the barrier was passed. Where it was looked up in a chunk in flight, that chunk may have been completed by then. */
  readonly #takenBefore: Set<Key>;
  readonly #taken = new Set<Key>();
  /** Beyond the chunks that were completed at the barrier. */
  readonly #beyond = new Set<Key>();

  constructor(ready: ReadonlySet<Key>, taken: ReadonlySet<Key>) {
    this.#ready = new Set(ready);
    this.#takenBefore = new Set([...taken].filter((key) => !ready.has(key)));
  }

  take(keys: readonly Key[]): void {
    for (const key of keys) if (this.#ready.delete(key)) this.#taken.add(key);
  }

  putBack(keys: readonly Key[]): void {
    for (const key of keys) if (this.#forget(key)) this.#ready.add(key);
  }

  /** A chunk that is in flight behind the barrier lies beyond those that were completed before. */
  postpone(keys: readonly Key[]): void {
    for (const key of keys) {
      if (this.#taken.delete(key)) this.#beyond.add(key);
      if (this.#takenBefore.delete(key)) this.#ready.add(key);
    }
  }

  finish(keys: readonly Key[]): void {
    for (const key of keys) {
      this.#forget(key);
      this.#beyond.delete(key);
    }
  }

  get isEmpty(): boolean {
    return this.#ready.size === 0 && this.#taken.size === 0 && this.#takenBefore.size === 0;
  }

  /** Also those beyond: whatever chunk is completed later, none of its keys is left. */
  get isDone(): boolean {
    return this.isEmpty && this.#beyond.size === 0;
  }

  #forget(key: Key): boolean {
    return this.#taken.delete(key) || this.#takenBefore.delete(key);
  }
}
