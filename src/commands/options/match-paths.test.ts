import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchNames, matchPaths } from './match-paths.ts';

test('paths match globs, and a glob can take some out again', () => {
  const matches = matchPaths(['./migrations/**/*.sql', '!migrations/old/**']);
  assert.ok(matches('migrations/001.sql'));
  assert.ok(matches('migrations/2026/a b.sql'));
  assert.ok(!matches('migrations/old/001.sql'));
  assert.ok(!matches('other/migrations/001.sql'));
  assert.ok(!matches('migrations/readme.md'));
});

test('names of tables match without folders', () => {
  const matches = matchNames(['audit_*', 'users']);
  assert.ok(matches('audit_log/2026'));
  assert.ok(matches('users'));
  assert.ok(!matches('users2'));
});
