import { nowMs, sleep } from '../support/clock.ts';
import { Doorbell } from '../support/doorbell.ts';
import type { Frontier } from './frontier.ts';
import type { Heart } from './heart.ts';

/** How large one statement of a worker is. */
export interface ChunkGoal {
  readonly targetMs: number;
  readonly maxBytes: number;
}

/**
 * Nobody writes: statements long enough that round trips and commits do not count, short enough that undo stays small and
 * replicas get the table in pieces.
 */
const alone: ChunkGoal = { targetMs: 400, maxBytes: 8 * 1024 * 1024 };
/**
 * A large transaction holds the binlog's locks at its commit, and small ones stand in line behind it: p99 of the writers goes
 * with the bytes of a chunk (measured with 1,000 to 20,000 rows of 220 bytes a statement, among 200 writes a second).
 */
const amongWriters: ChunkGoal = { targetMs: 60, maxBytes: 512 * 1024 };

const lookEveryMs = 100;
/** Half a second's worth of heartbeats; one slow commit alone says nothing. */
const recentBeats = 5;
const remembered = 600;
/** Our heartbeats commit in the same line as everybody's transactions: slower than this times the usual is a queue. */
const slowFactor = 3;
const slowAtLeastMs = 10;
/** Changes of the table in a second from which on it counts as written to. */
const busyChangesPerSecond = 5;
const calmAfterMs = 3_000;
/** Down at once, up slowly. */
const upAfterMs = 2_000;

/**
 * How hard the copy may work: the size of its chunks and the number of its workers, from what the server's writers do and how
 * long our own small commits take. Needs no setting.
 */
export class Pace {
  readonly #heart: Heart;
  readonly #changes: () => number;
  readonly #maxWorkers: number;
  readonly #more = new Doorbell();
  readonly #commitsMs: number[] = [];
  #workers: number;
  #busyAt = Number.NEGATIVE_INFINITY;
  #changedAt = 0;

  /** @param changes of the original that the stream has delivered so far */
  constructor(heart: Heart, changes: () => number, maxWorkers: number) {
    this.#heart = heart;
    this.#changes = changes;
    this.#maxWorkers = maxWorkers;
    this.#workers = maxWorkers;
  }

  get goal(): ChunkGoal {
    return nowMs() - this.#busyAt < calmAfterMs ? amongWriters : alone;
  }

  get workers(): number {
    return this.#workers;
  }

  /** Waits while fewer workers than this one's number (from 0) may work, and there is work. */
  async pass(worker: number, frontier: Frontier, signal: AbortSignal): Promise<void> {
    while (worker >= this.#workers && !frontier.isClaimed) {
      await this.#more.wait(signal, lookEveryMs);
      signal.throwIfAborted();
    }
  }

  /** Looks and decides until the signal is aborted. */
  async run(signal: AbortSignal): Promise<void> {
    let before = this.#changes();
    while (!signal.aborted) {
      await sleep(lookEveryMs, signal);
      const now = this.#changes();
      this.#look((now - before) * (1_000 / lookEveryMs));
      before = now;
    }
  }

  #look(changesPerSecond: number): void {
    const now = nowMs();
    const isSlow = this.#commitsAreSlow();
    const isWrittenTo = changesPerSecond >= busyChangesPerSecond;
    if (isSlow || isWrittenTo) this.#busyAt = now;
    if ((isSlow || isWrittenTo) && this.#workers > 1) this.#setWorkers(1);
    else if (now - this.#busyAt > calmAfterMs && now - this.#changedAt > upAfterMs) this.#setWorkers(this.#workers + 1);
  }

  #commitsAreSlow(): boolean {
    this.#commitsMs.push(this.#heart.commitMs);
    if (this.#commitsMs.length > remembered) this.#commitsMs.shift();
    const usual = quantile(this.#commitsMs, 0.2);
    const recent = quantile(this.#commitsMs.slice(-recentBeats), 0.5);
    return recent > Math.max(slowAtLeastMs, usual * slowFactor);
  }

  #setWorkers(count: number): void {
    const allowed = Math.min(count, this.#maxWorkers);
    if (allowed === this.#workers) return;
    const isMore = allowed > this.#workers;
    this.#workers = allowed;
    this.#changedAt = nowMs();
    if (isMore) this.#more.ring();
  }
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length * share)] ?? 0;
}
