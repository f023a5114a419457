import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flaggedBy } from '../flagged-by.ts';
import { lintFile } from '../lint-file.ts';

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

test('a display width is taken out by the suggestion, and nothing else', () => {
  const text = 'ALTER TABLE t\r\n  ADD a INT(11) UNSIGNED NULL, -- visits\r\n  ADD b INT NULL;';
  assert.deepEqual(
    lintFile({ path: '1.sql', text }).map(({ suggestion }) => suggestion),
    [{ startLine: 2, endLine: 2, text: '  ADD a INT UNSIGNED NULL, -- visits' }],
  );
});
