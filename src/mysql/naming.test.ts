import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Naming } from './naming.ts';

const naming = new Naming();
naming.add({ schema: 'shop', name: 't_gho' }, { schema: 'shop', name: 't' });
naming.add({ schema: 'shop_t_ghp', name: 't' }, { schema: 'shop', name: 't' });
naming.add({ schema: 'shop', name: 'a.b_gho' }, { schema: 'shop', name: 'a.b' });
const oddName = String.raw`odd "name" of \`ours\`, (a+b)* -/{x}|^$?[\\]`;
naming.add({ schema: 'shop', name: `${oddName}_gho` }, { schema: 'shop', name: oddName });

const told: readonly (readonly [said: string, told: string])[] = [
  ["Duplicate entry '1' for key 't_gho.u'", "Duplicate entry '1' for key 't.u'"],
  ["Table 'shop.t_gho' doesn't exist", "Table 'shop.t' doesn't exist"],
  ["Check constraint 't_gho_chk_1' is violated.", "Check constraint 't_chk_1' is violated."],
  ['CONSTRAINT `t_gho_ibfk_1` FOREIGN KEY', 'CONSTRAINT `t_ibfk_1` FOREIGN KEY'],
  ["Unknown table 't_ghost' in 'not_t_gho', t_gho_x", "Unknown table 't_ghost' in 'not_t_gho', t_gho_x"],
  ["Table 'shop_t_ghp.t'", "Table 'shop.t'"],
  ["for column '#sql-6a5b_1aba.c'", "for column 't.c'"],
  ["Table 'a.b_gho'", "Table 'a.b'"],
  ["Table 'axb_gho'", "Table 'axb_gho'"],
  [`Table '${oddName}_gho'`, `Table '${oddName}'`],
  ["Table 'T_GHO'", "Table 't'"],
];

for (const [said, expected] of told) {
  test(`the server says ${said}`, () => assert.equal(naming.inTheirNames(said), expected));
}
