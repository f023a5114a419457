/** An order as the shop wrote it; money as the server prints it, `12.50`. */
export interface Order {
  readonly status: string;
  readonly amount: string;
  readonly note: string;
}

/** What the table must hold of every order the shop has touched: the order, or `null` where it was deleted. */
export type AcknowledgedOrders = ReadonlyMap<number, Order | null>;
