import assert from 'node:assert/strict';
import { test } from 'node:test';
import { passwordsIn } from './inputs.ts';

test('passwords in URLs are found as they are written and as they are meant', () => {
  assert.deepEqual(passwordsIn('mysql://root:a%40b@db/shop'), ['a%40b', 'a@b']);
  assert.deepEqual(passwordsIn('mysql://root:one@a/x\nmysql://root:two@b/x'), ['one', 'one', 'two', 'two']);
});

test('a URL need not be right', () => {
  assert.ok(passwordsIn('mysql://root:p@ss/w:rd@db/shop').includes('p@ss/w:rd'));
  assert.deepEqual(passwordsIn('mysql://root:50%@db/shop'), ['50%', '50%']);
});

test('a URL without one has none', () => {
  assert.deepEqual(passwordsIn('mysql://root@db:3306/shop'), []);
  assert.deepEqual(passwordsIn(''), []);
});
