import type { Server } from '../../mysql/server.ts';

/** Two saturate two cores; more are for servers with more (measured: engine benchmark, idle copy). */
const usual = 2;
const most = 4;
/** Some ten chunks of two workers, so that one more or less of them does not decide. */
const windowMs = 2_500;
/** Where a core is free a third worker brings half as much again, a fourth a third; where none is, next to nothing. */
const worthwhile = 1.2;

interface Window {
  readonly atMs: number;
  readonly rows: number;
}

/** How many workers a copy is worth. A server does not tell its cores to everybody, so one more is tried, and stays if it helps. */
export class Crew {
  readonly most: number;
  /** Among others it is no larger than this. */
  readonly mostAmongOthers: number;
  #size: number;
  #window: Window | null = null;
  /** Rows a millisecond before the last one came; `null` while there is nothing to compare with. */
  #rateBefore: number | null = null;
  #isSettled: boolean;

  /** @param commitsMayStall as {@link commitsMayStall} has it */
  constructor(wish: number | 'auto', commitsMayStall: boolean) {
    this.most = wish === 'auto' ? most : wish;
    this.#size = wish === 'auto' ? usual : wish;
    this.mostAmongOthers = commitsMayStall ? 1 : Math.min(usual, this.most);
    this.#isSettled = wish !== 'auto';
  }

  get size(): number {
    return this.#size;
  }

  /** To be called again and again while all of it works, and nobody else. */
  look(atMs: number, rows: number): void {
    if (this.#isSettled) return;
    this.#window ??= { atMs, rows };
    if (atMs - this.#window.atMs < windowMs) return;
    const rate = (rows - this.#window.rows) / (atMs - this.#window.atMs);
    this.#window = null;
    if (rate === 0) return;
    const helped = this.#rateBefore === null || rate > this.#rateBefore * worthwhile;
    if (!helped) this.#size--;
    this.#isSettled = !helped || this.#size === this.most;
    if (this.#isSettled) return;
    this.#rateBefore = rate;
    this.#size++;
  }

  /** What was measured so far says nothing: not all of it was at work, or others were as well. */
  interrupt(): void {
    this.#window = null;
    if (this.#isSettled || this.#rateBefore === null) return;
    this.#rateBefore = null;
    this.#size--;
  }
}

/**
 * True where whoever commits writes the redo log itself: MySQL with `innodb_log_writer_threads=OFF`, its default below 32
 * processors. There commits sleep for 100 ms behind a session that is interrupted while it writes to the log, and two copying
 * sessions make that three to four times as frequent as one. Elsewhere two take three quarters of the time of one, and the
 * longest waits of writers are no longer (measured: docs/benchmarks.md).
 */
export async function commitsMayStall(server: Pick<Server, 'variable'>): Promise<boolean> {
  return (await server.variable('innodb_log_writer_threads')) === 'OFF';
}
