import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newParents } from './parents.ts';

const cases: readonly (readonly [before: string, after: string, parents: readonly string[]])[] = [
  ['', 'CREATE TABLE pet (uid INT, FOREIGN KEY (uid) REFERENCES Users (id))', ['users']],
  ['', 'CREATE TABLE pet (uid INT REFERENCES  shop . `a.b` (id))', ['shop.a.b']],
  [
    '  CONSTRAINT `k` FOREIGN KEY (`a`) REFERENCES `one` (`id`)',
    '… REFERENCES `one` (`id`), … REFERENCES `t``wo` (`id`)',
    ['t`wo'],
  ],
  ['REFERENCES `one` (`id`)', '', []],
];

for (const [before, after, parents] of cases)
  test(`of ${after || 'nothing'}`, () =>
    assert.deepEqual([...newParents({ definitions: { before, after } })], parents));
