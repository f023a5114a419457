import type { Key } from '../../sql/keys.ts';
import type { RecordedKeys } from '../changes/dirty-keys.ts';
import type { Chunker, Watermark } from '../copy/chunker.ts';

/** What was found equal before the cutover: every key up to `upTo`, inclusive; `null` is every key. */
export interface ComparedPart extends Watermark {
  readonly rows: number;
  readonly chunks: number;
  /** Keys that may have changed since they were compared, and were not compared again. */
  readonly changed: readonly Key[];
}

/** With more changed keys, chunks are compared again: that is faster then. */
export const maxChangedKeys = 50_000;
/** With more of them a checkpoint would take longer to write. */
const maxCarriedKeys = 1_000;

/**
 * How far the comparison before the cutover has come, over all runs. What a run before has found equal holds for all keys but those
 * that have changed since. The stream brings these, and they are compared one by one.
 */
export class Comparison {
  readonly #recorded: RecordedKeys | null;
  #before: ComparedPart | null;
  #following: { readonly chunker: Chunker; readonly unsettled: ReadonlySet<Key> } | null = null;
  /** Once the changed keys were compared again. */
  #unsettled: readonly Key[] | null = null;
  #claimed: Omit<ComparedPart, 'changed'> | null;

  /**
   * @param before what the run before has found equal
   * @param recorded every key that has changed since its checkpoint; `null` where nobody knows them: then nothing holds
   */
  constructor(before: ComparedPart | null, recorded: RecordedKeys | null) {
    this.#recorded = recorded;
    this.#before = recorded === null ? null : before;
    this.#claimed = this.#before;
  }

  /** @returns what need not be compared again, but for {@link changed} */
  begin(): ComparedPart | null {
    if (this.changed === null) this.forget();
    return this.#before;
  }

  /** Keys of that part that must be compared again; `null` where they are too many. */
  get changed(): readonly Key[] | null {
    if (this.#before === null || this.#recorded === null) return [];
    if (this.#unsettled !== null) return this.#unsettled;
    return this.#recorded.isCut ? null : [...new Set([...this.#before.changed, ...this.#recorded.keys])];
  }

  follow(chunker: Chunker, unsettled: ReadonlySet<Key>): void {
    this.#following = { chunker, unsettled };
  }

  /**
   * Call it when the changed keys were compared again.
   *
   * @param unsettled those that changed at every look
   */
  settle(unsettled: readonly Key[]): void {
    this.#unsettled = unsettled;
  }

  /** All of it is compared again, by this run. */
  forget(): void {
    this.#before = null;
    this.#following = null;
    this.#claimed = null;
  }

  /** For the checkpoint. It does not grow any more once a key is unsettled. */
  get part(): ComparedPart | null {
    const { chunker, unsettled } = this.#following ?? {};
    if (chunker?.watermark != null && unsettled?.size === 0) {
      const { rows, chunks } = chunker.completed;
      const { rows: rowsBefore = 0, chunks: chunksBefore = 0 } = this.#before ?? {};
      this.#claimed = { ...chunker.watermark, rows: rowsBefore + rows, chunks: chunksBefore + chunks };
    }
    if (this.#claimed === null) return null;
    const { changed } = this;
    if (changed === null || changed.length > maxCarriedKeys) return null;
    return { ...this.#claimed, changed };
  }
}
