import type { Key } from '../sql/keys.ts';

/**
 * Keys of XA transactions. Their rows are logged at XA PREPARE but become visible only at XA COMMIT, maybe hours later;
 * until then they must neither be re-read nor forgotten.
 */
export class XaTransactions {
  readonly #prepared = new Map<string, Key[]>();
  readonly #release: (key: Key) => void;
  #open: Key[] | null = null;

  constructor(release: (key: Key) => void) {
    this.#release = release;
  }

  start(): void {
    this.#open = [];
  }

  /** True where the key belongs to an open XA transaction and was kept. */
  hold(key: Key): boolean {
    this.#open?.push(key);
    return this.#open !== null;
  }

  /** @param xid under which it was prepared; `null` where it was committed at once */
  end(xid: string | null): void {
    const keys = this.#open ?? [];
    if (xid === null) keys.forEach(this.#release);
    else this.#prepared.set(xid, keys);
    this.#open = null;
  }

  /** @returns whether it changed anything; `null` where its XA PREPARE was never seen */
  commit(xid: string): boolean | null {
    const keys = this.#prepared.get(xid);
    this.#prepared.delete(xid);
    if (keys === undefined) return null;
    keys.forEach(this.#release);
    return keys.length > 0;
  }

  get hasPreparedChanges(): boolean {
    return [...this.#prepared.values()].some((keys) => keys.length > 0);
  }

  rollback(xid: string): void {
    this.#prepared.delete(xid);
  }
}
