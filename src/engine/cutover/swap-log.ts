import { currentPosition } from '../../binlog/position.ts';
import type { Flavor } from '../../mysql/server.ts';
import type { Session } from '../../mysql/session.ts';
import { readTableIds, recordSwap, type SwapRecord } from '../run/swap-record.ts';

/** Keeps the record by which another process can finish the swap. */
export class SwapLog {
  readonly #session: Session;
  readonly #flavor: Flavor;
  readonly #connections: () => readonly number[];
  #record: SwapRecord;

  /** @param connections the ids of those that are open */
  constructor(session: Session, flavor: Flavor, connections: () => readonly number[], record: SwapRecord) {
    this.#session = session;
    this.#flavor = flavor;
    this.#connections = connections;
    this.#record = record;
  }

  /** As it is by now. */
  get record(): SwapRecord {
    return this.#record;
  }

  /** Call it in each attempt, when its connections are open, before the lock: the position of an earlier one would make changes look lost that were applied since. */
  async open(): Promise<void> {
    const ids = await readTableIds(this.#session, this.#record.names, this.#flavor);
    this.#record = { ...this.#record, ids, sealedAt: null, connections: this.#connections() };
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

  /** Call it under the lock, when an index of the ghost was dropped: MariaDB may have rebuilt it for that. */
  async renewIds(): Promise<void> {
    if (this.#flavor !== 'mariadb') return;
    this.#record = { ...this.#record, ids: await readTableIds(this.#session, this.#record.names, this.#flavor) };
    void recordSwap(this.#session, this.#record).catch(() => {});
  }

  /**
   * Call it once it is known that the tables are swapped, before anything else: what is done then, and what somebody does to them, takes
   * away what they tell. Where the server takes no writes they tell it still.
   */
  async confirm(): Promise<void> {
    this.#record = { ...this.#record, isSwapped: true };
    await recordSwap(this.#session, this.#record).catch(() => {});
  }
}
