import { nowMs, sleep } from '../../support/clock.ts';
import { Doorbell } from '../../support/doorbell.ts';
import type { Chunker } from './chunker.ts';
import type { Throttle } from './throttle.ts';
import type { WorkerCount } from './worker-count.ts';

/** How large one statement of a worker may be. */
export interface ChunkGoal {
  readonly targetMs: number;
  readonly maxBytes: number;
  readonly maxRows: number;
  /** After about so many rows, or bytes, the statement sleeps for a moment, so that others get its processor. */
  readonly restRows: number;
  readonly restBytes: number;
}

/**
 * For a server where nobody else is at work. Statements are so long that round trips and commits take next to none of the time,
 * and so short that undo stays small and replicas get the table in pieces.
 */
const alone: ChunkGoal = {
  targetMs: 400,
  maxBytes: 8 * 1024 * 1024,
  maxRows: Number.POSITIVE_INFINITY,
  restRows: Number.POSITIVE_INFINITY,
  restBytes: Number.POSITIVE_INFINITY,
};
/**
 * For a server where others are at work. Two things make writers wait:
 *
 * - A commit holds the binlog's locks while its bytes are written, and the commits of writers wait behind it (measured: 1 ms,
 *   and another 4.4 ms for each megabyte). So chunks are small.
 * - A thread that uses its processor up to the end of a time slice, about 3 ms, is interrupted at any place, perhaps while it
 *   holds a lock that others wait for. So statements rest. Measured: MySQL's stalls of 100 ms (benchmarks.md) came 3 times in
 *   132 s with rests and 7 times in 123 s without, and the writers' p99 was a quarter lower.
 */
const amongOthers: ChunkGoal = {
  targetMs: 60,
  maxBytes: 256 * 1024,
  maxRows: 2_000,
  restRows: 50,
  restBytes: 16 * 1024,
};
/** Where even that is too much for the server's disk, chunks go down to this, and then the copy waits. */
const leastBytes = 32 * 1024;

const lookEveryMs = 100;
/** The heartbeats of half a second. One slow commit alone says nothing. */
const recentBeats = 5;
/** The looks of one minute. Commits that stay slow for longer count as usual, and the copy goes on. */
const usualLooks = 600;
/** Our heartbeats wait in the same queue as all commits. If they take this many times longer than usual, the queue is long. */
const slowFactor = 3;
const slowAtLeastMs = 10;
/** With so many statements of others in the last second, others are at work. Monitoring sends fewer. */
const busyWrites = 5;
const busyStatements = 50;
const looksPerSecond = 1_000 / lookEveryMs;
const calmAfterMs = 3_000;
const minReaders = 2;
/** The pace goes down at once and goes up after this time. */
const upAfterMs = 2_000;

/** What others do on the whole server and what the copy has done, counted from the start. */
export interface Traffic {
  /** Statements of others that the stream has delivered. */
  readonly foreignWrites: number;
  /** All statements of others. */
  readonly foreignStatements: number;
  readonly copiedRows: number;
}

/**
 * How hard the copy may work: the number of its workers and the size of its chunks. It depends on what others ask of the
 * server and on how long our own small commits take. It needs no setting.
 */
export class Pace {
  readonly #commitMs: () => number;
  readonly #throttle: Throttle;
  readonly #workerCount: WorkerCount;
  readonly #traffic: () => Traffic;
  readonly #more = new Doorbell();
  readonly #commitsMs: number[] = [];
  #workers: number;
  #bytes = amongOthers.maxBytes;
  #busyAt = Number.NEGATIVE_INFINITY;
  #changedAt = 0;

  /** @param commitMs how long our latest heartbeat took to commit */
  constructor(commitMs: () => number, throttle: Throttle, workerCount: WorkerCount, traffic: () => Traffic) {
    this.#commitMs = commitMs;
    this.#throttle = throttle;
    this.#workerCount = workerCount;
    this.#traffic = traffic;
    this.#workers = workerCount.current;
  }

