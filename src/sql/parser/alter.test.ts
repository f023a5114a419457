import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AlterStatement, bodyWith, readAlter } from './alter.ts';
import type { ServerDialect } from './executable-comment.ts';

test('everything the author asked of the server about how to do it is taken out of the body', () => {
  const written = 'ALTER ONLINE IGNORE TABLE app.users NOWAIT ALGORITHM=INPLACE, ADD a INT, LOCK = NONE, DROP b;';
  const alter = read(written);
  assert.equal(alter.body, 'ADD a INT, DROP b');
  assert.deepEqual(alter.table, { schema: 'app', name: 'users' });
  assert.deepEqual([alter.hasAlgorithm, alter.hasLock, alter.hasIgnore], [true, true, true]);
});

test('ONLINE stands for a LOCK', () => {
  assert.equal(read('ALTER ONLINE TABLE t ADD a INT').hasLock, true);
  assert.equal(read('ALTER IGNORE TABLE t ADD a INT').hasLock, false);
});

test('a word inside quotes, a comment or a name is not a clause', () => {
  const alter = read("ALTER TABLE t ADD a INT COMMENT ', LOCK=NONE', /* , ALGORITHM=COPY */ DROP `lock`, DROP `a``b`");
  assert.equal(alter.body, "ADD a INT COMMENT ', LOCK=NONE', DROP `lock`, DROP `a``b`");
  assert.deepEqual(alter.droppedColumns, ['lock', 'a`b']);
  assert.equal(alter.hasLock, false);
});

test('nothing at the end of the body can swallow what is put behind it', () => {
  assert.equal(read('ALTER TABLE t ADD/**/a/* why */INT -- why\n # more').body, 'ADD a INT');
});

test('modifiers go where every clause accepts them', () => {
  const placed = (sql: string): string => bodyWith(read(sql), 'ALGORITHM=INPLACE');
  assert.equal(placed('ALTER TABLE t ADD a INT'), 'ALGORITHM=INPLACE, ADD a INT');
  assert.equal(placed('ALTER TABLE t DROP PARTITION p0, p1'), 'ALGORITHM=INPLACE, DROP PARTITION p0, p1');
  assert.equal(placed('ALTER TABLE t PARTITION BY HASH (id)'), 'ALGORITHM=INPLACE PARTITION BY HASH (id)');
  assert.equal(
    placed('ALTER TABLE t ADD a INT REMOVE PARTITIONING'),
    'ALGORITHM=INPLACE, ADD a INT REMOVE PARTITIONING',
  );
  assert.equal(placed('ALTER TABLE t'), 'ALGORITHM=INPLACE');
});

test('CREATE INDEX and DROP INDEX become clauses', () => {
  const body = (sql: string): string => read(sql).body;
  assert.equal(
    body('CREATE UNIQUE INDEX a USING BTREE ON t (b(3), c) COMMENT "x" LOCK=NONE'),
    'ADD UNIQUE INDEX a USING BTREE (b(3), c) COMMENT "x"',
  );
  assert.equal(body('DROP INDEX `a b` ON s.t ALGORITHM INPLACE LOCK NONE'), 'DROP INDEX `a b`');
  assert.equal(body('CREATE OR REPLACE INDEX a ON t (b)'), 'DROP INDEX IF EXISTS a, ADD INDEX a (b)');
  assert.equal(read('DROP INDEX `PRIMARY` ON t').dropsPrimaryKey, true);
});

test('renames are seen in every spelling, swaps included', () => {
  const alter = read(
    'ALTER TABLE t CHANGE a b INT, CHANGE COLUMN b a INT, RENAME COLUMN `C` TO c, CHANGE d d INT, RENAME s.u',
  );
  assert.deepEqual(alter.columnRenames, [
    { from: 'a', to: 'b' },
    { from: 'b', to: 'a' },
    { from: 'C', to: 'c' },
  ]);
  assert.deepEqual(alter.renamesTo, { schema: 's', name: 'u' });
});

test('executable comments are code for the servers that run them', () => {
  const sql = 'ALTER TABLE t ADD a INT /*!80000 , ADD b INT */ /*M!100100 , ADD c INT */ , ALGORITHM=COPY';
  const added = (server: ServerDialect | null): readonly string[] => read(sql, server).addedColumns;
  assert.deepEqual(added(null), ['a', 'b', 'c']);
  assert.deepEqual(added({ flavor: 'mysql', version: '8.4.3' }), ['a', 'b']);
  assert.deepEqual(added({ flavor: 'mysql', version: '5.7.44-log' }), ['a']);
  assert.deepEqual(added({ flavor: 'mariadb', version: '10.11.6-MariaDB' }), ['a', 'c']);
  assert.equal(read(sql, { flavor: 'mariadb', version: '10.11.6-MariaDB' }).body, 'ADD a INT, ADD c INT');
});

test('a stray comma is left for the server to refuse', () => {
  assert.equal(read('ALTER TABLE t ADD a INT,').body, 'ADD a INT, ');
});

test('an ALTER without a clause is empty, with or without modifiers', () => {
  assert.equal(read('ALTER TABLE t').isEmpty, true);
  assert.equal(read('ALTER TABLE t ALGORITHM=INPLACE, LOCK=NONE').isEmpty, true);
  assert.equal(read('ALTER TABLE t FORCE').isEmpty, false);
});

test('anything but exactly one ALTER says what it is', () => {
  assert.equal(readAlter('-- nothing').kind, 'not-one-statement');
  assert.deepEqual(readAlter('ALTER TABLE t FORCE; ALTER TABLE u FORCE'), { kind: 'not-one-statement', count: 2 });
  const other = readAlter('CREATE DEFINER=`a`@`b` VIEW v AS SELECT 1');
  assert.equal(other.kind === 'not-alter' && other.statement.kind === 'other' && other.statement.verb, 'CREATE VIEW');
});

function read(sql: string, server: ServerDialect | null = null): AlterStatement {
  const alter = readAlter(sql, server && { ...server, sqlMode: '' });
  assert.equal(alter.kind, 'alter');
  return alter;
}
