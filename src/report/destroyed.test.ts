import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Destroyed, nothingDestroyed } from '../engine/plan/statement-facts.ts';
import { describeDestroyed, destroyedBy } from './destroyed.ts';

const cases: readonly (readonly [gone: Partial<Destroyed>, page: readonly string[], terminal: string | null])[] = [
  [{}, [], null],
  [
    { columns: ['note'], rows: 3 },
    ['Destroys the column `note` with all values.'],
    'Destroyed: the column note, in about 3\u00A0rows.',
  ],
  [
    { columns: ['a', 'b'], indexes: ['by_a', 'by_b'] },
    ['Destroys the columns `a` and `b` with all values.'],
    'Destroyed: the columns a and b and the indexes by_a and by_b.',
  ],
  [{ indexes: ['by_a'] }, [], 'Destroyed: the index by_a.'],
  [
    { partitions: ['p0', 'p1'], rows: 'unknown' },
    ['Destroys the rows of the partitions `p0` and `p1`.'],
    'Destroyed: the rows of the partitions p0 and p1.',
  ],
  [
    { rows: 'unknown' },
    ['Destroys the rows of the partitions that go.'],
    'Destroyed: the rows of the partitions that go.',
  ],
  [
    { isTable: true, columns: ['a'], rows: 3 },
    ['Takes the table away with all its rows.'],
    'Taken away: the table, with about 3\u00A0rows.',
  ],
];

for (const [gone, page, terminal] of cases) {
  test(`what is destroyed: ${JSON.stringify(gone)}`, () => {
    const destroyed = { ...nothingDestroyed, ...gone };
    assert.deepEqual(
      destroyedBy(destroyed, (name) => `\`${name}\``),
      page,
    );
    assert.equal(describeDestroyed(destroyed), terminal);
  });
}
