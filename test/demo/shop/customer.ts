import type { Connection, ResultSetHeader } from 'mysql2/promise';
import type { Books } from './books.ts';
import type { Order } from './order.ts';

/** Average; eight customers make some 300 writes a second and leave most of the processor to the server. */
const pauseMs = 20;

/** Which orders are this customer's alone: nobody else writes to them, so that the last answer is the last word. */
interface Share {
  /** From 0. */
  readonly index: number;
  readonly customers: number;
  readonly rows: number;
}

/** One session that writes, waits for the answer, thinks and writes again. */
export class Customer {
  readonly #session: Connection;
  readonly #books: Books;
  readonly #share: Share;
  readonly #own: number[] = [];

  constructor(session: Connection, books: Books, share: Share) {
    this.#session = session;
    this.#books = books;
    this.#share = share;
  }

  async visit(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const startedAt = performance.timeOrigin + performance.now();
      try {
        await this.#write();
        this.#books.writes.push({ startedAt, tookMs: performance.timeOrigin + performance.now() - startedAt });
      } catch (error) {
        this.#books.refuse(error);
      }
      await new Promise((resolve) => setTimeout(resolve, 2 * pauseMs * Math.random()));
    }
  }

  async #write(): Promise<void> {
    const dice = Math.random();
    if (dice < 0.2) return this.#insert();
    if (dice < 0.3) return this.#delete();
    if (dice < 0.35) return this.#thinkBetterOfIt();
    return this.#update();
  }

  async #insert(): Promise<void> {
    const order = newOrder();
    const { insertId } = await this.#run('INSERT INTO orders (customer_id, status, amount, note) VALUES (?, ?, ?, ?)', [
      1 + this.#share.index,
      order.status,
      order.amount,
      order.note,
    ]);
    this.#own.push(insertId);
    this.#books.insert(insertId, order);
  }

  async #update(): Promise<void> {
    const id = this.#chooseOrder();
    const order = newOrder();
    await this.#run(updateSql, [order.status, order.amount, order.note, id]);
    this.#books.update(id, order);
  }

  async #delete(): Promise<void> {
    const id = this.#chooseOrder();
    await this.#run('DELETE FROM orders WHERE id = ?', [id]);
    this.#books.delete(id);
  }

  /** A change that is rolled back must be nowhere afterwards. */
  async #thinkBetterOfIt(): Promise<void> {
    const order = newOrder();
    await this.#session.beginTransaction();
    await this.#run(updateSql, [order.status, order.amount, order.note, this.#chooseOrder()]);
    await this.#session.rollback();
  }

  async #run(sql: string, values: (string | number)[]): Promise<ResultSetHeader> {
    const [result] = await this.#session.query<ResultSetHeader>(sql, values);
    if (result.affectedRows !== 1) throw new Error(`${result.affectedRows} rows were affected, not one: ${sql}`);
    return result;
  }

  /** One that is there, mostly from the whole table, sometimes one of the newest. */
  #chooseOrder(): number {
    const { index, customers, rows } = this.#share;
    for (;;) {
      const newest = Math.random() < 0.2 ? this.#own.at(-1 - Math.floor(Math.random() * 10)) : undefined;
      const id = newest ?? 1 + index + customers * Math.floor((Math.random() * rows) / customers);
      if (!this.#books.isDeleted(id)) return id;
    }
  }
}

const updateSql = 'UPDATE orders SET status = ?, amount = ?, note = ? WHERE id = ?';

function newOrder(): Order {
  const status = ['placed', 'paid', 'shipped', 'delivered'][Math.floor(Math.random() * 4)] ?? 'placed';
  // The server counts a row as affected only if it changes, so that no two notes are alike.
  return { status, amount: (5 + Math.random() * 495).toFixed(2), note: `Ring twice, ${Math.random().toString(36)}` };
}
