import assert from 'node:assert/strict';
import { test } from 'node:test';
import { waitFor } from '../wait-for.ts';
import { type GitHubEmulator, startGitHub } from './index.ts';

async function conversation(github: GitHubEmulator) {
  const repository = github.createRepository();
  const pull = repository.openPullRequest({ title: 'Add a column', files: { 'a.sql': 'SELECT 1;\n' } });
  const token = github.token({ repository, permissions: { 'pull-requests': 'write' } });
  const say = async (body: string) =>
    fetch(`${github.urls.api}/repos/octo/shop/issues/${pull.number}/comments`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'user-agent': 'test' },
      body: JSON.stringify({ body }),
    });
  return { say, comments: () => repository.comments(pull).map(({ body }) => body) };
}

test('an answer of trouble befalls as many requests as it was told to, then all is well', async () => {
  await using github = await startGitHub();
  const { say, comments } = await conversation(github);
  github.failNext({ kind: 'status', status: 502 }, { times: 2 });
  const statuses = [await say('one'), await say('two'), await say('three')].map(({ status }) => status);
  assert.deepEqual(statuses, [502, 502, 201]);
  assert.deepEqual(comments(), ['three']);
});

test('a fault for one operation leaves the others alone', async () => {
  await using github = await startGitHub();
  const { say } = await conversation(github);
  github.failNext({ kind: 'status', status: 500 }, { operation: 'checks/create' });
  assert.equal((await say('one')).status, 201);
});

test('a secondary limit says how long to wait, the primary one until when', async () => {
  await using github = await startGitHub();
  const { say, comments } = await conversation(github);
  github.failNext({ kind: 'secondary-limit', retryAfterSeconds: 7 });
  github.failNext({ kind: 'primary-limit', resetSeconds: 1_900_000_000 });
  const secondary = await say('one');
  assert.equal(secondary.status, 403);
  assert.equal(secondary.headers.get('retry-after'), '7');
  const primary = await say('two');
  assert.equal(primary.headers.get('x-ratelimit-remaining'), '0');
  assert.equal(primary.headers.get('x-ratelimit-reset'), '1900000000');
  assert.deepEqual(comments(), []);
});

test('a reset connection did nothing; a lost answer did everything but answer', async () => {
  await using github = await startGitHub();
  const { say, comments } = await conversation(github);
  github.failNext({ kind: 'reset' });
  await assert.rejects(say('reset'), TypeError);
  github.failNext({ kind: 'lost-answer' });
  await assert.rejects(say('lost'), TypeError);
  assert.deepEqual(comments(), ['lost']);
  assert.deepEqual(
    github.requests.map(({ status }) => status),
    [null, null],
  );
});

test('while requests are held nothing is done, and then all of it', async () => {
  await using github = await startGitHub();
  const { say, comments } = await conversation(github);
  const hold = github.hold('issues/create-comment');
  const said = say('patience');
  await waitFor(() => hold.waiting === 1, { timeoutMs: 30_000, what: 'the request to come in' });
  assert.deepEqual(comments(), []);
  hold[Symbol.dispose]();
  assert.equal((await said).status, 201);
  assert.deepEqual(comments(), ['patience']);
});
