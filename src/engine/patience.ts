import { nowMs } from '../support/clock.ts';

/**
 * How long a row may be in the way before it is taken for a duplicate. The holder of a value may be stale for as long as
 * a chunk in flight holds its change back, and chunks are steered to well under a second.
 */
const patienceMs = 10_000;
const minAttempts = 8;

export class Patience {
  readonly #startedAt = nowMs();
  #attempts = 0;

  /** Called at each attempt that failed. */
  isOver(): boolean {
    this.#attempts++;
    return this.#attempts >= minAttempts && nowMs() - this.#startedAt > patienceMs;
  }
}
