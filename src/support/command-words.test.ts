import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { code } from './code-span.ts';
import {
  commandWord,
  commandWords,
  inTerminal,
  readCommandWord,
  readShellWord,
  shellWord,
  shellWordPattern,
} from './command-words.ts';

const names = [
  'users',
  'shop.users',
  'order-items',
  'order items',
  '$(id)',
  '`id`',
  '$HOME',
  'a$b',
  "a'b",
  "'",
  "''x'",
  'a`b',
  '``',
  'a"b',
  'a\\b',
  'a;b',
  '*',
  '~',
  '-t',
  '!x',
  'größe',
];

for (const name of names) {
  test(`a shell gives the program the very name: ${name}`, () => {
    const given = execFileSync('sh', ['-c', `printf %s ${shellWord(name)}`], { encoding: 'utf8' });
    assert.equal(given, name);
    assert.equal(readShellWord(shellWord(name)), name);
    assert.match(shellWord(name), new RegExp(`^${shellWordPattern}$`, 'u'));
  });

  test(`a comment names the very table: ${name}`, () => {
    const words = commandWords(` abort  ${commandWord(name)} --take-over `);
    assert.deepEqual(words, ['abort', commandWord(name), '--take-over']);
    assert.equal(readCommandWord(words[1] ?? ''), name);
  });
}

test('a command is code, whatever the name holds', () => {
  assert.equal(inTerminal('abort', 'users'), '`ghostship abort --table users`');
  assert.equal(inTerminal('cleanup', 'a`b', '--retired drop'), "``ghostship cleanup --table 'a`b' --retired drop``");
  assert.equal(inTerminal('abort', '$(id)'), code("ghostship abort --table '$(id)'"));
});
