import { parentPort, workerData } from 'node:worker_threads';
import mysql from 'mysql2/promise';
import { databaseName } from '../databases.ts';
import { initialRows } from '../orders.ts';
import { Books } from './books.ts';
import { Customer } from './customer.ts';
import type { ShopMessage, ShopOpening } from './shop.ts';

const customers = 8;
const reportEveryMs = 250;

/** Between two looks for the new column; the moment of the swap is known as closely. */
const lookEveryMs = 5;

const { login, newColumn } = workerData as ShopOpening;
const books = new Books();
const closing = new AbortController();
parentPort?.once('message', () => closing.abort());

const sessions = await Promise.all(Array.from({ length: customers + 1 }, () => connect()));
const [watching, ...writing] = sessions;
if (watching === undefined) throw new Error('There is no session.');
post({ kind: 'open' });
const reporting = setInterval(() => post({ kind: 'written', count: books.writes.length }), reportEveryMs);
await Promise.all([
  watchForSwap(watching),
  ...writing.map((session, index) =>
    new Customer(session, books, { index, customers, rows: initialRows }).visit(closing.signal),
  ),
]);
clearInterval(reporting);
await Promise.all(sessions.map((session) => session.end()));
post({ kind: 'closed', books: books.balance() });

function post(message: ShopMessage): void {
  parentPort?.postMessage(message);
}

async function connect(): Promise<mysql.Connection> {
  const { host, port, user, password } = login;
  return mysql.createConnection({ host, port, user, password, database: databaseName });
}

/** Reads as an application does, whatever columns there are. */
async function watchForSwap(session: mysql.Connection): Promise<void> {
  while (!closing.signal.aborted && books.swappedAt === null) {
    const [, fields] = await session.query('SELECT * FROM orders WHERE id = 0');
    if (fields.some(({ name }) => name === newColumn)) books.swappedAt = Date.now();
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
}
