import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inOrder, strangersAmong } from './file-order.ts';

/** Files in the order in which they are applied, parted by blanks. */
const orders: readonly (readonly [what: string, files: string])[] = [
  ['paths, where names have no versions', 'm/a.sql m/b.sql m/c.sql'],
  ['versions of Flyway', 'm/V1__a.sql m/V1_1__b.sql m/V1.2__c.sql m/V2__b.sql m/V10__a.sql'],
  ['versions of Flyway with zeros in front', 'm/V01__a.sql m/V2__b.sql m/V0010__c.sql'],
  ['repeatable files of Flyway last', 'm/V2__a.sql m/V10__b.sql m/R__a.sql m/R__b.sql'],
  ['folders of Flyway together', 'm/V2__a.sql m/old/V3__b.sql m/V10__c.sql'],
  ['versions of Flyway beside a callback', 'm/V1_2__two.sql m/V1_10__ten.sql m/afterMigrate.sql'],
  ['versions of Flyway beside names that are not its own', 'm/1.2.sql m/V1.5.sql m/V2__b.sql m/V10__a.sql m/extra.sql'],
  ['versions of Flyway beside a baseline', 'm/V2__b.sql m/B5__all.sql m/V10__a.sql'],
  ['numbers of unequal length', 'm/2_x.up.sql m/10_y.up.sql m/100_z.up.sql'],
  ['numbers of equal length, and times', 'm/20240101000000_a.sql m/20240102000000_b.sql'],
  ['numbers beyond 2^53', 'm/9007199254740992_a.sql m/9007199254740993_a.sql m/90071992547409930_a.sql'],
  ['numbers, each folder for itself', 'a/2_x.sql a/10_y.sql b/1_x.sql b/3_y.sql'],
  ['numbers beside a file that has none', 'm/2_x.sql m/10_y.sql m/extra.sql'],
  ['files of one number by their paths', 'm/1_a.sql m/1_b.sql m/2_a.sql'],
];

for (const [what, files] of orders) {
  test(`the order of ${what}`, () => {
    const expected = files.split(' ');
    assert.deepEqual(inOrder(expected.toReversed()), expected);
    assert.deepEqual(inOrder(expected), expected);
  });
}

test('files that the tool of their folder would not run are known', () => {
  const among = (files: string): string[] => [...strangersAmong(files.split(' ')).keys()];
  assert.deepEqual(among('m/V1__a.sql m/R__b.sql m/U1__a.sql m/B1__c.sql m/afterMigrate__x.sql'), []);
  assert.deepEqual(among('m/V1__a.sql m/seed.sql m/1.2.sql m/V1.5.sql other/seed.sql'), [
    'm/seed.sql',
    'm/1.2.sql',
    'm/V1.5.sql',
  ]);
  assert.deepEqual(among('m/1_a.up.sql m/1_a.down.sql m/seed.sql'), ['m/seed.sql']);
  assert.deepEqual(among('m/1_a.sql m/seed.sql'), []);
});
