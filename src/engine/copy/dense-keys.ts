import type { Session } from '../../mysql/session.ts';
import { type CopyTables, selectLast } from '../../sql/copy.ts';
import type { Key, KeyRange } from '../../sql/keys.ts';

/** With a smaller share of the numbers in use, a chunk of so many numbers would have too few rows. */
const minDensity = 0.5;

/**
 * Finds ends of chunks without a question to the server. Where the key is one whole number, the next n numbers hold no more
 * than n rows. That is used while most numbers are in use, up to the last key of the table. The last key is read only once.
 */
export class DenseKeys {
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

  /** Call it for every chunk, with the number of rows that were found in it. */
  learn({ after, upTo }: KeyRange, rows: number): void {
    if (!this.#isNumber || after === null || upTo === null) return;
    this.#isDense = rows >= minDensity * Number(BigInt(upTo) - BigInt(after));
  }

  async #readLast(session: Session): Promise<bigint> {
    const [row] = await session.rows(selectLast(this.#tables));
    return row === undefined ? 0n : BigInt(String(row.k0));
  }
}
