import { nowMs, sleep } from '../support/clock.ts';

/**
 * How long a row may be in the way before it is taken for a duplicate. The holder of a value may be stale for as long as
 * a chunk in flight holds its change back, and chunks are steered to well under a second.
 */
const patienceMs = 10_000;
/** However slow the server is: each attempt has a fresh barrier behind it. */
const minAttempts = 8;
const maxPauseMs = 500;

export class Patience {
  readonly #startedAt = nowMs();
  #attempts = 0;

  get isOver(): boolean {
    return this.#attempts >= minAttempts && nowMs() - this.#startedAt > patienceMs;
  }

  /** A little longer each time. */
  async wait(signal: AbortSignal): Promise<void> {
    this.#attempts++;
    await sleep(Math.min(maxPauseMs, 2 ** this.#attempts), signal);
  }
}
