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
  #size: number;
  #window: Window | null = null;
  /** Rows a millisecond before the last one came; `null` while there is nothing to compare with. */
  #rateBefore: number | null = null;
  #isSettled: boolean;

  constructor(wish: number | 'auto') {
    this.most = wish === 'auto' ? most : wish;
    this.#size = wish === 'auto' ? usual : wish;
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
