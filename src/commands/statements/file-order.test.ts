import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inOrder } from './file-order.ts';

/** Files in the order in which they are applied, parted by blanks. */
const orders: readonly (readonly [what: string, files: string])[] = [
  ['paths, where names have no versions', 'm/a.sql m/b.sql m/c.sql'],
  ['versions of Flyway', 'm/V1__a.sql m/V1_1__b.sql m/V1.2__c.sql m/V2__b.sql m/V10__a.sql'],
  ['versions of Flyway with zeros in front', 'm/V01__a.sql m/V2__b.sql m/V0010__c.sql'],
  ['repeatable files of Flyway last', 'm/V2__a.sql m/V10__b.sql m/R__a.sql m/R__b.sql'],
  ['folders of Flyway together', 'm/V2__a.sql m/old/V3__b.sql m/V10__c.sql'],
  ['paths, where one file of the folder is not of Flyway', 'm/V10__a.sql m/V2__b.sql m/extra.sql'],
  ['numbers of unequal length', 'm/2_x.up.sql m/10_y.up.sql m/100_z.up.sql'],
  ['numbers of equal length, and times', 'm/20240101000000_a.sql m/20240102000000_b.sql'],
  ['numbers beyond 2^53', 'm/9007199254740992_a.sql m/9007199254740993_a.sql m/90071992547409930_a.sql'],
  ['numbers, each folder for itself', 'a/2_x.sql a/10_y.sql b/1_x.sql b/3_y.sql'],
  ['paths, where one file of the folder has no number', 'm/10_y.sql m/2_x.sql m/extra.sql'],
  ['files of one number by their paths', 'm/1_a.sql m/1_b.sql m/2_a.sql'],
];

for (const [what, files] of orders) {
  test(`the order of ${what}`, () => {
    const expected = files.split(' ');
    assert.deepEqual(inOrder(expected.toReversed()), expected);
    assert.deepEqual(inOrder(expected), expected);
  });
}
