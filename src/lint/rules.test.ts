import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { lintFile } from './lint-file.ts';
import { ruleDescriptions, rules } from './rules.ts';

for (const { id, example } of ruleDescriptions) {
  test(`${id} flags its own example once, and not the better one`, () => {
    const rulesIn = (text: string): readonly string[] =>
      lintFile({ path: 'a.sql', text, home: { name: 'shop', allowed: [], foldsNames: null } }).map(
        (finding) => finding.rule,
      );
    assert.deepEqual(
      rulesIn(example.flagged).filter((rule) => rule === id),
      [id],
    );
    assert.deepEqual(
      rulesIn(example.fine).filter((rule) => rule === id || rule === 'suppression-invalid'),
      [],
    );
  });
}

test('every rule file is on the list, under the name of its file', () => {
  const files = readdirSync(new URL('rules', import.meta.url)).filter((file) => !file.endsWith('.test.ts'));
  assert.deepEqual(rules.map((rule) => `${rule.id}.ts`).toSorted(), files.toSorted());
});

test('every rule says what it flags, why, and what to do instead', () => {
  for (const { id, flags, why, instead } of ruleDescriptions) {
    for (const text of [flags, why, instead]) assert.match(text, /^\S.{8,}\.$/s, id);
  }
});
