import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFile } from '../../sql/parser/script/parsed-file.ts';
import { differencesFrom, flaggedBy } from '../flagged-by.ts';
import { lintFiles } from '../lint-file.ts';

test('a table that is altered again is flagged once, at the second statement, CREATE INDEX included', () => {
  const text =
    'ALTER TABLE t ADD a INT; ALTER TABLE u ADD a INT; CREATE INDEX i ON t (a); ALTER TABLE `t` FORCE; ALTER TABLE s.t FORCE;';
  assert.deepEqual(flaggedBy('multiple-alters-same-table', text), ['t']);
  const [finding] = lintFiles([{ file: parseFile('a.sql', text) }]).findings;
  assert.match(finding?.message ?? '', /line 1 of this file\. 2 statements of this file alter it again\.$/u);
});

test('files of one run count together', () => {
  const { findings } = lintFiles([
    { file: parseFile('a.sql', '\nALTER TABLE t ADD a INT;') },
    { file: parseFile('b.sql', 'ALTER TABLE t ADD b INT;') },
  ]);
  assert.deepEqual(
    findings.map(({ rule, file }) => [rule, file]),
    [['multiple-alters-same-table', 'b.sql']],
  );
  assert.match(findings[0]?.message ?? '', /line 2 of `a\.sql`/);
});

test('what was applied before the run cannot be merged with it', () => {
  const [one, two] = [
    parseFile('a.sql', 'ALTER TABLE t ADD a INT;'),
    parseFile('b.sql', 'ALTER TABLE t ADD b INT; ALTER TABLE u ADD a INT; ALTER TABLE u ADD b INT;'),
  ];
  const second = two.statements[1]?.start ?? -1;
  const { findings } = lintFiles([
    { file: one, applied: new Set([0]) },
    { file: two, applied: new Set([second]) },
  ]);
  assert.deepEqual(findings, []);
});

test('commands on partitions cannot be merged, and a new table is empty', () => {
  const text =
    'ALTER TABLE t DROP PARTITION p; ALTER TABLE t ADD a INT; CREATE TABLE u (a INT); ALTER TABLE u ADD b INT; ALTER TABLE u ADD c INT;';
  assert.deepEqual(flaggedBy('multiple-alters-same-table', text), []);
});

test('a foreign key is changed in a statement of its own', () => {
  const text =
    'ALTER TABLE t DROP FOREIGN KEY f; ALTER TABLE t MODIFY a BIGINT; ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES p (id);';
  assert.deepEqual(flaggedBy('multiple-alters-same-table', text), []);
});

test('what the server does by itself gains nothing by being one', () => {
  const text = 'ALTER TABLE t ADD b INT; ALTER TABLE t ADD c INT;';
  for (const [algorithm, flagged] of [
    ['instant', []],
    ['inplace', []],
    ['copy', ['t']],
  ] as const) {
    const way = { algorithm, rows: 1, bytes: 1, blocksWriters: false, split: null };
    const differences = differencesFrom('CREATE TABLE t (a INT PRIMARY KEY)', text, { way });
    assert.deepEqual(flaggedBy('multiple-alters-same-table', text, { differences }), flagged);
  }
});
