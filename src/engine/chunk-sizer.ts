/** A statement of this length keeps locks on the ghost and undo short, and is long enough that round trips do not count. */
const targetMs = 400;
/** No transaction much larger than this: it goes through the binlog cache and to every replica in one piece. */
const maxBytes = 8 * 1024 * 1024;
const minRows = 50;
const maxRows = 20_000;
const firstRows = 1_000;

/** Steers how many rows a chunk has: by the time the last ones took, and by bytes. */
export class ChunkSizer {
  readonly #maxRows: number;
  #rows: number;

  /** @param rowBytes average length of a row, as the server estimates it */
  constructor(rowBytes: number) {
    this.#maxRows = Math.max(minRows, Math.min(maxRows, Math.floor(maxBytes / Math.max(rowBytes, 1))));
    this.#rows = Math.min(firstRows, this.#maxRows);
  }

  get rows(): number {
    return this.#rows;
  }

  /** Up by at most half at a time, down at once. A chunk that found few rows says nothing about time. */
  learn(copiedRows: number, tookMs: number): void {
    if (copiedRows < this.#rows / 2 && tookMs < targetMs) return;
    const factor = Math.min(1.5, targetMs / Math.max(tookMs, 1));
    this.#rows = Math.round(Math.max(minRows, Math.min(this.#maxRows, this.#rows * factor)));
  }
}
