import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getOctokit } from '@actions/github';
import { type GitHubEmulator, type Permissions, type Repository, startGitHub } from './index.ts';

const everything: Permissions = {
  actions: 'write',
  checks: 'write',
  contents: 'write',
  deployments: 'write',
  issues: 'write',
  'pull-requests': 'write',
};

function clientOf(github: GitHubEmulator, repository: Repository, permissions = everything) {
  const octokit = getOctokit(github.token({ repository, permissions }), { baseUrl: github.urls.api });
  return { octokit, place: { owner: repository.owner.login, repo: repository.name } };
}

function annotations(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    path: 'a.sql',
    start_line: index + 1,
    end_line: index + 1,
    annotation_level: 'warning' as const,
    message: `Line ${index + 1} is dangerous.`,
  }));
}

test('annotations of an update are added to those before it, and listed page by page', async () => {
  await using github = await startGitHub();
  const repository = github.createRepository();
  const { octokit, place } = clientOf(github, repository);
  const head_sha = repository.tip().sha;
  const output = { title: 'Plan', summary: 'Two tables.', annotations: annotations(50) };
  const created = await octokit.rest.checks.create({ ...place, name: 'ghostship', head_sha, output });
  const check_run_id = created.data.id;
  await octokit.rest.checks.update({ ...place, check_run_id, output: { ...output, annotations: annotations(20) } });

  const listed = await octokit.paginate(octokit.rest.checks.listAnnotations, { ...place, check_run_id });
  assert.equal(listed.length, 70);
  assert.equal(repository.checkRuns(head_sha)[0]?.annotations.length, 70);
});

test('a summary, a level and a count GitHub does not take are refused as GitHub refuses them', async () => {
  await using github = await startGitHub();
  const repository = github.createRepository();
  const { octokit, place } = clientOf(github, repository);
  const create = async (output: object) =>
    octokit.request('POST /repos/{owner}/{repo}/check-runs', {
      ...place,
      name: 'ghostship',
      head_sha: repository.tip().sha,
      output: { title: 'Plan', summary: 'Fine.', ...output },
    });

  await create({ summary: 'x'.repeat(65_535), text: 'x'.repeat(65_535) });
  await assert.rejects(create({ summary: 'x'.repeat(65_536) }), { status: 422 });
  await assert.rejects(create({ text: 'x'.repeat(65_536) }), { status: 422 });
  await assert.rejects(create({ annotations: annotations(51) }), { status: 422 });
  await assert.rejects(create({ annotations: [{ ...annotations(1)[0], annotation_level: 'error' }] }), { status: 422 });
  const overTwoLines = { ...annotations(1)[0], end_line: 2, start_column: 1, end_column: 5 };
  await assert.rejects(create({ annotations: [overTwoLines] }), { status: 422 });

  assert.equal(github.takeViolations().length, 5);
  assert.equal(repository.checkRuns(repository.tip().sha).length, 1);
});

test('a check run cannot be completed without a conclusion, nor made for a commit nobody has', async () => {
  await using github = await startGitHub();
  const repository = github.createRepository();
  const { octokit, place } = clientOf(github, repository);
  const run = { ...place, name: 'ghostship', head_sha: repository.tip().sha };
  await assert.rejects(octokit.rest.checks.create({ ...run, head_sha: '0'.repeat(40) }), /No commit found/);
  const { data } = await octokit.rest.checks.create({ ...run, status: 'in_progress' });
  await assert.rejects(octokit.rest.checks.update({ ...place, check_run_id: data.id, status: 'completed' }), {
    status: 422,
  });
  const done = await octokit.rest.checks.update({ ...place, check_run_id: data.id, conclusion: 'success' });
  assert.equal(done.data.status, 'completed');
  assert.equal(github.takeViolations().length, 2);
});

test('comments have a longest body and a beginning', async () => {
  await using github = await startGitHub();
  const repository = github.createRepository();
  const pull = repository.openPullRequest({ title: 'Add a column', files: { 'a.sql': 'ALTER TABLE a ADD b INT;\n' } });
  const { octokit, place } = clientOf(github, repository);
  const comment = { ...place, issue_number: pull.number };
  await octokit.rest.issues.createComment({ ...comment, body: 'x'.repeat(65_536) });
  await assert.rejects(octokit.rest.issues.createComment({ ...comment, body: 'x'.repeat(65_537) }), { status: 422 });
  await assert.rejects(octokit.rest.issues.createComment({ ...comment, body: ' \n' }), /Body cannot be blank/);
  assert.deepEqual(
    github.takeViolations().map(({ request }) => request),
    Array(2).fill('POST /api/v3/repos/octo/shop/issues/1/comments'),
  );
});

