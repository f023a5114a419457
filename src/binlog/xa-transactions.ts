import type { Key } from '../sql/keys.ts';

/**
 * Keys of XA transactions. Their rows are logged at XA PREPARE but become visible only at XA COMMIT, maybe hours later;
 * until then they must neither be re-read nor forgotten.
 */
export class XaTransactions {
  readonly #prepared = new Map<string, Key[]>();
  readonly #release: (key: Key) => void;
  #open: { readonly xid: string; readonly keys: Key[] } | null = null;

  constructor(release: (key: Key) => void) {
    this.#release = release;
  }

  start(xid: string): void {
    this.#open = { xid, keys: [] };
  }

  /** True where the key belongs to an open XA transaction and was kept. */
  hold(key: Key): boolean {
    this.#open?.keys.push(key);
    return this.#open !== null;
  }

  end(onePhase: boolean): void {
    if (this.#open === null) return;
    if (onePhase) this.#open.keys.forEach(this.#release);
    else this.#prepared.set(this.#open.xid, this.#open.keys);
    this.#open = null;
  }

  /** False where its XA PREPARE was never seen. */
  commit(xid: string): boolean {
    const keys = this.#prepared.get(xid);
    keys?.forEach(this.#release);
    return this.#prepared.delete(xid);
  }

  get hasPreparedChanges(): boolean {
    return [...this.#prepared.values()].some((keys) => keys.length > 0);
  }

  rollback(xid: string): void {
    this.#prepared.delete(xid);
  }
}
