import assert from 'node:assert/strict';
import { test } from 'node:test';
import { likelyMeant } from './misspelt.ts';

for (const [words, meant] of [
  ['ALTER TABEL', 'ALTER TABLE'],
  ['ALTR TABLE', 'ALTER TABLE'],
  ['ALTR', 'ALTER'],
  ['CRAETE TABEL', 'CREATE TABLE'],
  ['DROP INDX', 'DROP INDEX'],
  ['DROPP', 'DROP'],
  ['ALTER TABLE', null],
  ['ALTER', null],
  ['CALL', null],
  ['SELECT', null],
  ['ALTER INSTANCE', null],
  ['', null],
  ['X'.repeat(10_000), null],
] as const) {
  test(`${words.slice(0, 20)} is meant as ${meant}`, () => assert.equal(likelyMeant(words), meant));
}