test('disposing throws when a client broke a rule, even one GitHub is patient with', async () => {
  const github = await startGitHub();
  const repository = github.createRepository();
  const { octokit, place } = clientOf(github, repository);
  const run = { ...place, name: 'ghostship', head_sha: repository.tip().sha, conclusions: 'success' };
  const { status } = await octokit.request('POST /repos/{owner}/{repo}/check-runs', run);
  assert.equal(status, 201);
  await assert.rejects(async () => github[Symbol.asyncDispose](), /does not know "conclusions"/);
});

test('an address that is not in the description is a violation, and not found', async () => {
  await using github = await startGitHub();
  const repository = github.createRepository();
  const { octokit, place } = clientOf(github, repository);
  await assert.rejects(octokit.request('GET /repos/{owner}/{repo}/milestones', place), { status: 404 });
  assert.match(github.takeViolations()[0]?.problem ?? '', /no such address/);
});

test('what the token was not given is refused, and says which permission it would take', async () => {
  await using github = await startGitHub();
  const repository = github.createRepository();
  const { octokit, place } = clientOf(github, repository, { contents: 'write', checks: 'read' });
  const run = { ...place, name: 'ghostship', head_sha: repository.tip().sha };
  await assert.rejects(
    octokit.rest.checks.create(run),
    (error: { status: number; message: string; response: { headers: Record<string, string> } }) => {
      assert.equal(error.status, 403);
      assert.match(error.message, /Resource not accessible by integration/);
      assert.equal(error.response.headers['x-accepted-github-permissions'], 'checks=write');
      return true;
    },
  );
});

test('a private repository shows nothing to strangers, and to its own token only what that was given', async () => {
  await using github = await startGitHub();
  const hidden = github.createRepository({ name: 'hidden', private: true, files: { 'a.sql': 'SELECT 1;\n' } });
  const stranger = clientOf(github, github.createRepository());
  const place = { owner: 'octo', repo: 'hidden', path: 'a.sql' };
  await assert.rejects(stranger.octokit.rest.repos.getContent(place), { status: 404 });
  const own = clientOf(github, hidden, { checks: 'read' });
  await assert.rejects(own.octokit.rest.repos.getContent(place), { status: 403 });
  const reader = clientOf(github, hidden, { contents: 'read' });
  assert.equal((await reader.octokit.rest.repos.getContent(place)).status, 200);
});

test('the contents of no path are those of the root, at any commit', async () => {
  await using github = await startGitHub();
  const repository = github.createRepository({ files: { 'a.sql': 'a\n', 'b/c.sql': 'c\n' } });
  const start = repository.tip().sha;
  repository.push({ files: { 'd.sql': 'd\n' } });
  const { octokit, place } = clientOf(github, repository);
  const namesAt = async (ref: string): Promise<string[]> => {
    const { data } = await octokit.rest.repos.getContent({ ...place, path: '', ref });
    return Array.isArray(data) ? data.map(({ name }) => name) : [];
  };
  assert.deepEqual(await namesAt('refs/heads/main'), ['a.sql', 'b', 'd.sql']);
  assert.deepEqual(await namesAt(start), ['a.sql', 'b']);
  await assert.rejects(namesAt('refs/heads/nowhere'), { status: 404 });
});

test('a token nobody was given is no token', async () => {
  await using github = await startGitHub();
  github.createRepository();
  const octokit = getOctokit('ghs_made_up', { baseUrl: github.urls.api });
  await assert.rejects(octokit.rest.pulls.get({ owner: 'octo', repo: 'shop', pull_number: 1 }), { status: 401 });
});

test('requests are counted, and refused once the hour is used up', async () => {
  await using github = await startGitHub();
  const repository = github.createRepository({ files: { 'a.sql': '' } });
  const token = github.token({ repository, permissions: everything, requestsPerHour: 2 });
  const octokit = getOctokit(token, { baseUrl: github.urls.api });
  const get = async () => octokit.rest.repos.getContent({ owner: 'octo', repo: 'shop', path: 'a.sql' });
  assert.equal((await get()).headers['x-ratelimit-remaining'], '1');
  assert.equal((await get()).headers['x-ratelimit-remaining'], '0');
  await assert.rejects(get(), /API rate limit exceeded/);
  assert.equal((await octokit.rest.rateLimit.get()).data.rate.used, 2);
});
