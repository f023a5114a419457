import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inComments } from './in-comments.ts';

const cases: readonly (readonly [terminal: string, comment: string])[] = [
  ['Look with `ghostship status`.', 'Look with `/ghostship status`.'],
  ['`ghostship revert --table users` brings it back.', '`/ghostship revert users` brings it back.'],
  [
    "End it with `ghostship abort --table 'order items'`, or not.",
    'End it with `` /ghostship abort `order items` ``, or not.',
  ],
  ["``ghostship abort --table 'a`b'``", '``` /ghostship abort `a``b` ```'],
  [String.raw`${'`'}ghostship revert --table 'a'\''b'${'`'}`, "`` /ghostship revert `a'b` ``"],
  [
    "`ghostship cleanup --table 'a b' --retired drop` drops it.",
    "`ghostship cleanup --table 'a b' --retired drop` drops it.",
  ],
  ['`ghostship abort --take-over` ends it.', '`/ghostship abort --take-over` ends it.'],
  ['2 migrations are running. Name one with --table.', '2 migrations are running. Write its name behind the command.'],
  ['`ghostship cleanup --retired drop` drops it.', '`ghostship cleanup --retired drop` drops it.'],
  ['note it with `ghostship baseline`', 'note it with `ghostship baseline`'],
];

for (const [terminal, comment] of cases)
  test(`in a comment: ${terminal}`, () => {
    assert.equal(inComments(terminal), comment);
  });
