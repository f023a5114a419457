import type { Server } from '../../mysql/server.ts';

/** Two workers use two cores fully. More are for servers with more cores (measured: engine benchmark, idle copy). */
const usual = 2;
const most = 4;
/** About ten chunks of two workers, so that one chunk more or less does not decide. */
const windowMs = 2_500;
/**
 * A worker stays if the copy is faster by this factor. On a free core a third worker makes it faster by half, a fourth by a
 * third. Without a free core they make it hardly faster.
 */
const worthwhile = 1.2;

interface Window {
  readonly atMs: number;
  readonly rows: number;
}

/** How many workers the copy has. A server does not tell everybody how many cores it has. So one more is tried, and stays if it helps. */
export class WorkerCount {
  readonly max: number;
  /** The limit while others are at work. */
  readonly maxAmongOthers: number;
  #current: number;
  #window: Window | null = null;
  /** Rows a millisecond before the last worker was added; `null` while there is nothing to compare with. */
  #rateBefore: number | null = null;
  #isSettled: boolean;

  /** @param commitsMayStall the answer of {@link commitsMayStall} */
  constructor(wish: number | 'auto', commitsMayStall: boolean) {
    this.max = wish === 'auto' ? most : wish;
    this.#current = wish === 'auto' ? usual : wish;
    this.maxAmongOthers = commitsMayStall ? 1 : Math.min(usual, this.max);
    this.#isSettled = wish !== 'auto';
  }

  get current(): number {
    return this.#current;
  }

  /** Call it again and again while all workers copy and nobody else is at work. */
  measure(atMs: number, rows: number): void {
    if (this.#isSettled) return;
    this.#window ??= { atMs, rows };
    if (atMs - this.#window.atMs < windowMs) return;
    const rate = (rows - this.#window.rows) / (atMs - this.#window.atMs);
    this.#window = null;
    if (rate === 0) return;
    const helped = this.#rateBefore === null || rate > this.#rateBefore * worthwhile;
    if (!helped) this.#current--;
    this.#isSettled = !helped || this.#current === this.max;
    if (this.#isSettled) return;
    this.#rateBefore = rate;
    this.#current++;
  }

  /** Forgets the measurement under way: not all workers copied, or others were at work. */
  discard(): void {
    this.#window = null;
    if (this.#isSettled || this.#rateBefore === null) return;
    this.#rateBefore = null;
    this.#current--;
  }
}

/**
 * True where each session that commits writes the redo log itself: MySQL with `innodb_log_writer_threads=OFF`, its default
 * below 32 processors. There, when a session is interrupted while it writes to the log, commits behind it sleep for 100 ms. Two
 * copying sessions make that three to four times as frequent as one. Elsewhere two sessions need three quarters of the time of
 * one, and the longest waits of writers do not grow (measured: docs/benchmarks.md).
 */
export async function commitsMayStall(server: Pick<Server, 'variable'>): Promise<boolean> {
  return (await server.variable('innodb_log_writer_threads')) === 'OFF';
}
