import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { lintFile } from './lint-file.ts';
import { ruleDescriptions } from './rules.ts';
import { rulesPage } from './rules-page.ts';

const page = new URL('../../docs/rules.md', import.meta.url);

// `UPDATE_DOCS=1 node --test src/lint/rules-page.test.ts` writes the page anew.
if (process.env.UPDATE_DOCS === '1') writeFileSync(page, rulesPage(ruleDescriptions));

test('docs/rules.md says what the rules say of themselves', () => {
  assert.equal(readFileSync(page, 'utf8'), rulesPage(ruleDescriptions));
});

test('the suppressions that the page shows are valid', () => {
  const shown = /```sql\n(.*?)```/s.exec(readFileSync(page, 'utf8'))?.[1] ?? '';
  assert.match(shown, /lint:ignore/);
  assert.deepEqual(lintFile({ path: 'shown.sql', text: shown }), []);
});
