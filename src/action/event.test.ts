import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseMode, commandIn } from './choose-mode.ts';
import { type Event, parseEvent } from './event.ts';

const repository = { default_branch: 'main' };
const pull = (changes: object = {}) => ({
  repository,
  pull_request: {
    number: 7,
    state: 'open',
    merged: false,
    head: { sha: 'abc', repo: { full_name: 'octo/shop' } },
    base: { ref: 'main', repo: { full_name: 'octo/shop' } },
    ...changes,
  },
});
const push = (ref: string) => ({ ref, repository });
const parse = (name: string, payload: unknown): Event => parseEvent(name, payload, 'refs/heads/main');
const comment = (body: string, action = 'created') => ({
  action,
  issue: { number: 7 },
  comment: { id: 1, body, user: { login: 'mona' } },
});

const auto = (name: string, payload: unknown) => chooseMode('auto', parse(name, payload));

test('a pull request is planned while it is open and migrated once it is merged', () => {
  assert.deepEqual(auto('pull_request', pull()), { mode: 'plan' });
  assert.deepEqual(auto('pull_request', pull({ state: 'closed', merged: true, merge_commit_sha: 'def' })), {
    mode: 'migrate',
  });
  assert.ok('nothing' in auto('pull_request', pull({ state: 'closed' })));
});

test('a push is migrated', () => {
  assert.deepEqual(auto('push', push('refs/heads/main')), { mode: 'migrate' });
});

test('a comment is a command if its first word says so', () => {
  assert.deepEqual(auto('issue_comment', comment('/ghostship cutover')), { mode: 'control' });
  for (const body of ['Looks good', 'Try /ghostship cutover', '/ghostships cutover']) {
    assert.ok('nothing' in auto('issue_comment', comment(body)), body);
  }
  assert.ok('nothing' in auto('issue_comment', comment('/ghostship cutover', 'edited')));
  assert.deepEqual(auto('issue_comment', comment(' /GhostShip CUTOVER users')), { mode: 'control' });
  for (const body of ['   /ghostship cutover', '\r\n\n /ghostship cutover', '\t\n/ghostship']) {
    assert.deepEqual(auto('issue_comment', comment(body)), { mode: 'control' }, body);
  }
  for (const code of [
    '    /ghostship cutover',
    '\t/ghostship cutover',
    '\n\n  \t/ghostship cutover',
    '\u00A0/ghostship cutover',
  ]) {
    assert.ok('nothing' in auto('issue_comment', comment(code)), code);
  }
  const written = comment('/ghostship cutover');
  const ofBot = { ...written, comment: { ...written.comment, user: { login: 'robot[bot]', type: 'Bot' } } };
  assert.ok('nothing' in auto('issue_comment', ofBot));
});

test('the command is the rest of the line', () => {
  assert.equal(commandIn('/ghostship  pause users  \nthanks'), 'pause users');
  assert.equal(commandIn('/ghostship\npause'), '');
  assert.equal(commandIn('\n   /ghostship pause\n'), 'pause');
});

test('a mode that is asked for goes with any event', () => {
  assert.deepEqual(chooseMode('migrate', parse('workflow_dispatch', { repository })), { mode: 'migrate' });
  assert.deepEqual(auto('workflow_dispatch', { repository }), { mode: 'migrate' });
  assert.deepEqual(auto('schedule', {}), { mode: 'migrate' });
  assert.throws(() => auto('repository_dispatch', { repository }), { code: 'usage', hint: /mode/u });
});

test('a fork is told from a branch, even one whose repository is gone', () => {
  const head = (repo: object | null) => parse('pull_request', pull({ head: { sha: 'abc', repo } }));
  assert.partialDeepStrictEqual(head({ full_name: 'octo/shop' }), { isFork: false });
  assert.partialDeepStrictEqual(head({ full_name: 'mona/shop' }), { isFork: true });
  assert.partialDeepStrictEqual(head(null), { isFork: true });
});

test('a pull request may be looked at from the base branch', () => {
  assert.partialDeepStrictEqual(parse('pull_request_target', pull()), { isCheckedOut: false });
  assert.partialDeepStrictEqual(parse('pull_request', pull()), { isCheckedOut: true });
});

test('a payload that is not one says what is missing', () => {
  assert.throws(() => parse('pull_request', { pull_request: {} }), {
    code: 'usage',
    message: /pull_request\.number/u,
  });
});
