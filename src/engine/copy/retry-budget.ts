import { nowMs } from '../../support/clock.ts';

const patienceMs = 10_000;
const minAttempts = 8;

/** How often and how long something is tried before it is taken for more than a passing trouble. */
export class Patience {
  readonly #counts: () => boolean;
  #startedAt: number | null = null;
  #attempts = 0;

  /** @param counts false as long as a failure proves nothing; time and attempts count from when it first is true */
  constructor(counts: () => boolean = () => true) {
    this.#counts = counts;
  }

  /** Called at each attempt that failed. */
  isOver(): boolean {
    if (this.#startedAt === null && !this.#counts()) return false;
    this.#startedAt ??= nowMs();
    this.#attempts++;
    return this.#attempts >= minAttempts && nowMs() - this.#startedAt > patienceMs;
  }
}
