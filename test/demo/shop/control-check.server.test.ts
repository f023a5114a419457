import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDatabase, testServers } from '../../support/servers/index.ts';
import { checkOrders } from './control-check.ts';
import type { Order } from './order.ts';

const order: Order = { status: 'paid', amount: '12.50', note: 'Ring twice' };
const acknowledged = new Map([
  [1, order],
  [2, order],
  [3, null],
]);

for (const server of testServers()) {
  test(`a lost, a changed and a resurrected order are found out on ${server.name}`, async () => {
    await using database = await createDatabase(server);
    await database.query(`CREATE TABLE orders (id BIGINT UNSIGNED PRIMARY KEY, status VARCHAR(16) NOT NULL,
      amount DECIMAL(12,2) NOT NULL, note VARCHAR(80) NOT NULL, currency CHAR(3) NOT NULL DEFAULT 'EUR')`);
    await database.query(`INSERT INTO orders (id, status, amount, note)
      VALUES (1, 'paid', 12.5, 'Ring twice'), (2, 'paid', 12.5, 'Ring twice'), (4, 'paid', 1, 'Not touched')`);
    const check = () => checkOrders((sql) => database.query(sql), acknowledged);
    assert.deepEqual(await check(), { checked: 3, wrong: [] });

    await database.query('DELETE FROM orders WHERE id = 1');
    await database.query('UPDATE orders SET amount = 12.51 WHERE id = 2');
    await database.query("INSERT INTO orders (id, status, amount, note) VALUES (3, 'paid', 12.5, 'Ring twice')");
    assert.deepEqual((await check()).wrong, [1, 2, 3]);
  });
}
