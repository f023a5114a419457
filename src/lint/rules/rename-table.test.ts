import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flaggedBy } from '../flagged-by.ts';
import { lintFile } from '../lint-file.ts';

test('clauses and statements are flagged, each pair of a list', () => {
  const text = 'ALTER TABLE a ADD x INT, RENAME AS b; RENAME TABLE c TO d, s.e TO s.f;';
  assert.deepEqual(flaggedBy('rename-table', text), ['RENAME AS b', 'c TO d', 's.e TO s.f']);
});

test('the statement that is advised has the names as the file quotes them', () => {
  const [finding] = lintFile({ path: 'a.sql', text: 'RENAME TABLE `order` TO shop.`a``b`;' });
  assert.match(finding?.fix ?? '', /CREATE VIEW `order` AS SELECT \* FROM shop\.`a``b`/u);
});
