import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sentence } from './sentence.ts';

test('a sentence has one stop', () => {
  const said = [
    'read ECONNRESET',
    'It cannot execute this statement.',
    'Why?',
    "Duplicate key 'a'",
    '(using password: YES)',
    '',
  ];
  assert.deepEqual(said.map(sentence), [
    'read ECONNRESET.',
    'It cannot execute this statement.',
    'Why?',
    "Duplicate key 'a'.",
    '(using password: YES).',
    '',
  ]);
});
