import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getOctokit } from '@actions/github';
import { startGitHub } from './index.ts';
import { operations } from './openapi/document.ts';

const workflow = `
on:
  workflow_dispatch:
    inputs:
      mode: { required: true, type: string }
      wait: { default: false, type: boolean }
`;

// Every answer is held against the description on its way out, so calling is checking.
test('every operation of the description can be called', async () => {
  await using github = await startGitHub();
  const files = { 'migrations/1.sql': 'ALTER TABLE a ADD b INT;\n', '.github/workflows/ship.yml': workflow };
  const repository = github.createRepository({ files, collaborators: { mona: 'maintain' } });
  const pull = repository.openPullRequest({
    title: 'Add a column',
    author: 'mona',
    branch: 'feature/column',
    files: { 'migrations/2.sql': 'ALTER TABLE a ADD c INT;\n' },
  });
  const token = github.token({
    repository,
    permissions: {
      actions: 'write',
      checks: 'write',
      contents: 'write',
      deployments: 'write',
      issues: 'write',
      'pull-requests': 'write',
    },
  });
  const { rest } = getOctokit(token, { baseUrl: github.urls.api });
  const place = { owner: 'octo', repo: 'shop' };
  const onPull = { ...place, pull_number: pull.number };
  const onIssue = { ...place, issue_number: pull.number };

  await rest.rateLimit.get();

  const last = { ...place, sha: 'feature/column', path: 'migrations/2.sql' };
  assert.deepEqual(
    (await rest.repos.listCommits(last)).data.map((commit) => commit.sha),
    [pull.headCommit.sha],
  );
  const { data: tree } = await rest.git.getTree({ ...place, tree_sha: 'feature/column', recursive: '1' });
  assert.ok(tree.tree.some(({ path, type }) => path === 'migrations/2.sql' && type === 'blob'));

  const { sha } = pull.headCommit;
  const check = {
    ...place,
    check_run_id: (await rest.checks.create({ ...place, name: 'plan', head_sha: sha })).data.id,
  };
  await rest.checks.update({ ...check, conclusion: 'neutral', output: { summary: 'Nothing to do.' } });
  assert.equal((await rest.checks.get(check)).data.pull_requests[0]?.number, pull.number);
  await rest.checks.listAnnotations(check);
  assert.equal((await rest.checks.listForRef({ ...place, ref: 'feature/column' })).data.total_count, 1);

  assert.deepEqual(
    (await rest.pulls.list({ ...place, sort: 'created', direction: 'desc' })).data.map(({ number }) => number),
    [pull.number],
  );
  assert.equal((await rest.pulls.list({ ...place, state: 'closed' })).data.length, 0);

  const comment = { ...place, comment_id: (await rest.issues.createComment({ ...onIssue, body: 'Hello' })).data.id };
  await rest.issues.updateComment({ ...comment, body: 'Hello again' });
  assert.equal((await rest.issues.getComment(comment)).data.body, 'Hello again');
  assert.equal((await rest.issues.listComments(onIssue)).data.length, 1);
  assert.equal((await rest.reactions.createForIssueComment({ ...comment, content: 'rocket' })).status, 201);
  assert.equal((await rest.reactions.createForIssueComment({ ...comment, content: 'rocket' })).status, 200);
  assert.equal((await rest.reactions.listForIssueComment(comment)).data.length, 1);
  await rest.issues.deleteComment(comment);
  await assert.rejects(rest.issues.getComment(comment), { status: 404 });

  await rest.issues.addLabels({ ...onIssue, labels: ['migration', 'waits'] });
  await rest.issues.setLabels({ ...onIssue, labels: ['migration'] });
  assert.deepEqual(
    (await rest.issues.listLabelsOnIssue(onIssue)).data.map(({ name }) => name),
    ['migration'],
  );
  await rest.issues.removeAllLabels(onIssue);

  await rest.pulls.update({ ...onPull, title: 'Add column c' });
  const { data: got } = await rest.pulls.get(onPull);
  assert.deepEqual(
    [got.title, got.mergeable, got.changed_files, got.head.ref],
    ['Add column c', true, 1, 'feature/column'],
  );
  assert.equal((await rest.pulls.listFiles(onPull)).data[0]?.patch, '@@ -0,0 +1 @@\n+ALTER TABLE a ADD c INT;');
  await rest.pulls.createReview({
    ...onPull,
    event: 'COMMENT',
    body: 'Look here',
    comments: [{ path: 'migrations/2.sql', line: 1, body: 'c?' }],
  });
  await rest.pulls.createReviewComment({ ...onPull, commit_id: sha, path: 'migrations/2.sql', line: 1, body: 'INT?' });
  assert.equal((await rest.pulls.listReviews(onPull)).data[0]?.state, 'COMMENTED');
  assert.equal((await rest.pulls.listReviewComments(onPull)).data.length, 2);

  const associated = await rest.repos.listPullRequestsAssociatedWithCommit({ ...place, commit_sha: sha });
  assert.deepEqual(
    associated.data.map(({ number }) => number),
    [pull.number],
  );
  const { data: compared } = await rest.repos.compareCommitsWithBasehead({
    ...place,
    basehead: 'main...feature/column',
  });
  assert.deepEqual([compared.status, compared.ahead_by, compared.behind_by], ['ahead', 1, 0]);

  const path = 'migrations/3.sql';
  const written = await rest.repos.createOrUpdateFileContents({
    ...place,
    path,
    message: 'Add',
    content: Buffer.from('SELECT 3;\n').toString('base64'),
  });
  const folder = await rest.repos.getContent({ ...place, path: 'migrations' });
  assert.deepEqual(Array.isArray(folder.data) && folder.data.map(({ name }) => name), ['1.sql', '3.sql']);
  await rest.repos.getContent({ ...place, path: 'migrations/2.sql', ref: sha });
  await rest.repos.deleteFile({ ...place, path, message: 'Remove', sha: written.data.content?.sha ?? '' });
  assert.equal(repository.tip().tree.has(path), false);

  const { data: role } = await rest.repos.getCollaboratorPermissionLevel({ ...place, username: 'mona' });
  assert.deepEqual([role.permission, role.role_name], ['write', 'maintain']);

  const deployed = await rest.repos.createDeployment({
    ...place,
    ref: 'main',
    environment: 'production',
    required_contexts: [],
  });
  assert.equal(deployed.status, 201);
  const deployment = { ...place, deployment_id: (await rest.repos.listDeployments(place)).data[0]?.id ?? 0 };
  await rest.repos.createDeploymentStatus({ ...deployment, state: 'in_progress', log_url: 'https://example.com/log' });
  assert.equal((await rest.repos.listDeploymentStatuses(deployment)).data[0]?.state, 'in_progress');

  await rest.repos.createDispatchEvent({ ...place, event_type: 'migrated', client_payload: { table: 'a' } });
  await rest.actions.createWorkflowDispatch({
    ...place,
    workflow_id: 'ship.yml',
    ref: 'main',
    inputs: { mode: 'migrate' },
  });
  const [dispatch] = repository.workflowDispatches;
  assert.deepEqual(dispatch?.inputs, { mode: 'migrate', wait: 'false' });
  const run = { ...place, run_id: dispatch?.run.id ?? 0 };
  assert.equal((await rest.actions.getWorkflowRun(run)).data.status, 'queued');
  assert.equal((await rest.actions.listJobsForWorkflowRun(run)).data.total_count, 1);
  dispatch?.run.approvals.push({ environment: 'production', state: 'approved', user: pull.author, comment: 'Go' });
  assert.equal((await rest.actions.getReviewsForRun(run)).data[0]?.state, 'approved');
  await rest.actions.deleteWorkflowRun(run);

  const called = new Set(github.requests.map(({ operation }) => operation));
  assert.deepEqual(
    operations.map(({ id }) => id).filter((id) => !called.has(id)),
    [],
  );
});

