import { currentPosition } from '../../binlog/position.ts';
import type { Flavor } from '../../mysql/server.ts';
import type { Session } from '../../mysql/session.ts';
import { recordSwap, type SwapRecord } from '../run/swap-record.ts';

/** Keeps the record by which another process can finish the swap. */
export class SwapLog {
  readonly #session: Session;
  readonly #flavor: Flavor;
  #record: SwapRecord;

  constructor(session: Session, flavor: Flavor, record: SwapRecord) {
    this.#session = session;
    this.#flavor = flavor;
    this.#record = record;
  }

  /** As it is by now. */
  get record(): SwapRecord {
    return this.#record;
  }

  /** Call it before each attempt: the position of an earlier one would make changes look lost that were applied since. */
  async open(): Promise<void> {
    this.#record = { ...this.#record, sealedAt: null };
    await recordSwap(this.#session, this.#record);
  }

  /**
   * Call it under the lock, when every change is applied. Nobody waits for the note itself: without it a swap is finished as
   * well, and the retired table is kept.
   */
  async seal(): Promise<void> {
    const sealedAt = await currentPosition(this.#session, this.#flavor);
    this.#record = { ...this.#record, sealedAt };
    void recordSwap(this.#session, this.#record).catch(() => {});
  }
}
