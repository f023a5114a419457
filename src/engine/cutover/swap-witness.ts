import type { ChangeStream } from '../../binlog/change-stream.ts';
import { GhostshipError } from '../../support/errors.ts';
import type { TableNames } from '../tables/table-names.ts';

/** The binlog has the swap within moments; what is not told by then is not told any more. */
const patienceMs = 5_000;

/**
 * Asks the binlog whether anything was written to the original between the last change that was brought over and the swap.
 * The lock lets nothing in; should a server give it to somebody else before the RENAME, this is where it shows. On MariaDB a
 * backup that asks for its lock in the very moment of UNLOCK can bring that about.
 */
export class SwapWitness {
  readonly #stream: ChangeStream;
  readonly #names: TableNames;
  #settled = 0;

  constructor(stream: ChangeStream, names: TableNames) {
    this.#stream = stream;
    this.#names = names;
  }

  /** Called under the lock, when every change that was committed before it has been delivered. */
  settle(): void {
    this.#settled = this.#stream.changeCount;
  }

  /**
   * Called after the swap. It has a time limit of its own and no other: who asks a migration to stop when the tables are
   * swapped wants to know all the more.
   *
   * @returns whether the stream could be read that far
   * @throws GhostshipError `rows-differ`: changes were lost that only the retired table has
   */
  async confirm(): Promise<boolean> {
    const atSwap = await this.#stream.changesAtSwap(AbortSignal.timeout(patienceMs)).catch(() => null);
    if (atSwap === null) return false;
    if (atSwap > this.#settled) throw overtaken(this.#names, atSwap - this.#settled);
    return true;
  }
}

function overtaken({ original, retired }: TableNames, count: number): GhostshipError {
  return new GhostshipError(
    'rows-differ',
    `${count} changes of ${original.name} were written in the moment of the swap and are only in ${retired.name}.`,
    {
      hint: `${original.name} is the altered table, and ${retired.name} the table as it was, with these changes. Compare the two by their key and bring over what differs before you drop ${retired.name}. Do not let a backup begin while a migration cuts over.`,
      tableState: 'changed',
    },
  );
}
