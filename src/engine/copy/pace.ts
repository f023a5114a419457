import { nowMs, sleep } from '../../support/clock.ts';
import { Doorbell } from '../../support/doorbell.ts';
import type { Frontier } from './chunker.ts';
import type { Throttle } from './throttle.ts';
import type { Crew } from './worker-count.ts';

/** How large one statement of a worker is. */
export interface ChunkGoal {
  readonly targetMs: number;
  readonly maxBytes: number;
  readonly maxRows: number;
  /** After about so many rows, or bytes, it gives its processor away for a moment. */
  readonly restRows: number;
  readonly restBytes: number;
}

/**
 * Nobody else is at work: statements long enough that round trips and commits do not count, short enough that undo stays small and
 * replicas get the table in pieces.
 */
const alone: ChunkGoal = {
  targetMs: 400,
  maxBytes: 8 * 1024 * 1024,
  maxRows: Number.POSITIVE_INFINITY,
  restRows: Number.POSITIVE_INFINITY,
  restBytes: Number.POSITIVE_INFINITY,
};
/**
 * A commit holds the binlog's locks for as long as its bytes take, and the commits of writers stand in line behind it
 * (measured: 1 ms and another 4.4 ms for each megabyte). And who uses a processor up to the end of a time slice, some 3 ms, is
 * interrupted wherever it is, perhaps while it holds what others wait for: with the rests MySQL's stalls of 100 ms (benchmarks.md)
 * came 3 times in 132 s, without them 7 times in 123 s, and the writers' p99 was three quarters.
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
/** Half a second's worth of heartbeats; one slow commit alone says nothing. */
const recentBeats = 5;
/** A minute: then what was slow is what is usual, and the copy goes on. */
const remembered = 600;
/** Our heartbeats commit in the same line as everybody's transactions: slower than this times the usual is a queue. */
const slowFactor = 3;
const slowAtLeastMs = 10;
/** Statements of others within the last second from which on the server counts as theirs. Monitoring asks less often. */
const busyWrites = 5;
const busyStatements = 50;
const looksPerSecond = 1_000 / lookEveryMs;
const calmAfterMs = 3_000;
const leastReaders = 2;
/** Down at once, up slowly. */
const upAfterMs = 2_000;

/** What goes on beside us on the whole server, and what the copy itself has done; all counted from the start. */
export interface Traffic {
  /** Statements of others that the stream has delivered. */
  readonly foreignWrites: number;
  /** Statements of others of any kind. */
  readonly foreignStatements: number;
  readonly copiedRows: number;
}

/**
 * How hard the copy may work: the number of its workers and the size of its chunks, from what others ask of the server and
 * how long our own small commits take among them. Needs no setting.
 */
export class Pace {
  readonly #commitMs: () => number;
  readonly #throttle: Throttle;
  readonly #crew: Crew;
  readonly #traffic: () => Traffic;
  readonly #more = new Doorbell();
  readonly #commitsMs: number[] = [];
  #workers: number;
  #bytes = amongOthers.maxBytes;
  #busyAt = Number.NEGATIVE_INFINITY;
  #changedAt = 0;

  /** @param commitMs how long our latest heartbeat took to commit */
  constructor(commitMs: () => number, throttle: Throttle, crew: Crew, traffic: () => Traffic) {
    this.#commitMs = commitMs;
    this.#throttle = throttle;
    this.#crew = crew;
    this.#traffic = traffic;
    this.#workers = crew.size;
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

  /** Waits while fewer workers than this one's number (from 0) may do such work, and there is work. */
  async pass(
    worker: number,
    work: 'copying' | 'reading',
    frontier: Pick<Frontier, 'isClaimed'>,
    signal: AbortSignal,
  ): Promise<void> {
    while (worker >= this.#workersFor(work) && !frontier.isClaimed) {
      await this.#more.wait(signal, lookEveryMs);
      signal.throwIfAborted();
    }
  }

  /** There is nothing left to claim: who waits for a turn need not. */
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

  /** Slow commits while nobody else writes are our own large ones, and harm nobody. */
  #look(looks: readonly Traffic[]): void {
    const now = nowMs();
    if (isBusy(looks)) {
      this.#busyAt = now;
      this.#setWorkers(this.#workers);
    }
    const isSlow = this.#commitsAreSlow() && this.isAmongOthers;
    this.#throttle.set('commit-latency', isSlow && this.#bytes === leastBytes);
    this.#tryCrew(now, looks.at(-1)?.copiedRows ?? 0);
    if (isSlow) {
      this.#setWorkers(1);
      this.#setBytes(Math.max(leastBytes, this.#bytes / 2));
    } else if (now - this.#changedAt > upAfterMs) this.#goUp();
  }

  #goUp(): void {
    if (this.isAmongOthers && this.#bytes < amongOthers.maxBytes) this.#setBytes(this.#bytes * 2);
    else this.#setWorkers(this.#workers + 1);
  }

  #tryCrew(now: number, copiedRows: number): void {
    const isWhole = this.#workers === this.#crew.size;
    if (this.isAmongOthers || !isWhole || this.#throttle.holds.length > 0) return this.#crew.interrupt();
    this.#crew.look(now, copiedRows);
    this.#setWorkers(this.#crew.size);
  }

  #commitsAreSlow(): boolean {
    this.#commitsMs.push(this.#commitMs());
    if (this.#commitsMs.length > remembered) this.#commitsMs.shift();
    const usual = quantile(this.#commitsMs, 0.2);
    const recent = quantile(this.#commitsMs.slice(-recentBeats), 0.5);
    return recent > Math.max(slowAtLeastMs, usual * slowFactor);
  }

  /** Readers commit nothing that others would stand in line behind: two are felt as little as one (measured: p99 of writers). */
  #workersFor(work: 'copying' | 'reading'): number {
    return work === 'copying' ? this.#workers : Math.max(this.#workers, Math.min(leastReaders, this.#crew.size));
  }

  #setBytes(bytes: number): void {
    this.#bytes = bytes;
    this.#changedAt = nowMs();
  }

  /** As many of them as may be now. */
  #setWorkers(count: number): void {
    const { size, mostAmongOthers } = this.#crew;
    const allowed = Math.min(count, this.isAmongOthers ? mostAmongOthers : size);
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
