import type { Key } from '../sql/keys.ts';
import type { Gone } from './rows-event.ts';

/** What a transaction has changed. */
export interface XaChanges {
  readonly keys: Key[];
  readonly gone: Gone[];
}

/**
 * Keys of XA transactions. Their rows are logged at XA PREPARE but become visible only at XA COMMIT, maybe hours later;
 * until then they must neither be re-read nor forgotten.
 */
export class XaTransactions {
  readonly #prepared = new Map<string, XaChanges>();
  readonly #release: (changes: XaChanges) => void;
  #open: XaChanges | null = null;

  constructor(release: (changes: XaChanges) => void) {
    this.#release = release;
  }

  start(): void {
    this.#open = nothing();
  }

  /** True where the key belongs to an open XA transaction and was kept. */
  hold(key: Key): boolean {
    this.#open?.keys.push(key);
    return this.#open !== null;
  }

  /** As {@link hold}, for a row that is gone once the transaction is committed. */
  holdGone(gone: Gone): boolean {
    this.#open?.gone.push(gone);
    return this.#open !== null;
  }

  /** @param xid under which it was prepared; `null` where it was committed at once */
  end(xid: string | null): void {
    const changes = this.#open ?? nothing();
    if (xid === null) this.#release(changes);
    else this.#prepared.set(xid, changes);
    this.#open = null;
  }

  /** @returns whether it changed anything; `null` where its XA PREPARE was never seen */
  commit(xid: string): boolean | null {
    const changes = this.#prepared.get(xid);
    this.#prepared.delete(xid);
    if (changes === undefined) return null;
    this.#release(changes);
    return changes.keys.length > 0;
  }

  get hasPreparedChanges(): boolean {
    return [...this.#prepared.values()].some(({ keys }) => keys.length > 0);
  }

  rollback(xid: string): void {
    this.#prepared.delete(xid);
  }
}

function nothing(): XaChanges {
  return { keys: [], gone: [] };
}
