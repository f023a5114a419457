import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flaggedBy } from '../flagged-by.ts';

test('a new primary key in the same statement makes it right, in every spelling', () => {
  const dropped = (rest: string): readonly string[] =>
    flaggedBy('drop-primary-key', `ALTER TABLE t DROP PRIMARY KEY${rest};`);
  assert.deepEqual(dropped(''), ['DROP PRIMARY KEY']);
  assert.deepEqual(dropped(', ADD UNIQUE (a)'), ['DROP PRIMARY KEY']);
  assert.deepEqual(dropped(', ADD CONSTRAINT PRIMARY KEY (a)'), []);
  assert.deepEqual(dropped(', ADD id2 INT AUTO_INCREMENT PRIMARY KEY'), []);
});

test('it has two more names', () => {
  assert.deepEqual(flaggedBy('drop-primary-key', 'DROP INDEX `PRIMARY` ON t; ALTER TABLE t DROP KEY `primary`;'), [
    'INDEX `PRIMARY`',
    'DROP KEY `primary`',
  ]);
});
