import assert from 'node:assert/strict';
import { test } from 'node:test';
import { code, codeOfTable } from './names.ts';

test('no name can leave its code span', () => {
  assert.equal(code('a*b'), '`a*b`');
  assert.equal(code('a`b'), '`` a`b ``');
  assert.equal(codeOfTable({ schema: 's', name: 't', start: 0, end: 0 }), '`s.t`');
});
