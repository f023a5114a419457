import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readingMode } from '../sql/parser/reading-mode.ts';
import { parseFile } from '../sql/parser/script/parsed-file.ts';
import { lintFiles } from './lint-file.ts';

function rulesOf(text: string, ...modes: readonly string[]): readonly string[] {
  return lintFiles([{ file: parseFile('1.sql', text, readingMode(modes)) }]).findings.map(({ rule }) => rule);
}

test('what is in double quotes is a name under ANSI_QUOTES, and in every mode that has it', () => {
  const text = 'ALTER TABLE "t" DROP COLUMN "x;y";\nDROP TABLE "old"';
  assert.deepEqual(rulesOf(text), ['unsupported-statement', 'unsupported-statement']);
  for (const mode of ['ANSI_QUOTES', 'ANSI', 'ORACLE', 'MSSQL', 'DB2', 'MAXDB', 'POSTGRESQL'])
    assert.deepEqual(rulesOf(text, mode), ['drop-column', 'drop-table'], mode);
});

test('a backslash ends no string under NO_BACKSLASH_ESCAPES', () => {
  const text = String.raw`ALTER TABLE t ADD p CHAR(9) DEFAULT 'c:\', DROP q, ADD r CHAR(9) DEFAULT 'd:\';`;
  assert.deepEqual(rulesOf(text, 'NO_BACKSLASH_ESCAPES'), ['drop-column']);
  assert.deepEqual(rulesOf(text), ['syntax-error']);
});

test('a suppression is found by the same quotes', () => {
  const text = 'ALTER TABLE t\n  -- lint:ignore drop-column -- unused\n  DROP COLUMN "it\'s";';
  assert.deepEqual(rulesOf(text, 'ANSI_QUOTES'), []);
});
