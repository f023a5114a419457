import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import type { PlannedWay } from './definition/difference.ts';
import { differencesFrom } from './flagged-by.ts';
import { lintFile } from './lint-file.ts';
import { ruleDescriptions, rules } from './rules.ts';

for (const { id, example } of ruleDescriptions) {
  test(`${id} flags its own example once, and not the better one`, () => {
    const rulesIn = (text: string): readonly string[] => {
      const differences =
        example.table === undefined ? null : differencesFrom(example.table, text, { way: wayOf(text) });
      const home = { name: 'shop', allowed: [], foldsNames: null };
      return lintFile({ path: 'a.sql', text, home, differences }).map((finding) => finding.rule);
    };
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

/** For the rules that must know how a statement is carried out: an added column is not copied, everything else is. */
function wayOf(text: string): PlannedWay {
  const isCopy = !/ADD COLUMN/u.test(text);
  return {
    algorithm: isCopy ? 'copy' : 'instant',
    rows: 20_000_000,
    bytes: 2 ** 40,
    blocksWriters: isCopy,
    split: splitOf(text),
  };
}

function splitOf(text: string): PlannedWay['split'] {
  const [, instant, rest] = /(ADD COLUMN [^,]*), (.*);/u.exec(text) ?? [];
  return instant === undefined || rest === undefined ? null : { instant, rest, isRestCheap: false };
}

test('every rule file is on the list, under the name of its file', () => {
  const files = readdirSync(new URL('rules', import.meta.url)).filter((file) => !file.endsWith('.test.ts'));
  assert.deepEqual(rules.map((rule) => `${rule.id}.ts`).toSorted(), files.toSorted());
});

test('every rule says what it flags, why, and what to do instead', () => {
  for (const { id, flags, why, instead, ignoreWhen } of ruleDescriptions) {
    for (const text of [flags, why, instead, ignoreWhen]) assert.match(text, /^\S.{8,}\.$/s, id);
  }
});
