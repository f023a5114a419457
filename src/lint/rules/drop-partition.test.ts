import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flaggedBy } from '../flagged-by.ts';

test('every command that deletes rows is flagged', () => {
  for (const command of ['DROP PARTITION p0, p1', 'TRUNCATE PARTITION ALL']) {
    assert.deepEqual(flaggedBy('drop-partition', `ALTER TABLE t ${command};`), [command]);
  }
});

test('commands that keep all rows are not', () => {
  for (const command of [
    'ADD PARTITION PARTITIONS 2',
    'COALESCE PARTITION 1',
    'REBUILD PARTITION p0',
    'REMOVE PARTITIONING',
    'PARTITION BY KEY (a)',
  ]) {
    assert.deepEqual(flaggedBy('drop-partition', `ALTER TABLE t ${command};`), []);
  }
});
