import type { ChangeStream } from '../../binlog/change-stream.ts';
import { GhostshipError } from '../../support/errors.ts';
import type { TableNames } from '../tables/table-names.ts';

/** The swap comes to the binlog within moments. After this time it is not waited for any more. */
const timeoutMs = 5_000;

/**
 * Asks the binlog whether anything was written to the original between the last change that was applied and the swap. The
 * lock should prevent that. But if a server gives the lock to somebody else before the RENAME, this shows it. On MariaDB that
 * can happen when a backup asks for its lock in the very moment of UNLOCK, and the process dies before it can stop the RENAME.
 */
export class SwapWitness {
  readonly #stream: ChangeStream;
  readonly #names: TableNames;
  #appliedChanges = 0;

  constructor(stream: ChangeStream, names: TableNames) {
    this.#stream = stream;
    this.#names = names;
  }

  /** Call it under the lock, when every change that was committed before has been delivered. */
  markLastChange(): void {
    this.#appliedChanges = this.#stream.changeCount;
  }

  /**
   * Call it after the swap. It has a time limit of its own and no signal: a person who stops a migration while the tables are
   * swapped needs this answer most.
   *
   * @returns whether the stream could be read up to the swap
   * @throws GhostshipError `rows-differ` where the retired table has changes that the altered table lacks
   */
  async confirm(): Promise<boolean> {
    const atSwap = await this.#stream.changesAtSwap(AbortSignal.timeout(timeoutMs)).catch(() => null);
    if (atSwap === null) return false;
    if (atSwap > this.#appliedChanges) throw changesLost(this.#names, atSwap - this.#appliedChanges);
    return true;
  }
}

/** The altered table lacks changes that were written between the last one applied and the swap. */
export function changesLost({ original, retired }: TableNames, count: number): GhostshipError {
  return new GhostshipError(
    'rows-differ',
    `${count} changes of ${original.name} were written in the moment of the swap and are only in ${retired.name}.`,
    {
      hint: `${original.name} is the altered table, and ${retired.name} the table as it was, with these changes. Compare the two by their key and bring over what differs before you drop ${retired.name}. Do not let a backup begin while a migration cuts over.`,
      tableState: 'changed',
    },
  );
}
