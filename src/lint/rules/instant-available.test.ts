import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differencesFrom } from '../flagged-by.ts';
import { lintFile } from '../lint-file.ts';

test('the statements that are advised have the name as the file quotes it', () => {
  const text = 'ALTER TABLE shop.`nai|ve``tab` ADD x INT, MODIFY id BIGINT;';
  const split = { instant: 'ADD x INT', rest: 'MODIFY id BIGINT', isRestCheap: false };
  const differences = differencesFrom('CREATE TABLE `nai|ve``tab` (\n  `id` int\n)', text, {
    way: { algorithm: 'copy', rows: 1, bytes: 1, blocksWriters: false, split },
  });
  const found = lintFile({ path: 'a.sql', text, differences }).find(({ rule }) => rule === 'instant-available');
  assert.match(
    found?.fix ?? '',
    /ALTER TABLE shop\.`nai\|ve``tab` ADD x INT`? [\s\S]*ALTER TABLE shop\.`nai\|ve``tab` MODIFY/u,
  );
});
