import type { Random } from '../random.ts';
import type { TableShape } from './table-shape.ts';

/** One write as it is done to either table. Values come from the pool, so that they never pass through JavaScript. */
export type Write = (table: string) => string;

interface Pen {
  readonly shape: TableShape;
  readonly random: Random;
  /** Numbers of rows go from 1 to this. */
  readonly rows: number;
}

/** What an application does to its rows in one transaction; it may well collide with what others do. */
export function everydayWrites(pen: Pen): Write[] {
  const { random } = pen;
  const count = random.pick([1, 1, 2, 3]);
  return Array.from({ length: count }, () => random.pick(kinds)(pen)).flat();
}

/** How often a kind of write is listed is how likely it is. */
const kinds: readonly [(pen: Pen) => Write[], ...((pen: Pen) => Write[])[]] = [
  insert,
  insert,
  remove,
  remove,
  change,
  change,
  change,
  changeRange,
  move,
  move,
  swap,
  putBack,
  replaceRange,
];

function insert(pen: Pen): Write[] {
  return [insertFromPool(pen.shape, `p.n = ${anyRow(pen)}`)];
}

function remove(pen: Pen): Write[] {
  const row = anyRow(pen);
  return [(table) => `DELETE FROM ${table} WHERE n = ${row}`];
}

function change(pen: Pen): Write[] {
  return [takeColumns(pen.random.some(pen.shape.plain), anyRow(pen), anyRow(pen))];
}

function changeRange(pen: Pen): Write[] {
  const columns = pen.random.some(pen.shape.plain);
  const low = anyRow(pen);
  const high = low + pen.random.between(5, 60);
  if (columns.length === 0) return [];
  return [
    (table) =>
      `UPDATE ${table} AS o JOIN pool AS p ON p.n = o.n + 1 SET ${assign(columns)} WHERE o.n BETWEEN ${low} AND ${high}`,
  ];
}

/** Gives a row the key of another, which may be free by now. */
function move(pen: Pen): Write[] {
  const key = anyKey(pen);
  const kept = pen.shape.keptUnique.filter((column) => key.includes(column));
  return [takeColumns(key, anyRow(pen), anyRow(pen), kept)];
}

/** Two rows trade the values of a unique key within one transaction. */
function swap(pen: Pen): Write[] {
  const [kept] = pen.shape.keptUnique.slice(1);
  if (kept !== undefined) return [trade(kept, anyRow(pen), anyRow(pen))];
  const key = anyKey(pen);
  const one = anyRow(pen);
  const other = anyRow(pen);
  const columns = pen.shape.writable;
  const values = columns.map((column) => `${key.includes(column) ? 'q' : 'p'}.${column}`);
  return [
    (table) => `DELETE FROM ${table} WHERE n = ${one}`,
    takeColumns(key, other, one),
    (table) =>
      `INSERT INTO ${table} (${columns.join()}) SELECT ${values.join()} FROM pool AS p JOIN pool AS q ON q.n = ${other}
         WHERE p.n = ${one}`,
  ];
}

/** Both rows at once, as an application does that keeps a column unique by itself. DISTINCT has the values read first. */
function trade(column: string, one: number, other: number): Write {
  return (table) =>
    `UPDATE ${table} AS o JOIN (SELECT DISTINCT n, ${column} FROM ${table} WHERE n IN (${one}, ${other})) AS x ON x.n <> o.n
       SET o.${column} = x.${column} WHERE o.n IN (${one}, ${other})`;
}

function putBack(pen: Pen): Write[] {
  const row = anyRow(pen);
  return [(table) => `DELETE FROM ${table} WHERE n = ${row}`, insertFromPool(pen.shape, `p.n = ${row}`)];
}

function replaceRange(pen: Pen): Write[] {
  const low = anyRow(pen);
  const high = low + pen.random.between(20, 200);
  return [
    (table) => `DELETE FROM ${table} WHERE n BETWEEN ${low} AND ${high}`,
    insertFromPool(pen.shape, `p.n BETWEEN ${low} AND ${high - pen.random.between(0, 10)}`),
  ];
}

/** Rows whose keys are taken are left out. */
function insertFromPool({ writable, uniqueKeys, keptUnique }: TableShape, condition: string): Write {
  const free = (table: string): string[] =>
    [...uniqueKeys, ...keptUnique.map((column) => [column])].map((key) => {
      const same = key.map((column) => `x.${column} = p.${column}`);
      return `NOT EXISTS (SELECT 1 FROM ${table} AS x WHERE ${same.join(' AND ')})`;
    });
  return (table) =>
    `INSERT INTO ${table} (${writable.join()}) SELECT ${writable.map((column) => `p.${column}`).join()} FROM pool AS p
       WHERE ${[condition, ...free(table)].join(' AND ')}`;
}

/** Nothing is written where another row has the new value of a column that is `kept` unique. DISTINCT has the values read first. */
function takeColumns(columns: readonly string[], into: number, from: number, kept: readonly string[] = []): Write {
  if (columns.length === 0) return (table) => `UPDATE ${table} SET n = n WHERE n = ${into}`;
  const taken = kept.map((column) => `o2.${column} = p2.${column}`).join(' OR ');
  const isFree = (table: string) =>
    kept.length === 0
      ? ''
      : ` AND NOT EXISTS (SELECT 1 FROM (SELECT DISTINCT o2.n FROM ${table} AS o2 JOIN pool AS p2 ON p2.n = ${from}
            WHERE o2.n <> ${into} AND (${taken})) AS x)`;
  return (table) =>
    `UPDATE ${table} AS o JOIN pool AS p ON p.n = ${from} SET ${assign(columns)} WHERE o.n = ${into}${isFree(table)}`;
}

function assign(columns: readonly string[]): string {
  return columns.map((column) => `o.${column} = p.${column}`).join();
}

function anyKey({ shape, random }: Pen): readonly string[] {
  const [first = [], ...others] = shape.uniqueKeys;
  return random.pick([first, ...others]);
}

/** A third of all writes goes to ten hot rows. */
function anyRow({ random, rows }: Pen): number {
  return random.between(1, random.chance(0.3) ? Math.min(10, rows) : rows);
}
