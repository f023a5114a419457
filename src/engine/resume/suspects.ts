import type { Session } from '../../mysql/session.ts';
import { type CopyTables, deleteRange } from '../../sql/copy.ts';
import type { Key, KeyRange } from '../../sql/keys.ts';
import type { VerifyTables } from '../../sql/verify.ts';
import { GhostshipError } from '../../support/errors.ts';
import type { Applier } from '../changes/applier.ts';
import type { Chunk, Chunker, Watermark } from '../copy/chunker.ts';
import type { Pipeline } from '../run/pipeline.ts';
import { compareChunk, maxSuspects } from '../verify/compare.ts';

/** So many rows are deleted by one statement. */
const rowsAtOnce = 1_000;

/** Far more than any chunk has rows. */
const maxLooks = 1_000;

/**
 * What another run has copied, where nobody can tell what has changed since. Chunk by chunk it is compared with the original. A
 * chunk that differs is deleted and copied again. As with every chunk in flight, its changes wait until that is done (I2).
 */
export class Suspects {
  readonly #tables: VerifyTables;
  readonly #chunker: Chunker;
  readonly #applier: Applier;
  readonly #watermark: Watermark;
  #compared = 0;
  #different = 0;
  #isPassed = false;

  constructor(
    tables: VerifyTables,
    { chunker, applier }: { readonly chunker: Chunker; readonly applier: Applier },
    watermark: Watermark,
  ) {
    this.#tables = tables;
    this.#chunker = chunker;
    this.#applier = applier;
    this.#watermark = watermark;
  }

  /** True once the copy has come beyond them. */
  get isPassed(): boolean {
    return this.#isPassed;
  }

  /** @returns what was found, for a person */
  pass(): string {
    this.#isPassed = true;
    const chunks = `Of the last run, ${this.#compared} ${this.#compared === 1 ? 'chunk was' : 'chunks were'} compared`;
    if (this.#different === 0) return `${chunks}, and none differed.`;
    return `${chunks}. ${this.#different} of them differed and ${this.#different === 1 ? 'was' : 'were'} copied again.`;
  }

  /**
   * Writes rows that came later than another one with the same key was deleted. A change of a row is passed over while its chunk is
   * still to be compared, and such a row may be the same in all columns that can be compared.
   */
  async writeLater(session: Session, { barriers, gone }: Pick<Pipeline, 'barriers' | 'gone'>, signal: AbortSignal) {
    if (this.#tables.copy.keeps === null) return;
    await barriers.passBarrier(signal);
    const keys = gone.all;
    for (let start = 0; start < keys.length; start += maxSuspects)
      await this.#applier.writeNow(session, keys.slice(start, start + maxSuspects));
  }

  /** @returns how many rows the chunk has, or `null` where it must be copied: the ghost has no row of it then */
  async compare(session: Session, chunk: Chunk): Promise<number | null> {
    if (!(await this.#chunker.reachesInto(session, chunk, this.#watermark))) {
      this.#isPassed = true;
      return null;
    }
    // The last one has rows that were not copied yet.
    const isWhole = await this.#isWithin(session, chunk);
    const { rows, suspects } = await compareChunk(this.#tables, session, chunk);
    const isKept = suspects.length === 0 || this.#tables.copy.keeps !== null;
    if (!isKept) await deleteAll(session, this.#tables.copy, chunk);
    // Behind all that may meet a lock: then the chunk is looked at once more.
    if (isWhole) this.#compared++;
    if (isWhole && suspects.length > 0) this.#different++;
    if (suspects.length === 0) return rows;
    // Rows of a revert have values that no copy could bring back.
    return isKept ? await this.#writeAnew(session, chunk, suspects) : null;
  }

  /** Row by row. A list that may have been cut short is followed by another look. */
  async #writeAnew(session: Session, chunk: Chunk, suspects: readonly Key[]): Promise<number> {
    let different = suspects;
    for (let looks = 1; looks < maxLooks; looks++) {
      await this.#applier.writeNow(session, different);
      const now = await compareChunk(this.#tables, session, chunk);
      if (different.length < maxSuspects || now.suspects.length === 0) return now.rows;
      different = now.suspects;
    }
    throw neverEqual(this.#tables.copy.original.name);
  }

  async #isWithin(session: Session, { upTo }: Chunk): Promise<boolean> {
    if (this.#watermark.upTo === null) return true;
    return upTo !== null && (await this.#chunker.reachesInto(session, { after: upTo }, this.#watermark));
  }
}

/** Deletes all rows of a range from the ghost, some at a time. */
export async function deleteAll(session: Session, tables: CopyTables, range: KeyRange): Promise<void> {
  for (;;) {
    const { affectedRows } = await session.run(deleteRange(tables, range, rowsAtOnce));
    if (affectedRows < rowsAtOnce) return;
  }
}

function neverEqual(table: string): GhostshipError {
  return new GhostshipError('cannot-keep-up', `Rows of ${table} change so often that they could not be written anew.`, {
    hint: 'Run it again when the table is written to less.',
  });
}
