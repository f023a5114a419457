import { formatNumberOf } from '../../src/report/quantity.ts';
import type { RunningServer } from '../support/servers/index.ts';
import { connect, type Databases } from './databases.ts';
import type { ShowProgress } from './screen.ts';

export const initialRows = 1_000_000;

/** Small enough to show progress a few times a second. */
const rowsPerInsert = 50_000;

const createTable = `CREATE TABLE orders (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  customer_id INT UNSIGNED NOT NULL,
  status VARCHAR(16) NOT NULL,
  amount DECIMAL(8,2) NOT NULL,
  note VARCHAR(80) NOT NULL,
  placed_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`;

/** Once the rows are there: an index that is built at once takes less time than one that grows with them. */
const addIndex = 'ALTER TABLE orders ADD INDEX by_customer (customer_id, placed_at)';

/** Orders 1 to a million, the same on the source and on the replica. */
export async function fillOrders({ source, replica }: Databases, show: ShowProgress): Promise<void> {
  await Promise.all([fill(source, show), fill(replica, () => {})]);
}

/** Each server by itself: that takes half as long as sending every row from one to the other. */
async function fill(server: RunningServer, show: ShowProgress): Promise<void> {
  await using session = await connect(server);
  await session.query(`SET SESSION sql_log_bin = 0, cte_max_recursion_depth = ${rowsPerInsert}`);
  await session.query(createTable);
  for (let start = 0; start < initialRows; start += rowsPerInsert) {
    await session.query(insertFrom(start));
    show(formatNumberOf(start + rowsPerInsert, 'row'));
  }
  show('and its index');
  await session.query(addIndex);
  await session.query('ANALYZE TABLE orders');
}

function insertFrom(start: number): string {
  return `INSERT INTO orders (id, customer_id, status, amount, note, placed_at)
    WITH RECURSIVE numbers (n) AS
      (SELECT ${start + 1} UNION ALL SELECT n + 1 FROM numbers WHERE n < ${start + rowsPerInsert})
    SELECT n, 1 + n * 7919 % 50021, ELT(1 + n % 4, 'placed', 'paid', 'shipped', 'delivered'),
      5 + n * 6661 % 49500 / 100, CONCAT('Leave it with neighbour ', n % 97), '2026-01-01' + INTERVAL n * 20 SECOND
    FROM numbers`;
}
