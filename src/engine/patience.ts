import { nowMs } from '../support/clock.ts';

/**
 * How long a row may be in the way before it is taken for a duplicate. The holder of a value may be stale for as long as
 * a chunk in flight holds its change back, and chunks are steered to well under a second.
 */
const patienceMs = 10_000;
const minAttempts = 8;
/** So many heartbeats, sent after the row was first found, must have come back: its holder's change came before them. */
const minHeartbeats = 10;

export class Patience {
  readonly #mark: number;
  /** Counting begins when all that had been committed at first has been delivered: a stream that stalls proves nothing. */
  #startedAt: number | null = null;
  #attempts = 0;

  /** @param mark of the newest heartbeat that was sent */
  constructor(mark = 0) {
    this.#mark = mark;
  }

  /**
   * Called at each attempt that failed.
   * @param seen mark of the newest heartbeat that came back
   */
  isOver(seen = Number.POSITIVE_INFINITY): boolean {
    if (seen < this.#mark) return false;
    this.#startedAt ??= nowMs();
    this.#attempts++;
    return (
      this.#attempts >= minAttempts && seen >= this.#mark + minHeartbeats && nowMs() - this.#startedAt > patienceMs
    );
  }
}
