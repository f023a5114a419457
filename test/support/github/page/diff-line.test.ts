import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDiff } from './diff-line.ts';

test('lines are numbered as before and as after, from where the hunk says', () => {
  const lines = readDiff('@@ -9,3 +10,3 @@\n same\n-gone\n+come\n last\n\\ No newline at end of file');
  assert.deepEqual(
    lines.map((line) => (line.kind === 'hunk' ? line.text : [line.sign, line.oldNumber, line.newNumber, line.text])),
    ['@@ -9,3 +10,3 @@', [' ', 9, 10, 'same'], ['-', 10, null, 'gone'], ['+', null, 11, 'come'], [' ', 11, 12, 'last']],
  );
});

test('no patch, no lines', () => {
  assert.deepEqual(readDiff(''), []);
});
