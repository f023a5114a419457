import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFile } from '../../sql/parser/script/parsed-file.ts';
import { singleStatement, typedPath } from './file-statement.ts';

const kindOf = (text: string): string => {
  const { task, complaint } = singleStatement(parseFile(typedPath, text));
  if (task === null) throw complaint;
  return task.kind;
};

test('what changes a table in use is for the engine', () => {
  for (const text of [
    'ALTER TABLE t ADD a INT',
    'CREATE INDEX i ON t (a)',
    'DROP INDEX i ON t',
    'CREATE FULLTEXT INDEX i ON t (a)',
  ]) {
    assert.equal(kindOf(text), 'change');
  }
});

test('tables are created and dropped', () => {
  assert.equal(kindOf('CREATE TABLE IF NOT EXISTS t (a INT)'), 'create');
  assert.equal(kindOf('DROP TABLE IF EXISTS t'), 'drop');
});

test('tables get new names, in whichever spelling', () => {
  for (const text of [
    'RENAME TABLE a TO b, c TO d',
    'RENAME TABLE IF EXISTS a WAIT 5 TO b',
    'ALTER TABLE a RENAME b',
    'ALTER TABLE a RENAME TO b, ALGORITHM=INPLACE, LOCK=NONE',
  ]) {
    assert.equal(kindOf(text), 'rename');
  }
  assert.equal(kindOf('ALTER TABLE a RENAME COLUMN b TO c'), 'change');
  assert.equal(kindOf('ALTER TABLE a RENAME INDEX b TO c'), 'change');
});

test('anything else is refused by name', () => {
  const cases = {
    'REPLACE INTO t VALUES (1)': /^REPLACE/u,
    "LOAD DATA INFILE 'f' INTO TABLE t": /^LOAD/u,
    'CREATE VIEW v AS SELECT 1': /^CREATE VIEW/u,
    'TRUNCATE t': /^TRUNCATE TABLE/u,
    'ALTER TABLE a ADD b INT, RENAME TO c': /^RENAME TO together with other clauses/u,
    'ALTER TABLE a RENAME TO b, RENAME TO c': /^RENAME TO together with other clauses/u,
    'DROP DATABASE d': /^DROP DATABASE/u,
    'DROP TABLE a, b': /^DROP TABLE of several tables/u,
    'DROP TEMPORARY TABLE a': /^DROP TEMPORARY TABLE/u,
    'CREATE TEMPORARY TABLE a (b INT)': /^CREATE TEMPORARY TABLE/u,
    'CREATE TABLE a SELECT * FROM d.b': /^CREATE TABLE … SELECT/u,
    'CREATE TABLE a (c INT) AS SELECT 1': /^CREATE TABLE … SELECT/u,
    'CREATE OR REPLACE TABLE a (b INT)': /^CREATE OR REPLACE TABLE/u,
  };
  for (const [text, message] of Object.entries(cases)) {
    assert.throws(() => kindOf(text), { code: 'unsupported-statement', message });
  }
});

test('a statement of a kind that is shipped is not told to be of none', () => {
  assert.throws(() => kindOf('ALTER TABLE "t" ADD a INT'), {
    message: /^This ALTER TABLE \(the statement of --alter\) cannot be read/u,
    hint: /^Write names in backquotes or without quotes/u,
  });
  assert.equal(kindOf('ALTER TABLE `t` ADD a INT'), 'change');
});

test('a first word without end is cut', () => {
  assert.throws(
    () => kindOf('x'.repeat(2_000_000)),
    ({ message }: Error) => message.length < 200,
  );
});

test('a word that is mistyped is told to be, with what was meant', () => {
  for (const [text, meant] of [
    ['ALTER TABEL t ADD a INT', 'ALTER TABLE'],
    ['ALTR TABLE t ADD a INT', 'ALTER TABLE'],
    ['CREATE INDXE i ON t (a)', 'CREATE INDEX'],
    ['DORP TABLE t', 'DROP TABLE'],
  ] as const) {
    const [words = ''] = /^\w+ \w+/u.exec(text) ?? [];
    assert.throws(() => kindOf(text), {
      message: `${words} (the statement of --alter) seems to be misspelt: did you mean ${meant}?`,
      hint: `Correct the word: write ${meant}.`,
    });
  }
});
