import assert from 'node:assert/strict';
import { test } from 'node:test';
import { issueCommentEvent, pullRequestEvent, pushEvent, startGitHub, workflowDispatchEvent } from './index.ts';
import { checkAgainst, pointerTo } from './openapi/schema.ts';

function assertShape(name: string, value: unknown): void {
  assert.deepEqual(checkAgainst(pointerTo('components', 'schemas', name), value), []);
}

test('a pull request event holds what the API would say, and checks out the test merge', async () => {
  await using github = await startGitHub();
  const repository = github.createRepository({ files: { 'a.sql': 'a\n' } });
  const pull = repository.openPullRequest({ title: 'Change a', files: { 'a.sql': 'A\n' } });
  const { payload, commit, ref, branches } = pullRequestEvent(github.urls, pull, 'opened');
  assertShape('pull-request', payload.pull_request);
  assertShape('repository', payload.repository);
  assertShape('simple-user', payload.sender);
  assert.equal(ref, 'refs/pull/1/merge');
  assert.notEqual(commit.sha, pull.headCommit.sha);
  assert.deepEqual(branches, { head: 'change-1', base: 'main' });
});

test('another push says where the branch was, and a merge is an event of the base branch', async () => {
  await using github = await startGitHub();
  const repository = github.createRepository();
  const pull = repository.openPullRequest({ title: 'Add a', files: { 'a.sql': 'a\n' } });
  const before = pull.headCommit.sha;
  pull.push({ 'a.sql': 'A\n' });
  const again = pullRequestEvent(github.urls, pull, 'synchronize');
  assert.deepEqual([again.payload.before, again.payload.after], [before, pull.headCommit.sha]);

  const start = repository.tip().sha;
  const merged = pull.merge({ by: 'octo' });
  const closed = pullRequestEvent(github.urls, pull, 'closed');
  assert.deepEqual([closed.ref, closed.commit.sha, closed.actor], ['refs/heads/main', merged.sha, 'octo']);
  assertShape('pull-request', closed.payload.pull_request);
  const push = pushEvent(github.urls, repository, start);
  assert.equal(push.payload.after, merged.sha);
  assert.equal((push.payload.commits as unknown[]).length, 3);
});

test('a comment sets off the default branch, not the code under discussion', async () => {
  await using github = await startGitHub();
  const repository = github.createRepository();
  const pull = repository.openPullRequest({ title: 'Add a', author: 'eve', fork: true, files: { 'a.sql': 'a\n' } });
  const comment = repository.comment(pull, { author: 'eve', body: '/ghostship cutover' });
  const event = issueCommentEvent(github.urls, pull, comment);
  assertShape('issue-comment', event.payload.comment);
  assert.deepEqual([event.commit.sha, event.ref, event.isUntrusted], [repository.tip().sha, 'refs/heads/main', false]);
  assert.equal(pullRequestEvent(github.urls, pull, 'opened').isUntrusted, true);
});

test('a dispatch brings its inputs', async () => {
  await using github = await startGitHub();
  const repository = github.createRepository();
  const dispatch = { actor: 'octo', workflow: 'ship.yml', inputs: { mode: 'migrate' } };
  const event = workflowDispatchEvent(github.urls, repository, dispatch);
  assert.deepEqual([event.payload.inputs, event.ref, event.actor], [{ mode: 'migrate' }, 'refs/heads/main', 'octo']);
});
