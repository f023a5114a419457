import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inUsualQuotes } from './usual-quotes.ts';

test('a name in double quotes becomes one in backticks', () => {
  const usual = (text: string): string => inUsualQuotes(text, { ansiQuotes: true, plainBackslashes: false });
  assert.equal(usual(`UPDATE "shop"."a ""b\`" SET v = '"x"'`), 'UPDATE `shop`.`a "b``` SET v = \'"x"\'');
  assert.equal(usual('/* "x" */ /*!80000 TRUNCATE "t" */'), '/* "x" */ /*!80000 TRUNCATE `t` */');
});

test('a backslash that escapes nothing is written as one that is escaped', () => {
  const usual = (text: string): string => inUsualQuotes(text, { ansiQuotes: false, plainBackslashes: true });
  assert.equal(usual(String.raw`UPDATE t SET v = 'c:\', w = "x"`), String.raw`UPDATE t SET v = 'c:\\', w = "x"`);
});

test('a backslash in a name or a comment is none of a string', () => {
  const usual = (text: string): string => inUsualQuotes(text, { ansiQuotes: true, plainBackslashes: true });
  const text = '/* \\ */ UPDATE `a\\b` SET "c\\d" = \'e\\f\'';
  assert.equal(usual(text), "/* \\ */ UPDATE `a\\b` SET `c\\d` = 'e\\\\f'");
});

test('a statement of a usual session stays as it is', () => {
  const text = String.raw`UPDATE t SET v = "it\"s"`;
  assert.equal(inUsualQuotes(text, { ansiQuotes: false, plainBackslashes: false }), text);
});
