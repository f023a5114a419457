import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFile } from '../sql/parser/script/parsed-file.ts';
import { flaggedBy } from './flagged-by.ts';
import { lintFile, lintFiles } from './lint-file.ts';

const dropped = (text: string): readonly string[] => flaggedBy('drop-column', text);
const complaints = (text: string): readonly string[] =>
  lintFile({ path: 'a.sql', text })
    .filter((finding) => finding.rule === 'suppression-invalid')
    .map((finding) => `${finding.start.line}: ${finding.title}`);

test('before a statement it is about that statement only', () => {
  const text = '-- lint:ignore drop-column -- unused\n\nALTER TABLE t DROP a,\n DROP b;\nALTER TABLE u DROP c;';
  assert.deepEqual(dropped(text), ['DROP c']);
  assert.deepEqual(complaints(text), []);
});

test('beside a clause it is about the clauses on its line', () => {
  const text = 'ALTER TABLE t\n  DROP a, DROP b, # lint:ignore drop-column -- unused\n  DROP c;';
  assert.deepEqual(dropped(text), ['DROP c']);
  assert.deepEqual(dropped('ALTER TABLE t DROP a; -- lint:ignore drop-column -- unused\nALTER TABLE u DROP b;'), [
    'DROP b',
  ]);
});

test('beside the last line of a clause it is about what the clause says on its first', () => {
  const text =
    'ALTER TABLE t\n  ADD a INT\n    DEFAULT (rand())\n  COMMENT "x"; -- lint:ignore nondeterministic-default -- empty table';
  assert.deepEqual(flaggedBy('nondeterministic-default', text), []);
});

test('between the clauses of a statement it is about the next of them', () => {
  const text =
    'ALTER TABLE t\n  DROP a,\n  /* lint:ignore drop-column -- unused */\n  -- and more\n  DROP b,\n  DROP c;';
  assert.deepEqual(dropped(text), ['DROP a', 'DROP c']);
});

test('for the whole file it must stand before the first statement', () => {
  const comment = '-- lint:ignore-file drop-column, rename-column -- a rewrite\n';
  const statements = 'ALTER TABLE t DROP a;\nALTER TABLE u DROP b, RENAME COLUMN c TO d;\n';
  assert.deepEqual(complaints(comment + statements), []);
  assert.deepEqual(dropped(comment + statements), []);
  assert.deepEqual(dropped(statements + comment), ['DROP a', 'DROP b']);
  assert.deepEqual(complaints(statements + comment), ['3: Suppression is out of place']);
});

test('other rules still speak', () => {
  const text = '-- lint:ignore drop-column -- unused\nALTER TABLE t DROP a, RENAME COLUMN b TO c;';
  assert.deepEqual(flaggedBy('rename-column', text), ['RENAME COLUMN b TO c']);
});

for (const [comment, complaint] of [
  ['lint:ignore drop-colunm -- typo', 'Suppression names an unknown rule'],
  ['lint:ignore rename-column -- not there', 'Suppression is not needed'],
  ['lint:ignore -- everything', 'Suppression names no rule'],
  ['lint:ignore', 'Suppression names no rule'],
  ['lint:ignored drop-column -- typo', 'Suppression is out of place'],
  ['lint:ignore syntax-error -- please', 'Rule cannot be silenced'],
  ['lint:ignore suppression-invalid -- please', 'Rule cannot be silenced'],
] as const) {
  test(`"${comment}" silences nothing and says so`, () => {
    const text = `-- ${comment}\nALTER TABLE t DROP a;`;
    assert.deepEqual(complaints(text), [`1: ${complaint}`]);
    assert.deepEqual(dropped(text), ['DROP a']);
  });
}

test('without a reason it holds, and reviewers are told', () => {
  const text = '-- lint:ignore drop-column\nALTER TABLE t DROP a;';
  assert.deepEqual(dropped(text), []);
  assert.deepEqual(complaints(text), ['1: Suppression gives no reason']);
});

test('a string that looks like one is none', () => {
  assert.deepEqual(dropped("ALTER TABLE t COMMENT '-- lint:ignore drop-column -- no', DROP a;"), ['DROP a']);
});

test('what it silences is still reported, with the reason', () => {
  const { findings, suppressed } = lintFiles([
    { file: parseFile('a.sql', 'ALTER TABLE t DROP a; -- lint:ignore drop-column -- unused since v4') },
  ]);
  assert.deepEqual(findings, []);
  assert.deepEqual(
    suppressed.map(({ finding, by }) => [finding.rule, finding.start.line, by.reason]),
    [['drop-column', 1, 'unused since v4']],
  );
});

test('nobody complains about the suppression of a rule that is off', () => {
  const text = '-- lint:ignore drop-column -- unused\nALTER TABLE t DROP a;';
  assert.deepEqual(
    lintFile({ path: 'a.sql', text, severities: (rule, own) => (rule === 'drop-column' ? 'off' : own) }),
    [],
  );
});