  get goal(): ChunkGoal {
    return this.isAmongOthers ? { ...amongOthers, maxBytes: this.#bytes } : alone;
  }

  get isAmongOthers(): boolean {
    return nowMs() - this.#busyAt < calmAfterMs;
  }

  get workers(): number {
    return this.#workers;
  }

  /** Waits while this worker may not do such work, as long as there is work. Workers are numbered from 0. */
  async pass(
    worker: number,
    work: 'copying' | 'reading',
    chunker: Pick<Chunker, 'isClaimed'>,
    signal: AbortSignal,
  ): Promise<void> {
    while (worker >= this.#workersFor(work) && !chunker.isClaimed) {
      await this.#more.wait(signal, lookEveryMs);
    }
  }

  /** Wakes the workers that wait in {@link pass}, because no chunk is left. */
  endTurns(): void {
    this.#more.ring();
  }

  /** Looks and decides until the signal is aborted. */
  async run(signal: AbortSignal): Promise<void> {
    const looks = [this.#traffic()];
    while (!signal.aborted) {
      await sleep(lookEveryMs, signal);
      looks.push(this.#traffic());
      if (looks.length > looksPerSecond + 1) looks.shift();
      this.#look(looks);
    }
  }

  /** While nobody else is at work, slow commits are our own large ones. They do no harm. */
  #look(looks: readonly Traffic[]): void {
    const now = nowMs();
    if (isBusy(looks)) {
      this.#busyAt = now;
      this.#setWorkers(this.#workers);
    }
    const commits = this.#lookAtCommits();
    const isSlow = commits.ms > commits.limitMs && this.isAmongOthers;
    this.#throttle.set('commit-latency', isSlow && this.#bytes === leastBytes, {
      of: null,
      observed: Math.round(commits.ms),
      limit: Math.round(commits.limitMs),
      unit: 'ms',
    });
    this.#tryMoreWorkers(now, looks.at(-1)?.copiedRows ?? 0);
    if (isSlow) {
      this.#setWorkers(1);
      this.#setBytes(Math.max(leastBytes, this.#bytes / 2));
    } else if (now - this.#changedAt > upAfterMs) this.#goUp();
  }

  #goUp(): void {
    if (this.isAmongOthers && this.#bytes < amongOthers.maxBytes) this.#setBytes(this.#bytes * 2);
    else this.#setWorkers(this.#workers + 1);
  }

  #tryMoreWorkers(now: number, copiedRows: number): void {
    const allWork = this.#workers === this.#workerCount.current;
    const isSlowed = this.#throttle.isHeld || this.#throttle.percent > 0;
    if (this.isAmongOthers || !allWork || isSlowed) return this.#workerCount.discard();
    this.#workerCount.measure(now, copiedRows);
    this.#setWorkers(this.#workerCount.current);
  }

  #lookAtCommits(): { readonly ms: number; readonly limitMs: number } {
    this.#commitsMs.push(this.#commitMs());
    if (this.#commitsMs.length > usualLooks) this.#commitsMs.shift();
    const usual = quantile(this.#commitsMs, 0.2);
    const ms = quantile(this.#commitsMs.slice(-recentBeats), 0.5);
    return { ms, limitMs: Math.max(slowAtLeastMs, usual * slowFactor) };
  }

  /** Readers commit nothing that writers would have to wait for. Two harm writers no more than one (measured: p99 of writers). */
  #workersFor(work: 'copying' | 'reading'): number {
    return work === 'copying'
      ? this.#workers
      : Math.max(this.#workers, Math.min(minReaders, this.#workerCount.current));
  }

  #setBytes(bytes: number): void {
    this.#bytes = bytes;
    this.#changedAt = nowMs();
  }

  /** Sets their number, or the largest number allowed now if that is smaller. */
  #setWorkers(count: number): void {
    const { current, maxAmongOthers } = this.#workerCount;
    const allowed = Math.min(count, this.isAmongOthers ? maxAmongOthers : current);
    if (allowed === this.#workers) return;
    const isMore = allowed > this.#workers;
    this.#workers = allowed;
    this.#changedAt = nowMs();
    if (isMore) this.#more.ring();
  }
}

function isBusy(looks: readonly Traffic[]): boolean {
  const [first] = looks;
  const last = looks.at(-1);
  if (first === undefined || last === undefined) return false;
  return (
    last.foreignWrites - first.foreignWrites >= busyWrites ||
    last.foreignStatements - first.foreignStatements >= busyStatements
  );
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length * share)] ?? 0;
}
