import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseControlCommand } from './control-command.ts';

test('a command, and the table it is for', () => {
  assert.deepEqual(parseControlCommand(' cutover '), { command: 'cutover', argument: null, table: null });
  assert.deepEqual(parseControlCommand('pause users'), { command: 'pause', argument: null, table: 'users' });
  assert.deepEqual(parseControlCommand('abort `users`'), { command: 'abort', argument: null, table: 'users' });
  const quoted = { command: 'throttle', argument: '50', table: 'a ` b' };
  assert.deepEqual(parseControlCommand('throttle 50 `a `` b`'), quoted);
  assert.deepEqual(parseControlCommand('throttle 0'), { command: 'throttle', argument: '0', table: null });
  assert.deepEqual(parseControlCommand('throttle 50% users'), { command: 'throttle', argument: '50', table: 'users' });
  assert.deepEqual(parseControlCommand('throttle 100'), { command: 'throttle', argument: '100', table: null });
});

test('a throttle is a whole percentage', () => {
  for (const wrong of [
    'throttle',
    'throttle 101',
    'throttle -1',
    'throttle 0.5 users',
    'throttle users 5',
    'throttle half',
  ])
    assert.throws(
      () => parseControlCommand(wrong),
      { code: 'usage', message: /whole number from 0 .* to 100/u },
      wrong,
    );
});

test('anything else is refused with what to write', () => {
  for (const wrong of ['', 'swap', 'CUTOVER now please', 'throttle 5 users more', 'pause a b']) {
    assert.throws(() => parseControlCommand(wrong), {
      code: 'usage',
      hint: /cutover, pause, resume, abort, revert or throttle/u,
    });
  }
});
