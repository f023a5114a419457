import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readStatement } from './statement-event.ts';

const original = { schema: 'shop', name: 'orders' };
const ghost = { schema: 'shop', name: 'orders_gho' };
const read = (text: string, schema = 'shop') => readStatement(text, schema, [original, ghost]);

test('definitions of the watched tables are noticed, however they are written', () => {
  for (const text of [
    'ALTER TABLE orders ADD c INT',
    'alter table `shop`.`orders` add c int',
    '-- hurry\nTRUNCATE orders',
    '/*!80000 TRUNCATE TABLE orders */',
    'SET STATEMENT max_statement_time=1 FOR ALTER TABLE orders FORCE',
    'RENAME TABLE orders TO old_orders',
    'DROP TABLE IF EXISTS a, orders',
    'DROP DATABASE shop',
    'CREATE INDEX i ON orders (a)',
    'CREATE DEFINER=`root`@`%` TRIGGER x BEFORE INSERT ON orders FOR EACH ROW SET NEW.a = 1',
    'CREATE OR REPLACE TABLE orders (a INT)',
    'OPTIMIZE TABLE orders',
    'ALTER TABLE archive EXCHANGE PARTITION p0 WITH TABLE orders',
  ]) {
    assert.deepEqual(read(text), { kind: 'touches', table: original, what: 'definition' }, text);
  }
  assert.deepEqual(read('TRUNCATE orders_gho'), { kind: 'touches', table: ghost, what: 'definition' });
});

test('a foreign key that comes to refer to a watched table is noticed', () => {
  for (const text of [
    'CREATE TABLE items (order_id INT, FOREIGN KEY (order_id) REFERENCES orders (id))',
    'CREATE TABLE archive.items (order_id INT REFERENCES `shop`.`orders` (id))',
    'ALTER TABLE items ADD CONSTRAINT f FOREIGN KEY (order_id) REFERENCES orders (id)',
  ]) {
    assert.deepEqual(read(text), { kind: 'touches', table: original, what: 'definition' }, text);
  }
  for (const text of [
    'CREATE TABLE archive.items (order_id INT REFERENCES orders (id))',
    'CREATE TEMPORARY TABLE items (order_id INT REFERENCES orders (id))',
    'ALTER TABLE orders_of_old ADD FOREIGN KEY (orders) REFERENCES customers (orders)',
  ]) {
    assert.deepEqual(read(text), { kind: 'nothing' }, text);
  }
});

test('rows changed by statement are noticed by any mention', () => {
  for (const text of [
    'UPDATE orders SET a = 1',
    "UPDATE /* don't */ orders SET a = 'x'",
    'DELETE o FROM orders AS o JOIN customers USING (id)',
    "LOAD DATA LOCAL INFILE 'x' INTO TABLE orders",
    'INSERT INTO audit SELECT * FROM orders',
    'ANALYZE FORMAT=JSON UPDATE orders SET a = 1',
    'SOME FUTURE VERB ON orders',
  ]) {
    assert.deepEqual(read(text), { kind: 'touches', table: original, what: 'rows' }, text);
  }
});

test('other tables, other schemas and harmless statements pass', () => {
  for (const text of [
    'BEGIN',
    'ALTER TABLE customers ADD orders INT',
    'CREATE TABLE IF NOT EXISTS orders (a INT)',
    'CREATE TABLE x LIKE orders',
    'CREATE TEMPORARY TABLE orders (a INT)',
    'DROP TEMPORARY TABLE orders',
    'ANALYZE TABLE orders',
    'GRANT SELECT ON orders TO reader',
    'CREATE VIEW v AS SELECT * FROM orders',
    'SAVEPOINT orders',
    "INSERT INTO notes VALUES ('orders')",
    'ALTER TABLE archive.orders ADD c INT',
  ]) {
    assert.deepEqual(read(text), { kind: 'nothing' }, text);
  }
  assert.deepEqual(read('ALTER TABLE orders ADD c INT', 'archive'), { kind: 'nothing' });
});

test('an XA transaction has one name from start to commit', () => {
  assert.deepEqual(read("XA START X'61',X'',1"), { kind: 'xa-start' });
  assert.deepEqual(read("XA COMMIT X'61',X'',1"), { kind: 'xa-commit', xid: '61,,1' });
  assert.deepEqual(read("XA COMMIT X'61',X'',1 ONE PHASE"), { kind: 'xa-commit', xid: '61,,1' });
  assert.deepEqual(read("XA END X'61',X'',1"), { kind: 'nothing' });
});
