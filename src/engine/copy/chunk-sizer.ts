import type { Pace } from './pace.ts';

const minRows = 50;
const mostRows = 20_000;
const firstRows = 1_000;

/** Decides how many rows a chunk has, by the time that the last chunks took and by the bytes of a row. */
export class ChunkSizer {
  readonly #pace: Pick<Pace, 'goal'>;
  readonly #rowBytes: number;
  readonly #mostRows: number;
  #rows = firstRows;

  /**
   * @param rowBytes the average length of a row, as the server estimates it
   * @param rowsPerInsert more may not be in one statement, see `rowsPerInsert` of CopyTables
   */
  constructor(pace: Pick<Pace, 'goal'>, rowBytes: number, rowsPerInsert = Number.POSITIVE_INFINITY) {
    this.#pace = pace;
    this.#rowBytes = Math.max(rowBytes, 1);
    this.#mostRows = Math.min(mostRows, rowsPerInsert);
  }

  get rows(): number {
    return Math.max(this.#leastRows, Math.min(this.#allowedRows, this.#rows));
  }

  /** How many rows a statement copies between two rests; `null` for a statement without rests. */
  get restEvery(): number | null {
    const { restRows, restBytes } = this.#pace.goal;
    const rows = Math.max(1, Math.floor(Math.min(restRows, restBytes / this.#rowBytes)));
    return Number.isFinite(rows) ? rows : null;
  }

  /** Chunks grow by at most half at a time and shrink at once. The time of a chunk with few rows says nothing. */
  learn(copiedRows: number, tookMs: number): void {
    const { targetMs } = this.#pace.goal;
    if (copiedRows < this.rows / 2 && tookMs < targetMs) return;
    const factor = Math.min(1.5, targetMs / Math.max(tookMs, 1));
    this.#rows = Math.round(Math.max(this.#leastRows, Math.min(this.#allowedRows, this.rows * factor)));
  }

  get #leastRows(): number {
    return Math.min(minRows, this.#mostRows);
  }

  get #allowedRows(): number {
    const { maxBytes, maxRows } = this.#pace.goal;
    return Math.min(this.#mostRows, Math.floor(Math.min(maxRows, maxBytes / this.#rowBytes)));
  }
}
