import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PlannedStatement } from '../commands/plan/planned-statement.ts';
import type { Finding } from '../lint/finding.ts';
import { annotationsOf } from './annotation.ts';

const finding: Finding = {
  rule: 'rename-column',
  severity: 'warning',
  file: 'migrations/1.sql',
  statement: 1,
  table: 'users',
  start: { line: 2, column: 3 },
  end: { line: 2, column: 9 },
  title: 'Renames a column',
  message: 'a becomes b.',
  why: 'Old code asks for a.',
  fix: 'Add b first.',
  source: 'text',
  evidence: null,
  suggestion: null,
};

const refused: PlannedStatement = {
  kind: 'refused',
  file: 'migrations/1.sql',
  line: 5,
  statement: 'DROP TABLE t',
  table: 't',
  error: { code: 'statement-not-allowed', message: 'It was not allowed.', hint: 'Allow it.' },
};

test('a finding becomes a remark at its place', () => {
  assert.deepEqual(annotationsOf({ findings: [finding], statements: [] }), [
    {
      path: 'migrations/1.sql',
      startLine: 2,
      endLine: 2,
      columns: { start: 3, end: 8 },
      level: 'warning',
      title: 'Renames a column (rename-column)',
      message: 'a becomes b.\nOld code asks for a.\nInstead: Add b first.',
    },
  ]);
});

test('columns are left out where they would be refused', () => {
  const [annotation] = annotationsOf({ findings: [{ ...finding, end: { line: 3, column: 1 } }], statements: [] });
  assert.equal(annotation?.columns, null);
});

test('errors come first, refusals among them', () => {
  const error: Finding = { ...finding, severity: 'error', start: { line: 9, column: 1 }, end: { line: 9, column: 2 } };
  const levels = annotationsOf({ findings: [finding, error], statements: [refused] }).map(({ level, startLine }) => [
    level,
    startLine,
  ]);
  assert.deepEqual(levels, [
    ['failure', 9],
    ['failure', 5],
    ['warning', 2],
  ]);
});

test('a refusal that a finding has told already is not told twice', () => {
  const error: Finding = { ...finding, severity: 'error', start: { line: 5, column: 1 }, end: { line: 5, column: 2 } };
  assert.deepEqual(
    annotationsOf({ findings: [error], statements: [refused] }).map(({ title }) => title),
    ['Renames a column (rename-column)'],
  );
});
