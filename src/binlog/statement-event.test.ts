import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameCaseOf } from '../mysql/name-case.ts';
import { readStatement } from './statement-event.ts';

const original = { schema: 'shop', name: 'orders' };
const ghost = { schema: 'shop', name: 'orders_gho' };
const read = (text: string, schema = 'shop', lowerCaseTableNames = 0) =>
  readStatement(text, schema, [original, ghost], nameCaseOf(lowerCaseTableNames));

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
    'CREATE TRIGGER `on` AFTER UPDATE ON `shop` . `orders` FOR EACH ROW BEGIN END',
    'CREATE OR REPLACE DEFINER = CURRENT_USER TRIGGER IF NOT EXISTS archive.x BEFORE DELETE ON shop.orders FOR EACH ROW SET @a = 1',
    'CREATE /*!50017 DEFINER=`trigger`@`%` */ TRIGGER x BEFORE INSERT ON orders FOR EACH ROW FOLLOWS y SET NEW.a = 1',
    'CREATE TRIGGER x BEFORE INSERT OR UPDATE OF a ON orders FOR EACH ROW SET NEW.a = 1',
    'ALTER TABLE archive CONVERT PARTITION p0 TO TABLE orders',
    'ALTER TABLE archive CONVERT TABLE orders TO PARTITION p0 VALUES LESS THAN (9)',
    'ALTER TABLE orders DROP PARTITION p0',
    'CREATE OR REPLACE TABLE orders (a INT)',
    'OPTIMIZE TABLE orders',
    'ALTER TABLE archive EXCHANGE PARTITION p0 WITH TABLE orders',
  ]) {
    assert.deepEqual(read(text), { kind: 'touches', table: original, what: 'definition' }, text);
  }
  assert.deepEqual(read('TRUNCATE orders_gho'), { kind: 'touches', table: ghost, what: 'definition' });
});

/** On most machines names are files, and their case counts. */
const elsewhereByCase = [
  'ALTER TABLE Orders ADD c INT',
  'TRUNCATE ORDERS',
  'DROP TABLE a, Orders',
  'RENAME TABLE Orders TO old_orders',
  'CREATE TRIGGER x BEFORE INSERT ON ORDERS FOR EACH ROW SET NEW.a = 1',
  'CREATE TABLE items (order_id INT REFERENCES Orders (id))',
  'OPTIMIZE TABLE Orders',
  'DROP DATABASE Shop',
  'UPDATE Orders SET a = 1',
  'DELETE FROM SHOP.orders',
];
test('a table whose name differs by its case is another one where the server tells them apart', () => {
  for (const text of elsewhereByCase) {
    assert.notEqual(read(text).kind, 'touches', text);
    for (const folding of [1, 2]) assert.equal(read(text, 'shop', folding).kind, 'touches', `${folding}: ${text}`);
  }
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
    assert.notEqual(read(text).kind, 'touches', text);
  }
});

test('rows changed by statement are noticed by any mention', () => {
  for (const text of [
    'UPDATE orders SET a = 1',
    "UPDATE /* don't */ orders SET a = 'x'",
    'DELETE o FROM orders AS o JOIN customers USING (id)',
    "LOAD DATA LOCAL INFILE 'x' INTO TABLE orders",
    'INSERT INTO orders SELECT * FROM audit',
    'INSERT INTO shop.orders SELECT * FROM archive.orders',
    'REPLACE INTO orders SELECT * FROM audit',
    'INSERT INTO /*!99999 audit */ orders SELECT * FROM orders',
    'UPDATE audit JOIN orders USING (id) SET audit.a = orders.a',
    'ANALYZE INSERT INTO audit SELECT * FROM orders',
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
    'ALTER TABLE archive.orders ADD c INT',
    'CREATE TRIGGER x AFTER INSERT ON others FOR EACH ROW INSERT INTO orders (a) VALUES (NEW.x)',
    'CREATE DEFINER=`on`@`orders` TRIGGER orders AFTER INSERT ON others FOR EACH ROW BEGIN DELETE FROM shop.orders; END',
    'CREATE TRIGGER x AFTER INSERT ON archive.orders FOR EACH ROW SET @a = 1',
    'DROP TRIGGER orders',
    'ALTER VIEW v AS SELECT * FROM orders',
    'CREATE OR REPLACE VIEW v AS SELECT * FROM orders',
    'DROP VIEW v /* orders */',
    'CREATE PROCEDURE p() TRUNCATE TABLE orders',
    'CREATE DEFINER=`a`@`%` PROCEDURE p() BEGIN UPDATE orders SET a = 1; OPTIMIZE TABLE orders; END',
    'CREATE FUNCTION f() RETURNS INT RETURN (SELECT COUNT(*) FROM orders)',
    'ALTER PROCEDURE orders COMMENT "orders"',
    'DROP FUNCTION orders',
    'CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO OPTIMIZE TABLE orders',
    'ALTER EVENT e DO DELETE FROM orders',
    'DROP EVENT orders',
    'CREATE INDEX orders ON others (orders)',
    'DROP INDEX orders ON others',
    'RENAME TABLE others TO more',
    'RENAME TABLE archive.orders TO archive.old',
    'OPTIMIZE TABLE others -- orders',
    'ALTER TABLE others COMMENT "of orders", ADD KEY orders (orders)',
    'ALTER TABLE others PARTITION BY HASH (orders)',
    'ALTER TABLE others DROP PARTITION orders',
    'ALTER TABLE others EXCHANGE PARTITION orders WITH TABLE more',
    'GRANT ALL ON shop.orders TO reader',
    'FLUSH TABLES orders',
  ]) {
    assert.match(read(text).kind, /^(?:nothing|defines)$/u, text);
  }
  assert.deepEqual(read('ALTER TABLE orders RENAME a_year_ago', 'archive'), {
    kind: 'defines',
    adds: true,
    removes: true,
    tables: [{ schema: 'archive', name: 'orders' }],
  });
});

