import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '../../../test/support/fast-check.ts';
import { splitFile } from './split-file.ts';

const nastyFile = [
  '\uFEFF-- a comment; with a semicolon',
  "SELECT \"a;b\", 'it''s; \\'quoted\\'', `we;ird``name`, `\\`;",
  '# another; one',
  "/* block; 'unbalanced */ INSERT INTO t VALUES (5--1);",
  "SELECT 1 -- don't stop here;",
  ', 2;;',
  '/*!40101 SET NAMES utf8mb4 */; SELECT 2*/* no; end */3;',
  'ALTER TABLE 🦄 ADD COLUMN `naïve` INT COMMENT "🦄;";',
  '\tdelimiter $$',
  'CREATE PROCEDURE p() BEGIN SELECT 1; SELECT 2; END$$',
  'DELIMITER ;',
  'SHOW TABLES\\G SELECT 3\\g',
  '-- only a comment;',
  '/* and',
  '   another; */;',
  'SELECT 4 -- the last one has no end',
].join('\r\n');

test('statements are those the mysql client would send', () => {
  assert.deepEqual(statementsOf(nastyFile), [
    "SELECT \"a;b\", 'it''s; \\'quoted\\'', `we;ird``name`, `\\`",
    'INSERT INTO t VALUES (5--1)',
    "SELECT 1 -- don't stop here;\r\n, 2",
    '/*!40101 SET NAMES utf8mb4 */',
    'SELECT 2*/* no; end */3',
    'ALTER TABLE 🦄 ADD COLUMN `naïve` INT COMMENT "🦄;"',
    'CREATE PROCEDURE p() BEGIN SELECT 1; SELECT 2; END',
    'SHOW TABLES',
    'SELECT 3',
    'SELECT 4',
  ]);
});

test('comments are given with their marks, where they stand', () => {
  const { comments } = splitFile(nastyFile);
  assert.deepEqual(
    comments.map(({ start, end }) => nastyFile.slice(start, end).trimEnd()),
    [
      '-- a comment; with a semicolon',
      '# another; one',
      "/* block; 'unbalanced */",
      "-- don't stop here;",
      '/* no; end */',
      '-- only a comment;',
      '/* and\r\n   another; */',
      '-- the last one has no end',
    ],
  );
});

test('a delimiter may end a word, be quoted, and share its line with nothing', () => {
  assert.deepEqual(statementsOf("DELIMITER '//' ignored\nSELECT 1//SELECT 2; SELECT 3//\nDELIMITER ;\nSELECT 4;"), [
    'SELECT 1',
    'SELECT 2; SELECT 3',
    'SELECT 4',
  ]);
});

test('DELIMITER is a command only between statements and at the start of a line', () => {
  const text =
    'CREATE TABLE t (\n  delimiter INT\n);\nSELECT\ndelimiter x; delimiter y;\n-- and now\n delimiter //\nSELECT ";"; //';
  assert.deepEqual(statementsOf(text), [
    'CREATE TABLE t (\n  delimiter INT\n)',
    'SELECT\ndelimiter x',
    'delimiter y',
    'SELECT ";";',
  ]);
});

for (const [kind, text] of [
  ['string', "SELECT 1; SELECT 'never closed; SELECT 2"],
  ['identifier', 'SELECT 1; SELECT `never closed; SELECT 2'],
  ['comment', 'SELECT 1; SELECT /* never closed; SELECT 2'],
] as const) {
  test(`a ${kind} the file ends in is told`, () => {
    assert.deepEqual(splitFile(text).unterminated, { kind, start: text.search(/['`/]/), end: text.length });
    assert.equal(splitFile(text).statements.length, 2);
  });
}

test('whatever the text, nothing but blanks and delimiters is left outside of statements and comments', () => {
  const piece = fc.constantFrom('a', ' ', ';', "'", '"', '`', '\\', '/*', '/*!', '*/', '--', '#', '\n', '\r\n', '🦄');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (parts) => {
      const text = parts.join('');
      const { statements, comments } = splitFile(text);
      let end = 0;
      let outside = '';
      for (const span of [...statements, ...comments].sort((a, b) => a.start - b.start)) {
        outside += text.slice(end, Math.max(end, span.start));
        end = Math.max(end, span.end);
      }
      assert.match(outside + text.slice(end), /^[\s;]*$/);
    }),
  );
});

function statementsOf(text: string): readonly string[] {
  return splitFile(text).statements.map(({ start, end }) => text.slice(start, end));
}
