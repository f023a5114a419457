import type { Pace } from './pace.ts';

const minRows = 50;
const mostRows = 20_000;
const firstRows = 1_000;
/** A chunk that is only read commits nothing and may be larger; but its rows that change meanwhile are looked at one by one. */
const readingFactor = 4;

/** Steers how many rows a chunk has: by the time the last ones took, and by their bytes. */
export class ChunkSizer {
  readonly #pace: Pace;
  readonly #rowBytes: number;
  readonly #factor: number;
  #rows = firstRows;

  private constructor(pace: Pace, rowBytes: number, factor: number) {
    this.#pace = pace;
    this.#rowBytes = Math.max(rowBytes, 1);
    this.#factor = factor;
  }

  /** @param rowBytes average length of a row, as the server estimates it */
  static forCopying(pace: Pace, rowBytes: number): ChunkSizer {
    return new ChunkSizer(pace, rowBytes, 1);
  }

  /** @param rowBytes as above */
  static forReading(pace: Pace, rowBytes: number): ChunkSizer {
    return new ChunkSizer(pace, rowBytes, readingFactor);
  }

  get rows(): number {
    return Math.max(minRows, Math.min(this.#allowedRows, this.#rows));
  }

  /** Up by at most half at a time, down at once. A chunk that found few rows says nothing about time. */
  learn(copiedRows: number, tookMs: number): void {
    const { targetMs } = this.#pace.goal;
    if (copiedRows < this.rows / 2 && tookMs < targetMs) return;
    const factor = Math.min(1.5, targetMs / Math.max(tookMs, 1));
    this.#rows = Math.round(Math.max(minRows, Math.min(this.#allowedRows, this.rows * factor)));
  }

  get #allowedRows(): number {
    const { maxBytes, maxRows } = this.#pace.goal;
    return Math.min(mostRows, Math.floor(this.#factor * Math.min(maxRows, maxBytes / this.#rowBytes)));
  }
}
