import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFile } from '../../sql/parser/script/parsed-file.ts';
import { placeOf, singleStatement, statementsOf, typedPath } from './file-statement.ts';

const read = (text: string) => statementsOf(parseFile('migrations/1.sql', text));

test('statements know where they stand and what they are about', () => {
  const found = read('-- first\nALTER TABLE a ADD x INT;\n\nDROP TABLE\n  b;\nCREATE UNIQUE INDEX i ON c (d)');
  assert.deepEqual(
    found.map((statement) => [placeOf(statement), statement.ordinal, statement.table]),
    [
      ['migrations/1.sql:2', 1, 'a'],
      ['migrations/1.sql:4', 2, 'b'],
      ['migrations/1.sql:6', 3, 'c'],
    ],
  );
});

test('the digest is that of the text, whatever the line endings', () => {
  const [unix, windows, other] = [
    'ALTER TABLE a\nADD x INT',
    'ALTER TABLE a\r\nADD x INT',
    'ALTER TABLE a\nADD y INT',
  ].map((text) => singleStatement(parseFile(typedPath, text)).digest);
  assert.equal(unix, windows);
  assert.notEqual(unix, other);
});

test('a quote that does not end is named with its line', () => {
  assert.throws(() => read("ALTER TABLE a\n  COMMENT 'oops;\n"), {
    code: 'invalid-statement',
    message: /migrations\/1\.sql:2/u,
  });
});

test('--alter is exactly one statement', () => {
  assert.equal(singleStatement(parseFile(typedPath, 'ALTER TABLE a ADD x INT;')).text, 'ALTER TABLE a ADD x INT');
  assert.throws(() => singleStatement(parseFile(typedPath, ' -- nothing\n')), {
    code: 'usage',
    message: /no statement/u,
  });
  assert.throws(() => singleStatement(parseFile(typedPath, 'DROP TABLE a; DROP TABLE b')), {
    code: 'usage',
    message: /2 statements/u,
  });
});
