import assert from 'node:assert/strict';
import { test } from 'node:test';
import { finding, planned, render } from '../../test/support/plan-example.ts';
import { commentPage } from './fit.ts';

test('a plan of any size fits, and says what is left out', () => {
  const after = `${planned.after}\n${'-- x\n'.repeat(200)}`;
  const statements = Array.from({ length: 400 }, (_, index) => ({ ...planned, line: index + 1, after }));
  const findings = Array.from({ length: 400 }, (_, index) => ({ ...finding, start: { line: index + 1, column: 1 } }));
  const text = render({ statements, findings });
  assert.ok(text.length <= commentPage.limit);
  assert.match(text, /names\.sql:1\][\s\S]*Not everything fits here/u);
});

test('errors of one rule are all named before the statements are, as far as there is room', () => {
  const statements = Array.from({ length: 400 }, (_, index) => ({ ...planned, line: index + 1 }));
  const errors = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      ...finding,
      severity: 'error' as const,
      start: { line: index + 1, column: 1 },
    }));
  const text = render({ statements, findings: errors(90) });
  assert.match(text, /89 more errors of [\s\S]*line 90\]/u);
  assert.ok(text.length <= commentPage.limit);
  const many = render({ statements, findings: errors(2_000) });
  assert.match(many, /more errors of /u);
  assert.match(many, /- And [^\n]*more\.[\s\S]*What next/u);
  assert.ok(many.length <= commentPage.limit);
});
