import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flaggedBy } from '../flagged-by.ts';

test('types are flagged from their name to their last attribute', () => {
  const text = `CREATE TABLE t (a INT(11) UNSIGNED NOT NULL, b TINYINT(1), c FLOAT(7, 2), d DECIMAL(9, 2) UNSIGNED, e CHAR(3) BINARY, f FLOAT(7));
    ALTER TABLE u MODIFY g INT ZEROFILL, CHANGE h h DOUBLE PRECISION UNSIGNED`;
  assert.deepEqual(flaggedBy('deprecated-syntax', text), [
    'INT(11) UNSIGNED',
    'FLOAT(7, 2)',
    'DECIMAL(9, 2) UNSIGNED',
    'CHAR(3) BINARY',
    'INT ZEROFILL',
    'DOUBLE PRECISION UNSIGNED',
  ]);
});

test('the old utf8 is flagged wherever it is named', () => {
  const text = `CREATE TABLE t (a INT) ENGINE=InnoDB, DEFAULT CHARSET=utf8; ALTER TABLE u CONVERT TO CHARACTER SET utf8mb3;
    ALTER TABLE v ADD a TEXT CHARACTER SET UTF8, CHARSET = utf8mb4`;
  assert.deepEqual(flaggedBy('deprecated-syntax', text), ['DEFAULT CHARSET=utf8', 'utf8mb3', 'UTF8']);
});
