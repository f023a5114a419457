import { nowMs, wholeSeconds } from '../../support/clock.ts';
import { leastLockBudgetMs } from '../preflight/load-limits.ts';

/** The shortest time that a RENAME can be told to wait for its locks: one second of lock_wait_timeout. */
const minRenameMs = 1_000;
const minLockMs = 50;
/** What the steps between the lock and the RENAME need at least. */
const minStepsMs = leastLockBudgetMs - minRenameMs;

/** All the time that one attempt may make writers wait, counted from its creation. */
export class LockBudget {
  /** How long the last changes may take where the lock is had at once. */
  static finishMs(totalMs: number): number {
    return Math.max(0, totalMs - minRenameMs - minStepsMs);
  }

  readonly #totalMs: number;
  readonly #startedAt = nowMs();

  constructor(totalMs: number) {
    this.#totalMs = totalMs;
  }

  get usedMs(): number {
    return nowMs() - this.#startedAt;
  }

  get leftMs(): number {
    return this.#totalMs - this.usedMs;
  }

  /** How long the attempt may wait for the lock. */
  get maxLockMs(): number {
    return Math.max(minLockMs, Math.min(this.#totalMs / 2, this.#totalMs - minRenameMs - minStepsMs));
  }

  /** How long the last changes may take from now on, so that enough is left for the RENAME. */
  get maxFinishMs(): number {
    return Math.max(0, Math.floor(this.leftMs - minRenameMs));
  }

  get allowsRename(): boolean {
    return this.leftMs >= minRenameMs;
  }

  /** After so long without a sign of life the server closes the connection that holds the lock. */
  get idleLimitSeconds(): number {
    return wholeSeconds((this.#totalMs * 2) / 3);
  }
}
