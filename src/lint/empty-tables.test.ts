import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFile } from '../sql/parser/script/parsed-file.ts';
import { lintFiles } from './lint-file.ts';

const key = 'ALTER TABLE c ADD CONSTRAINT f FOREIGN KEY (p) REFERENCES p (id)';
const create = 'CREATE TABLE c (id INT PRIMARY KEY, p INT, a INT)';

/** Files of one run, and whether the foreign key at the end of the last one is flagged. */
const cases: readonly (readonly [files: readonly string[], isFlagged: boolean])[] = [
  [[`${create}; ${key}`], false],
  [[create, key], false],
  [[`CREATE TABLE c LIKE b; ${key}`], false],
  [[`CREATE TABLE b (id INT PRIMARY KEY); RENAME TABLE b TO c; ${key}`], false],
  [[`CREATE TABLE b (id INT PRIMARY KEY); ALTER TABLE b RENAME TO c; ${key}`], false],
  [[`${create}; INSERT INTO b (id) VALUES (1); ${key}`], false],
  [[`${create}; CREATE TABLE d LIKE c; ALTER TABLE c ADD b INT; ${key}`], false],
  [[`${create}; SET NAMES utf8mb4; SELECT 1; ${key}`], false],
  [[key], true],
  [[`CREATE TABLE IF NOT EXISTS c (id INT PRIMARY KEY); ${key}`], true],
  [[`CREATE TABLE c AS SELECT * FROM b; ${key}`], true],
  [[`${create}; INSERT INTO c (id) VALUES (1); ${key}`], true],
  [[create, 'INSERT INTO c (id) SELECT id FROM b', key], true],
  [[`${create}; CALL fill(); ${key}`], true],
  [[`${create}; ALTER TABLE c EXCHANGE PARTITION p WITH TABLE b; ${key}`], true],
  [[`CREATE TABLE s.c (id INT PRIMARY KEY); ${key}`], true],
  [[`${create}; DROP TABLE c; RENAME TABLE b TO c; ${key}`], true],
];

for (const [files, isFlagged] of cases) {
  test(`${files.join(' | ')}`, () => {
    const inputs = files.map((text, index) => ({ file: parseFile(`${index}.sql`, text) }));
    const { findings } = lintFiles(inputs);
    assert.equal(
      findings.some(({ rule }) => rule === 'add-foreign-key'),
      isFlagged,
    );
  });
}

test('a table that an earlier run has made may have rows', () => {
  const file = parseFile('1.sql', `${create}; ${key}`);
  const { findings } = lintFiles([{ file, applied: new Set([0]) }]);
  assert.deepEqual(
    findings.filter(({ rule }) => rule === 'add-foreign-key').map(({ statement }) => statement),
    [2],
  );
});

test('a rule about something else than rows is not silent', () => {
  const text = `${create}; ALTER TABLE c DROP COLUMN a;`;
  const { findings } = lintFiles([{ file: parseFile('1.sql', text) }]);
  assert.ok(findings.some(({ rule }) => rule === 'drop-column'));
});

test('a comment that was needed once is no fault', () => {
  const text = `${create};\n-- lint:ignore add-foreign-key -- few rows\n${key};`;
  const { findings } = lintFiles([{ file: parseFile('1.sql', text) }]);
  assert.deepEqual(
    findings.filter(({ rule }) => rule === 'suppression-invalid'),
    [],
  );
});
