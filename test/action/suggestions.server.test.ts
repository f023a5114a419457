import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { pullRequestEvent } from '../support/github/index.ts';
import type { ActionRun, Job } from '../support/runner/index.ts';
import { testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { createUsers, permissions, type Scene, setScene } from './scene.ts';

/* Mends that a reviewer takes over with a click: comments with suggestions, on lines that the pull request changes. */

const [server] = testServers();
assert.ok(server !== undefined);

let scene: Scene;
before(async () => {
  scene = await setScene(server);
  await createUsers(scene);
  await scene.database.query("CREATE TABLE orders (id INT PRIMARY KEY, qty INT NOT NULL DEFAULT 1 COMMENT 'units')");
});
after(() => scene[Symbol.asyncDispose]());

type PullRequest = ReturnType<ReturnType<Scene['github']['createRepository']>['openPullRequest']>;

const path = 'migrations/2.sql';
let counter = 1;

function openPullRequest(text: string, before: string | null = null, fork = false): PullRequest {
  const files = { 'README.md': '# Shop\n', ...(before === null ? {} : { [path]: before }) };
  const repository = scene.github.createRepository({ name: `mends-${counter++}`, files });
  return repository.openPullRequest({ title: 'Change tables', author: 'mona', files: { [path]: text }, fork });
}

function plan(pull: PullRequest, changes: Partial<Job> = {}): Promise<ActionRun> {
  const event = pullRequestEvent(scene.github.urls, pull, 'synchronize');
  return scene.runner.run({ event, inputs: scene.inputs, permissions, secrets: [scene.inputs.password], ...changes });
}

const said = (pull: PullRequest) =>
  pull.base.repository.reviewComments.map(({ line, startLine, body }) => ({
    lines: startLine === null ? [line] : [startLine, line],
    mend: /```suggestion\n([\s\S]*?)\n```/u.exec(body)?.[1],
  }));

const visits = 'ALTER TABLE users ADD COLUMN visits INT(11) NULL;';

test('what the text and the database tell is mended in one review, and a second run says nothing new', async () => {
  const pull = openPullRequest(`-- More of them.\n${visits}\nALTER TABLE orders\n  MODIFY COLUMN qty BIGINT;\n`);
  await plan(pull);
  const mends = [
    { lines: [2], mend: 'ALTER TABLE users ADD COLUMN visits INT NULL;' },
    { lines: [4], mend: "  MODIFY COLUMN qty BIGINT NOT NULL DEFAULT '1' COMMENT 'units';" },
  ];
  assert.deepEqual(said(pull), mends);
  const [review, ...others] = pull.base.repository.reviews;
  assert.equal(others.length, 0);
  assert.deepEqual([review?.state, review?.commitSha], ['COMMENTED', pull.headCommit.sha]);

  await plan(pull);
  pull.push({ 'README.md': '# Shop!\n' });
  await plan(pull);
  await plan(pull, { inputs: { ...scene.inputs, mode: 'lint' } });
  assert.deepEqual(said(pull), mends);
  assert.equal(pull.base.repository.reviews.length, 1);

  const taken = `-- More of them.\n${mends[0]?.mend}\nALTER TABLE orders\n${mends[1]?.mend}\n`;
  pull.push({ [path]: taken });
  const mended = await plan(pull);
  assert.equal(mended.conclusion, 'success');
  assert.equal(pull.base.repository.reviews.length, 1);

  pull.push({ [path]: `${taken}${visits.replace('visits', 'more')}\n` });
  await plan(pull);
  assert.deepEqual(
    said(pull)
      .slice(2)
      .map(({ lines }) => lines),
    [[5]],
  );
});

test('lines that the pull request leaves alone are left alone', async () => {
  const far = Array.from({ length: 8 }, (_, index) => `-- ${index}`).join('\n');
  const pull = openPullRequest(`${visits}\n${far}\nALTER TABLE users ADD COLUMN a INT;\n`, `${visits}\n${far}\n`);
  await plan(pull);
  assert.deepEqual(said(pull), []);
  assert.equal(pull.base.repository.reviews.length, 0);
});

test('where nothing is to be mended by a click there is no review', async () => {
  const pull = openPullRequest('ALTER TABLE users DROP COLUMN email;\n');
  await plan(pull);
  const asked = scene.github.requests.filter(({ operation }) => operation === 'pulls/create-review');
  assert.equal(pull.base.repository.reviews.length, 0);
  const before = asked.length;
  await plan(pull);
  assert.equal(scene.github.requests.filter(({ operation }) => operation === 'pulls/create-review').length, before);
});

test('of many the first ten are said', async () => {
  const lines = Array.from({ length: 14 }, (_, index) => visits.replace('visits', `visits${index}`));
  const pull = openPullRequest(`${lines.join('\n')}\n`);
  await plan(pull);
  await plan(pull);
  assert.deepEqual(
    said(pull).map(({ lines: [line] }) => line),
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  );
});

test('a token that may not review says nothing of it, and the plan is as it was', async () => {
  const pull = openPullRequest(`${visits}\n`);
  const { conclusion, main } = await plan(pull, {
    permissions: { contents: 'read', checks: 'write', issues: 'write', 'pull-requests': 'read' },
  });
  assert.equal(conclusion, 'success');
  assert.deepEqual(said(pull), []);
  assert.doesNotMatch(`${main.summary}${main.log}`, /suggest mends/u);
  assert.equal(pull.base.repository.comments(pull).length, 1);
});

test('an answer that is lost does not make a second review', async () => {
  const pull = openPullRequest(`${visits}\n`);
  scene.github.failNext({ kind: 'lost-answer' }, { operation: 'pulls/create-review' });
  await plan(pull);
  assert.equal(said(pull).length, 1);
  assert.equal(pull.base.repository.reviews.length, 1);
});

test('two environments that plan at once suggest the same once', async () => {
  const pull = openPullRequest(`${visits}\n`);
  // Whoever is about to write has read the comments that there are.
  const hold = scene.github.hold('pulls/create-review');
  const ended: string[] = [];
  const both = ['staging', 'production'].map(async (environment) => {
    const run = await plan(pull, { inputs: { ...scene.inputs, environment } });
    ended.push(run.conclusion);
  });
  await waitFor(() => hold.waiting + ended.length === 2, { what: 'both to have come so far', timeoutMs: 90_000 });
  hold[Symbol.dispose]();
  await Promise.all(both);
  assert.deepEqual(ended, ['success', 'success']);
  assert.equal(said(pull).length, 1);
});
