import type { Pace } from './pace.ts';

const minRows = 50;
const maxRows = 20_000;
const firstRows = 1_000;

/** Steers how many rows a chunk has: by the time the last ones took, and by the bytes one transaction may have. */
export class ChunkSizer {
  readonly #pace: Pace;
  readonly #rowBytes: number;
  #rows = firstRows;

  private constructor(pace: Pace, rowBytes: number) {
    this.#pace = pace;
    this.#rowBytes = rowBytes;
  }

  /** @param rowBytes average length of a row, as the server estimates it */
  static forCopying(pace: Pace, rowBytes: number): ChunkSizer {
    return new ChunkSizer(pace, Math.max(rowBytes, 1));
  }

  /** Chunks that are only read commit nothing: time alone counts. */
  static forReading(pace: Pace): ChunkSizer {
    return new ChunkSizer(pace, 0);
  }

  get rows(): number {
    const fitting = Math.floor(this.#pace.goal.maxBytes / this.#rowBytes);
    return Math.max(minRows, Math.min(maxRows, fitting, this.#rows));
  }

  /** Up by at most half at a time, down at once. A chunk that found few rows says nothing about time. */
  learn(copiedRows: number, tookMs: number): void {
    const { targetMs } = this.#pace.goal;
    if (copiedRows < this.rows / 2 && tookMs < targetMs) return;
    const factor = Math.min(1.5, targetMs / Math.max(tookMs, 1));
    this.#rows = Math.round(Math.max(minRows, Math.min(maxRows, this.rows * factor)));
  }
}
