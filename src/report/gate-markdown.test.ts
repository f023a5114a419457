import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gateMarkdown } from './gate-markdown.ts';

test('what the gate tells people to write names the table, and runs nothing else', () => {
  const text = gateMarkdown({
    table: '$(id) x',
    isRevert: false,
    statement: '',
    actor: '',
    lockBudgetMs: 3_000,
    retired: 'keep',
    yields: false,
    reviewers: [],
    actionsUrl: '',
    runUrl: '',
  });
  assert.match(text, /- run `ghostship cutover --table '\$\(id\) x'` in a terminal/u);
  assert.match(text, /- write `` \/ghostship cutover `\$\(id\) x` `` in a comment/u);
  assert.match(text, /with the command `` cutover `\$\(id\) x` ``/u);
  assert.match(text, /`` \/ghostship abort `\$\(id\) x` ``/u);
});
