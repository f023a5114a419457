import type { Session } from '../databases.ts';
import type { AcknowledgedOrders, Order } from './order.ts';

export interface ControlCheck {
  /** Orders the shop has touched, all of which were looked up. */
  readonly checked: number;
  /** The numbers of those that are not as the server acknowledged them. */
  readonly wrong: readonly number[];
}

const ordersPerQuery = 1_000;

/**
 * Looks up every order the shop has touched. Nobody may be writing.
 *
 * @param query on a session in the shop's database
 */
export async function checkOrders(query: Session['query'], acknowledged: AcknowledgedOrders): Promise<ControlCheck> {
  const ids = [...acknowledged.keys()];
  const wrong: number[] = [];
  for (let start = 0; start < ids.length; start += ordersPerQuery) {
    const batch = ids.slice(start, start + ordersPerQuery);
    const rows = await query(`SELECT id, status, amount, note FROM orders WHERE id IN (${batch.join(', ')})`);
    const found = new Map(rows.map((row) => [Number(row.id), row]));
    wrong.push(...batch.filter((id) => !isAsAcknowledged(found.get(id), acknowledged.get(id) ?? null)));
  }
  return { checked: ids.length, wrong };
}

function isAsAcknowledged(row: Readonly<Record<string, unknown>> | undefined, order: Order | null): boolean {
  if (row === undefined || order === null) return row === undefined && order === null;
  return row.status === order.status && String(row.amount) === order.amount && row.note === order.note;
}
