import { formatDuration } from '../../src/report/quantity.ts';
import { connect, type Databases } from './databases.ts';
import { initialRows } from './orders.ts';
import { type ControlCheck, checkOrders } from './shop/control-check.ts';
import { longestOf, usualOf, writesBetween } from './shop/latency.ts';
import type { ShopBooks } from './shop/shop.ts';

/** What is known when everything is over. */
export interface Findings {
  /** Of the action. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly books: ShopBooks;
  readonly control: ControlCheck;
  /** In the table now. */
  readonly rows: number;
  /** Path of the page. */
  readonly page: string;
}

/** A write that was under way this long before or after the swap had to do with it. */
const aroundCutoverMs = 1_000;

export async function gather(
  known: Pick<Findings, 'outputs' | 'books' | 'page'> & { readonly databases: Databases },
): Promise<Findings> {
  const { databases, ...rest } = known;
  await using session = await connect(databases.source);
  const [counted] = await session.query('SELECT COUNT(*) AS orders FROM orders');
  return { ...rest, control: await checkOrders(session.query, rest.books.orders), rows: Number(counted?.orders) };
}

/** For people: what, and how much of it. */
export function describeFindings({ outputs, books, control }: Findings): readonly (readonly [string, string])[] {
  const { writes, refused } = books;
  return [
    ['rows copied', number(Number(outputs['rows-copied']))],
    ['changes applied', `${number(Number(outputs['changes-applied']))}, of what the shop wrote in the meantime`],
    [
      'cutover',
      `writers waited ${formatDuration(waitAtCutoverMs(books))} at most; a write usually takes ${formatDuration(usualOf(writes))}`,
    ],
    ['verified', `${outputs.differences} differences`],
    [
      'control check',
      `${number(writes.length)} writes acknowledged, ${number(control.wrong.length)} lost or wrong, ${number(refused.length)} refused`,
    ],
  ];
}

/** @throws Error with all that is not as it must be */
export function refuseFlaws(findings: Findings): void {
  const { outputs, books, control, rows } = findings;
  const expectedRows = initialRows + books.inserted - books.deleted;
  const flaws = [
    ...(outputs.differences === '0' ? [] : ['the tables were not found to be equal']),
    ...(control.wrong.length === 0 ? [] : [`orders not as acknowledged: ${control.wrong.slice(0, 10).join(', ')}`]),
    ...(rows === expectedRows ? [] : [`the table has ${rows} rows and must have ${expectedRows}`]),
    ...(books.refused.length === 0 ? [] : [`writes were refused, the first with: ${books.refused[0]}`]),
    ...(books.swappedAt === null ? ['the shop never saw the new column'] : []),
  ];
  if (flaws.length > 0) throw new Error(flaws.join('; '));
}

function waitAtCutoverMs({ writes, swappedAt }: ShopBooks): number {
  if (swappedAt === null) return 0;
  return longestOf(writesBetween(writes, swappedAt - aroundCutoverMs, swappedAt + aroundCutoverMs));
}

function number(value: number): string {
  return value.toLocaleString('en');
}
