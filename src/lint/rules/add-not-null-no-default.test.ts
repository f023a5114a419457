import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flaggedBy } from '../flagged-by.ts';
import { lintFile } from '../lint-file.ts';

test('only a column that old code must fill in is flagged', () => {
  const text = `ALTER TABLE t ADD (
    a INT NOT NULL,
    b INT NOT NULL DEFAULT 0,
    c INT,
    d INT NOT NULL AUTO_INCREMENT,
    e INT AS (a + 1) NOT NULL,
    f DATETIME COMMENT 'NOT NULL',
    g SERIAL), ADD COLUMN h DATE NOT NULL FIRST`;
  assert.deepEqual(flaggedBy('add-not-null-no-default', text), ['a INT NOT NULL', 'ADD COLUMN h DATE NOT NULL FIRST']);
});

test('a table that is only being created has no rows', () => {
  assert.deepEqual(flaggedBy('add-not-null-no-default', 'CREATE TABLE t (a INT NOT NULL)'), []);
});

test('what becomes of the rows depends on the type', () => {
  const messageOf = (type: string): string =>
    lintFile({ path: 'a.sql', text: `ALTER TABLE t ADD a ${type} NOT NULL` })
      .map(({ message }) => message)
      .join();
  assert.match(messageOf('DATETIME(6)'), /zero date/);
  assert.doesNotMatch(messageOf('YEAR'), /zero date/);
});
