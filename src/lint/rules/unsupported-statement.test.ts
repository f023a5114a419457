import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readingMode } from '../../sql/parser/reading-mode.ts';
import { parseFile } from '../../sql/parser/script/parsed-file.ts';
import { flaggedBy } from '../flagged-by.ts';
import { lintFiles } from '../lint-file.ts';

test('whatever is not about the shape of a table is flagged by name', () => {
  const text =
    'INSERT INTO t VALUES (1); CREATE VIEW v AS SELECT 1; SET GLOBAL a = 1; CREATE TEMPORARY TABLE u (a INT); DROP TEMPORARY TABLE u; DROP TABLE t, u';
  assert.deepEqual(flaggedBy('unsupported-statement', text), text.split('; '));
});

test('so are clauses that a copy cannot take part in', () => {
  const clauses = [
    'DISCARD TABLESPACE',
    'SECONDARY_LOAD',
    'EXCHANGE PARTITION p WITH TABLE u',
    'CONVERT TABLE u TO PARTITION p VALUES LESS THAN (9)',
    'CONVERT PARTITION p TO TABLE u',
    'IMPORT PARTITION p TABLESPACE',
    'UNION=(u)',
  ];
  const text = [...clauses, 'ADD a INT'].map((clause) => `ALTER TABLE t ${clause};`).join(' ');
  assert.deepEqual(flaggedBy('unsupported-statement', text), clauses);
});

test('ALTER IGNORE is told for what it does, and double quotes for what they hold', () => {
  assert.deepEqual(flaggedBy('unsupported-statement', 'ALTER IGNORE TABLE t ADD UNIQUE KEY (a);'), ['IGNORE']);
  const told = (modes: readonly string[]): string[] =>
    lintFiles([{ file: parseFile('a.sql', 'ALTER TABLE "t" ADD "a" INT NULL;', readingMode(modes)) }]).findings.map(
      (finding) => JSON.stringify(finding),
    );
  assert.match(told([])[0] ?? '', /ALTER TABLE cannot be read.*Double quotes hold a name only where/u);
  assert.deepEqual(told(['ANSI_QUOTES']), []);
});

test('what has a rule of its own is left to it', () => {
  assert.deepEqual(
    flaggedBy('unsupported-statement', 'TRUNCATE a; DROP DATABASE b; RENAME TABLE c TO d; DROP TABLE e;'),
    [],
  );
});
