import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Blocker } from '../events.ts';
import { AttemptFailures } from './attempt-failures.ts';

test('every reason is told with how often it came, and who was in the way', () => {
  const failures = new AttemptFailures();
  const blocker: Blocker = {
    connectionId: 7,
    user: 'app',
    host: 'web:4711',
    seconds: 40,
    isIdle: true,
    idleSeconds: 12,
    isCertain: true,
    statement: 'UPDATE t SET a = 1',
  };
  failures.add('connection 7 has had the table open for 30 s', [blocker]);
  failures.add('another transaction holds the table', [{ ...blocker, connectionId: 9, user: null, statement: null }]);
  failures.add('connection 7 has had the table open for 61 s', [{ ...blocker, seconds: 71 }]);
  assert.equal(
    failures.text,
    'connection 7 has had the table open for 61 s (2 attempts); another transaction holds the table (1 attempt). ' +
      'In the way were: connection 7 (app@web:4711), idle for 12 s in a transaction of 71 s: UPDATE t SET a = 1; ' +
      'connection 9, idle for 12 s in a transaction of 40 s.',
  );
});
