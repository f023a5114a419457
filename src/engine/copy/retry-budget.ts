import { nowMs } from '../../support/clock.ts';

const budgetMs = 10_000;
const minAttempts = 8;

/** How long and how often something is tried again before its failure counts. */
export class RetryBudget {
  readonly #counts: () => boolean;
  #startedAt: number | null = null;
  #attempts = 0;

  /** @param counts false while a failure proves nothing; time and attempts are counted from when it first is true */
  constructor(counts: () => boolean = () => true) {
    this.#counts = counts;
  }

  /** Call it once for each attempt that failed. */
  isSpent(): boolean {
    if (this.#startedAt === null && !this.#counts()) return false;
    this.#startedAt ??= nowMs();
    this.#attempts++;
    return this.#attempts >= minAttempts && nowMs() - this.#startedAt > budgetMs;
  }
}
