import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseControlCommand } from './control-command.ts';

test('a command, and the table it is for', () => {
  assert.deepEqual(parseControlCommand(' cutover '), { command: 'cutover', table: null });
  assert.deepEqual(parseControlCommand('pause users'), { command: 'pause', table: 'users' });
  assert.deepEqual(parseControlCommand('abort `users`'), { command: 'abort', table: 'users' });
});

test('anything else is refused with what to write', () => {
  for (const wrong of ['', 'swap', 'CUTOVER now please', 'throttle 0.5 users', 'pause a b']) {
    assert.throws(() => parseControlCommand(wrong), {
      code: 'usage',
      hint: /cutover, pause, resume or abort/u,
    });
  }
});
