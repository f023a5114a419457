import type { Write } from './latency.ts';
import type { Order } from './order.ts';
import type { ShopBooks } from './shop.ts';

/** What the server has acknowledged, written down after the answer and never before it. */
export class Books {
  readonly writes: Write[] = [];
  swappedAt: number | null = null;
  readonly #orders = new Map<number, Order | null>();
  readonly #refused: string[] = [];
  #inserted = 0;
  #deleted = 0;

  insert(id: number, order: Order): void {
    this.#orders.set(id, order);
    this.#inserted += 1;
  }

  update(id: number, order: Order): void {
    this.#orders.set(id, order);
  }

  delete(id: number): void {
    this.#orders.set(id, null);
    this.#deleted += 1;
  }

  refuse(error: unknown): void {
    this.#refused.push(error instanceof Error ? error.message : String(error));
  }

  isDeleted(id: number): boolean {
    return this.#orders.get(id) === null;
  }

  balance(): ShopBooks {
    return {
      writes: this.writes,
      orders: this.#orders,
      inserted: this.#inserted,
      deleted: this.#deleted,
      refused: this.#refused,
      swappedAt: this.swappedAt,
    };
  }
}
