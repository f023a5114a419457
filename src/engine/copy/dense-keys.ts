import type { Session } from '../../mysql/session.ts';
import { type CopyTables, selectLast } from '../../sql/copy.ts';
import type { Key, KeyRange } from '../../sql/keys.ts';

/** More numbers missing than this between two keys, and a chunk of so many numbers would be too small. */
const leastDensity = 0.5;

/**
 * Ends of chunks that need not be looked up: where the key is one whole number, no more than n rows are within the next n
 * numbers. As long as most of these are there, and up to the last key of the time it was first asked for.
 */
export class Stride {
  readonly #tables: CopyTables;
  readonly #isNumber: boolean;
  #last: bigint | null = null;
  #isDense = false;

  constructor(tables: CopyTables) {
    this.#tables = tables;
    this.#isNumber = tables.key.length === 1 && tables.key.every(({ original }) => original.consecutive);
  }

  /** @returns `null` where the end must be looked up */
  async endOf(session: Session, after: Key | null, rows: number): Promise<Key | null> {
    if (after === null || !this.#isDense) return null;
    this.#last ??= await this.#readLast(session);
    const end = BigInt(after) + BigInt(rows);
    return end <= this.#last ? String(end) : null;
  }

  /** To be told of every chunk how many rows were found in it. */
  learn({ after, upTo }: KeyRange, rows: number): void {
    if (!this.#isNumber || after === null || upTo === null) return;
    this.#isDense = rows >= leastDensity * Number(BigInt(upTo) - BigInt(after));
  }

  async #readLast(session: Session): Promise<bigint> {
    const [row] = await session.rows(selectLast(this.#tables));
    return row === undefined ? 0n : BigInt(String(row.k0));
  }
}
