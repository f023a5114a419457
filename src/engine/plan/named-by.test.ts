import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joinNaming, type NamingObject, namedByNobody } from './named-by.ts';

const view: NamingObject = { kind: 'view', schema: null, name: 'v', doubt: null, columns: [], fails: false };
const named = (object: NamingObject) => ({ ...namedByNobody, objects: { listed: [object], more: 0 } });

for (const [what, other, joined] of [
  ['a doubt about one table is none about the other', { doubt: 'It may.' }, {}],
  ['it fails where it fails with one', { fails: true, through: 'w' }, { fails: true, through: 'w' }],
  ['columns of both count', { columns: [{ name: 'a', doubt: null }] }, { columns: [{ name: 'a', doubt: null }] }],
] as const)
  test(`of what names two tables, ${what}`, () => {
    const two = [named(view), named({ ...view, ...other })];
    for (const order of [two, two.toReversed()])
      assert.deepEqual(joinNaming(order).objects.listed, [{ ...view, ...joined }]);
  });
