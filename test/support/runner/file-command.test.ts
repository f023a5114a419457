import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFileCommand } from './file-command.ts';

test('pairs on a line and over lines, blank lines between', () => {
  const text = 'a=1\n\nb<<EOF\ntwo\n\nlines<<=\nEOF\nc==\nd=x<<y\na=2\n';
  assert.deepEqual(readFileCommand(text), { a: '2', b: 'two\n\nlines<<=', c: '=', d: 'x<<y' });
});

test('an empty value is one, over lines too', () => {
  assert.deepEqual(readFileCommand('a=\nb<<X\nX\n'), { a: '', b: '' });
});

test('no name, no separator, no delimiter: refused', () => {
  assert.throws(() => readFileCommand('=1\n'), /Invalid format/);
  assert.throws(() => readFileCommand('just text\n'), /Invalid format/);
  assert.throws(() => readFileCommand('a<<EOF\nvalue\n'), /Matching delimiter not found 'EOF'/);
});
