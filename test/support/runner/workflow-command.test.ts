import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCommand } from './workflow-command.ts';

test('a command has a name, properties and a message, each unescaped as it was escaped', () => {
  assert.deepEqual(readCommand('::error file=a%3Ab%2Cc.sql,line=3,title=50%25::One%0ATwo: %25'), {
    name: 'error',
    properties: { file: 'a:b,c.sql', line: '3', title: '50%' },
    message: 'One\nTwo: %',
  });
  assert.deepEqual(readCommand('  ::endgroup::'), { name: 'endgroup', properties: {}, message: '' });
  assert.deepEqual(readCommand('::notice::a::b')?.message, 'a::b');
});

test('an escaped percent sign does not begin another escape', () => {
  assert.equal(readCommand('::notice::%250A')?.message, '%0A');
});

test('what only looks like a command is a line', () => {
  for (const line of ['', 'see ::error::x', '::', ':: error::x', ':error::x', '::error x']) {
    assert.equal(readCommand(line), null, line);
  }
});
