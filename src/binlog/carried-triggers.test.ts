import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dropTrigger } from '../sql/triggers.ts';
import { CarriedTriggers } from './carried-triggers.ts';

const make = (name: string): string =>
  `CREATE DEFINER=\`trigger\`@\`%\` TRIGGER ${name} BEFORE INSERT ON \`shop\`.\`t\` FOR EACH ROW SET NEW.a = 1`;
const own = make('`shop`.`g`');

/** A mark is that of a statement of ours; whether the last statement is taken for one as well. */
const cases: readonly (readonly [about: string, before: readonly string[], last: string, isOwn: boolean])[] = [
  ['its own name', [dropTrigger('shop', 'g_gho').text], own, true],
  ['its name on the ghost', [dropTrigger('shop', 'g_gho').text], make('`shop`.`g_gho`'), true],
  ['in another spelling', [dropTrigger('shop', 'g_gho').text], make('g'), true],
  ['nothing was dropped', [], own, false],
  ['it was made already', [dropTrigger('shop', 'g_gho').text, own], own, false],
  ['it was dropped again', [dropTrigger('shop', 'g_gho').text, own, dropTrigger('shop', 'g_gho').text], own, true],
  ['another was dropped', [dropTrigger('shop', 'h_gho').text], own, false],
  ['one of no interest was dropped', [dropTrigger('shop', 'g').text], own, false],
  ['it was dropped in another schema', [dropTrigger('store', 'g_gho').text], own, false],
  ['another is made', [dropTrigger('shop', 'g_gho').text], make('`shop`.`h`'), false],
  ['something else is made', [dropTrigger('shop', 'g_gho').text], 'ALTER TABLE g ADD a INT', false],
];

for (const [about, before, last, isOwn] of cases)
  test(`a trigger that is made after the swap: ${about}`, () => {
    const names = new Map([
      ['g_gho', 'g'],
      ['h_gho', 'h'],
    ]);
    const carried = new CarriedTriggers('shop', names);
    for (const text of before) if (!carried.isMade(text)) carried.readOwn(text);
    assert.equal(carried.isMade(last), isOwn);
  });
