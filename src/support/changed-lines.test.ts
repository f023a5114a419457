import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changedLines } from './changed-lines.ts';

test('what went and what came, in their order', () => {
  assert.deepEqual(changedLines('a,\nb\nc', 'a\nc\nd,\ne'), ['- b', '+ d', '+ e']);
});

test('a line that moved, and a comma that came with it, are no change', () => {
  assert.deepEqual(changedLines('(\n  a,\n  b\n)', '(\r\n  b,\r\n  a\r\n)'), []);
});

test('a line twice is two lines', () => {
  assert.deepEqual(changedLines('a\na', 'a'), ['- a']);
});

test('a long difference says how long it is', () => {
  assert.deepEqual(changedLines('', '1\n2\n3\n4', 2), ['+ 1', '+ 2', '… and 2 more']);
});