test('a statement that writes other rows is handed on with all that it names', () => {
  const notes = { schema: 'shop', name: 'notes' };
  const log = { schema: 'archive', name: 'log' };
  for (const [text, tables, functions] of [
    ["INSERT INTO notes (a, b) VALUES ('orders', CONCAT('fn(', NOW()))", [notes], []],
    ['REPLACE INTO notes SELECT MAX(a) FROM archive.log', [notes, log], []],
    ['UPDATE notes, archive.log AS l SET a = `abs`(1)', [notes, log], ['abs']],
    ['INSERT INTO notes SELECT a FROM orders', [notes, original], []],
    ['REPLACE INTO notes (a) SELECT a FROM shop.orders AS o', [notes, original], []],
    ['INSERT INTO archive.log SELECT fn(a) FROM orders', [log, original], ['fn']],
    ['DELETE FROM notes WHERE a IN (SELECT count (b) FROM archive.log)', [notes, log], ['count']],
    ['CREATE TABLE x AS SELECT fn() FROM notes', [notes], ['fn']],
    ['CREATE TEMPORARY TABLE orders (a INT) SELECT a FROM notes', [notes], []],
    ["LOAD DATA INFILE '' INTO TABLE archive.log (a, @b) SET c = fn(@b)", [log], ['fn']],
    ['SELECT fn()', [], ['fn']],
    ['DO SLEEP(1), fn()', [], ['fn']],
    ['SET STATEMENT max_statement_time=1 FOR INSERT INTO notes VALUES (1)', [notes], []],
  ] as const) {
    assert.deepEqual(read(text), { kind: 'may-reach', reach: { tables, functions } }, text);
  }
});

test('what a statement names is not believed where it may be read in another way', () => {
  for (const text of [
    'INSERT INTO /*!99999 notes */ v VALUES (1)',
    'INSERT INTO notes VALUES (archive.fn())',
    'WITH x AS (SELECT 1) SELECT * FROM x',
    'CREATE OR REPLACE TABLE x AS SELECT a FROM notes',
    "LOAD DATA INFILE '' INTO TABLE notes (a) SET a = (SELECT b FROM v)",
    'ANALYZE INSERT INTO notes VALUES (1)',
    'SOME FUTURE VERB',
  ]) {
    assert.deepEqual(read(text), { kind: 'may-reach', reach: null }, text);
  }
});

test('definitions that may take away what a statement went through are told from those that add something', () => {
  for (const [text, removes] of [
    ['DROP TRIGGER x', true],
    ['DROP VIEW x', true],
    ['DROP FUNCTION IF EXISTS x', true],
    ['DROP TABLE x', true],
    ['RENAME TABLE x TO y', true],
    ['ALTER TABLE x DROP FOREIGN KEY y', true],
    ['ALTER VIEW x AS SELECT 1', true],
    ['CREATE OR REPLACE VIEW x AS SELECT 1', true],
    ['DROP DATABASE archive', true],
    ['CREATE TRIGGER x BEFORE INSERT ON y FOR EACH ROW SET @a = 1', false],
    ['CREATE VIEW x AS SELECT 1', false],
  ] as const) {
    const meaning = read(text);
    assert.ok(meaning.kind === 'defines', text);
    assert.equal(meaning.removes, removes, text);
  }
  for (const text of [
    'DROP USER x',
    'CREATE EVENT x ON SCHEDULE EVERY 1 DAY DO SELECT fn()',
    'TRUNCATE x',
    'CREATE TABLE x (a INT)',
    'ALTER TABLE x ADD a INT',
    'REPAIR TABLE x',
  ]) {
    assert.deepEqual(read(text), { kind: 'nothing' }, text);
  }
});

test('an XA transaction has one name from start to commit', () => {
  assert.deepEqual(read("XA START X'61',X'',1"), { kind: 'xa-start' });
  assert.deepEqual(read("XA COMMIT X'61',X'',1"), { kind: 'xa-commit', xid: '61,,1' });
  assert.deepEqual(read("XA COMMIT X'61',X'',1 ONE PHASE"), { kind: 'xa-commit', xid: '61,,1' });
  assert.deepEqual(read("XA END X'61',X'',1"), { kind: 'nothing' });
});
