import { untilAborted } from '../support/on-abort.ts';

/** Even when nothing is left, GitHub may have come back. */
const usualLeastMs = 1_000;

/** How long a run waits for GitHub in all. It is used up by the time that requests take. */
export class Patience {
  readonly #leastMs: number;
  #leftMs: number;

  constructor(limitMs: number, leastMs = usualLeastMs) {
    this.#leastMs = leastMs;
    this.#leftMs = limitMs;
  }

  /** @throws DOMException `TimeoutError` when it is used up */
  async wait<T>(request: () => Promise<T>): Promise<T> {
    const startedAt = performance.now();
    const timeout = AbortSignal.timeout(Math.ceil(Math.max(this.#leastMs, this.#leftMs)));
    try {
      return await untilAborted(request(), timeout);
    } finally {
      this.#leftMs -= performance.now() - startedAt;
    }
  }
}
