import type { Login } from '../../support/servers/running-server.ts';
import { waitFor } from '../../support/wait-for.ts';
import type { Write } from './latency.ts';
import type { AcknowledgedOrders } from './order.ts';

/** Customers that write to the table all the time. */
export interface Shop extends AsyncDisposable {
  /** Writes that were acknowledged so far; a few hundred milliseconds old. */
  readonly written: number;
  /** Resolves when every customer has its last answer. @throws what kept one from going on */
  close(): Promise<ShopBooks>;
}

/** What the shop knows when it closes. */
export interface ShopBooks {
  readonly writes: readonly Write[];
  readonly orders: AcknowledgedOrders;
  readonly inserted: number;
  readonly deleted: number;
  /** Writes that the server answered with an error. */
  readonly refused: readonly string[];
  /** When the shop first saw the column the migration adds, by `Date.now()`; `null` if it never did. */
  readonly swappedAt: number | null;
}

export interface ShopOpening {
  readonly login: Login;
  /** Name of the column the migration adds. */
  readonly newColumn: string;
}

export type ShopMessage =
  | { readonly kind: 'open' }
  | { readonly kind: 'written'; readonly count: number }
  | { readonly kind: 'closed'; readonly books: ShopBooks };

/** Resolves when the shop has gone on writing for a while: to the changed table, too. */
export async function settle(shop: Shop): Promise<void> {
  const before = shop.written;
  await waitFor(() => shop.written >= before + writesToSettle, { timeoutMs: 20_000, what: 'the shop to write on' });
}

const writesToSettle = 200;
