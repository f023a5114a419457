import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LineIndex } from './line-index.ts';

test('offsets become lines and columns from 1, whatever ends the lines', () => {
  const text = '\uFEFFa\r\n\n🦄b\n';
  const index = new LineIndex(text);
  assert.deepEqual(index.at(text.indexOf('a')), { line: 1, column: 2 });
  assert.deepEqual(index.at(text.indexOf('\n')), { line: 1, column: 4 });
  assert.deepEqual(index.at(text.indexOf('\n') + 1), { line: 2, column: 1 });
  assert.deepEqual(index.at(text.indexOf('b')), { line: 3, column: 3 });
  assert.deepEqual(index.at(text.length), { line: 4, column: 1 });
});
