import type { Gone } from '../../binlog/rows-event.ts';
import type { Session } from '../../mysql/session.ts';
import type { CopyTables } from '../../sql/copy.ts';
import type { Key } from '../../sql/keys.ts';
import { compareMoves, type Move } from '../../sql/set-aside.ts';

/** What is known of the values that rows keep in columns which a revert brings back. */
export interface KeptValues {
  /** How often rows got another key since the swap. A run that goes on with the work of another may count some of them again. */
  readonly moved: number;
  /** True where changes since the swap could not be read and rows were compared instead, so nobody knows which rows are gone. */
  readonly isCompared: boolean;
}

/** At the beginning. */
export const allKept: KeptValues = { moved: 0, isCompared: false };

const movesAtOnce = 500;

/**
 * Keys whose rows are gone since the swap that a revert undoes. A row that has such a key now came later: it must not get what the
 * ghost has kept of the other. That stays true, so it does no harm to hear of it too early, or once more.
 */
export class GoneKeys {
  readonly #tables: CopyTables;
  readonly #session: Session;
  readonly #keys = new Set<Key>();
  readonly #isCompared: boolean;
  #moved: number;

  /**
   * @param session compares keys, where only the server can
   * @param before as the run before knew it
   */
  constructor(tables: CopyTables, session: Session, before: KeptValues) {
    this.#tables = tables;
    this.#session = session;
    this.#moved = before.moved;
    this.#isCompared = before.isCompared;
  }

  /** Call it before the keys are added to those that are dirty. */
  async add(rows: readonly Gone[]): Promise<void> {
    const moves: Move[] = [];
    for (const { key, movedTo } of rows)
      if (movedTo === null) this.#keys.add(key);
      else moves.push({ from: key, to: movedTo });
    for (let start = 0; start < moves.length; start += movesAtOnce)
      for (const { from } of await this.#toOthers(moves.slice(start, start + movesAtOnce))) {
        this.#keys.add(from);
        this.#moved++;
      }
  }

  get keptValues(): KeptValues {
    return { moved: this.#moved, isCompared: this.#isCompared };
  }

  get all(): readonly Key[] {
    return [...this.#keys];
  }

  among(keys: readonly Key[]): ReadonlySet<Key> {
    return this.#keys.size === 0 ? none : new Set(keys.filter((key) => this.#keys.has(key)));
  }

  /** Call it once their rows were deleted from the ghost for good. From then on it has nothing of them. */
  forget(keys: Iterable<Key>): void {
    for (const key of keys) this.#keys.delete(key);
  }

  /** A text that the collation calls the same is the same key. */
  async #toOthers(moves: readonly Move[]): Promise<readonly Move[]> {
    const { key } = this.#tables;
    if (!key.some(({ original }) => original.kind === 'text')) return moves;
    const rows = await this.#session.rows(compareMoves(key, moves));
    const same = new Set(rows.filter((row) => Number(row.same) === 1).map((row) => Number(row.n)));
    return moves.filter((_, n) => !same.has(n));
  }
}

const none: ReadonlySet<Key> = new Set();