test('a workflow is dispatched only with what it asks for', async () => {
  await using github = await startGitHub();
  const files = { '.github/workflows/ship.yml': workflow, '.github/workflows/push.yml': 'on: push\n' };
  const repository = github.createRepository({ files });
  const token = github.token({ repository, permissions: { actions: 'write' } });
  const { rest } = getOctokit(token, { baseUrl: github.urls.api });
  const ship = { owner: 'octo', repo: 'shop', workflow_id: 'ship.yml', ref: 'main' };
  const dispatch = rest.actions.createWorkflowDispatch;
  await assert.rejects(dispatch(ship), /Required input 'mode' not provided/);
  await assert.rejects(
    dispatch({ ...ship, inputs: { mode: 'migrate', speed: '9' } }),
    /Unexpected inputs provided: \["speed"\]/,
  );
  await assert.rejects(dispatch({ ...ship, ref: 'nowhere', inputs: { mode: 'plan' } }), /No ref found for: nowhere/);
  await assert.rejects(dispatch({ ...ship, workflow_id: 'push.yml' }), /does not have 'workflow_dispatch' trigger/);
  await assert.rejects(dispatch({ ...ship, workflow_id: 'gone.yml' }), { status: 404 });
  assert.equal(github.takeViolations().length, 4);
  assert.deepEqual(repository.workflowDispatches, []);
});

test('a query tells whose a token is, and what the schema does not know is refused', async () => {
  await using github = await startGitHub();
  const repository = github.createRepository();
  for (const login of ['github-actions[bot]', 'shipper[bot]', 'mona']) {
    const token = github.token({ repository, permissions: {}, login });
    const { graphql } = getOctokit(token, { baseUrl: github.urls.api });
    assert.deepEqual(await graphql('query { viewer { login } }'), { viewer: { login } });
    for (const query of [
      '{ viewer { name } }',
      '{ viewer }',
      '{ viewer { login { a } } }',
      '{ viewer(id: 1) { login } }',
      '{ viewer {',
    ])
      await assert.rejects(graphql(query), /response errors/u, query);
    assert.equal(github.takeViolations().length, 5);
  }
});
