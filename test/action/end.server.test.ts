import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { pullRequestEvent, type WorkflowEvent } from '../support/github/index.ts';
import type { Job } from '../support/runner/index.ts';
import { testServers } from '../support/servers/index.ts';
import { createUsers, permissions, type Scene, setScene } from './scene.ts';

/* What a pull request hears when its migration ends. */

const [server] = testServers();
assert.ok(server !== undefined);

let scene: Scene;
before(async () => {
  scene = await setScene(server);
});
after(() => scene[Symbol.asyncDispose]());

const job = (event: WorkflowEvent, inputs: Readonly<Record<string, string>> = {}): Job => ({
  event,
  inputs: { ...scene.inputs, allow: 'add-unique-index', ...inputs },
  permissions,
  secrets: [scene.inputs.password],
});

let counter = 1;

/** A pull request that was planned and merged. */
async function plannedAndMerged(statements: string) {
  await scene.database.query('DROP TABLE IF EXISTS users, users_del, ghostship_migrations');
  await createUsers(scene);
  const repository = scene.github.createRepository({ name: `ends-${counter++}`, files: { 'README.md': '# Shop\n' } });
  const files = { 'migrations/1.sql': statements };
  const pull = repository.openPullRequest({ title: 'Change tables', author: 'mona', files });
  await scene.runner.run(job(pullRequestEvent(scene.github.urls, pull, 'opened')));
  const body = (): string[] => repository.comments(pull).map((comment) => comment.body);
  const planned = body()[0] ?? '';
  pull.merge({ by: repository.owner.login });
  return { pull, body, planned, event: pullRequestEvent(scene.github.urls, pull, 'closed') };
}

test('what was approved stays readable, and the end is a comment of its own', async () => {
  const { body, planned, event } = await plannedAndMerged('ALTER TABLE users MODIFY name VARCHAR(300), FORCE;\n');
  const run = await scene.runner.run(job(event));
  assert.equal(run.conclusion, 'success', run.main.log);
  const [plan = '', end = '', ...more] = body();
  assert.deepEqual(more, []);
  assert.match(plan, /\*\*Shipped\*\*, see \[below\]\(http\S+#issuecomment-\d+\)/u);
  assert.ok(plan.endsWith(planned.replace('<!-- ghostship -->\n', '')), plan);
  assert.match(end, /## 🚢 Ghostship · Shipped[\s\S]*rows copied/u);

  await scene.runner.run(job(event));
  assert.equal(body().length, 2, 'a run that finds nothing to do says nothing');
});

test('each end is told once: a failure that comes again edits its comment, and the success after it is new', async () => {
  const { body, event } = await plannedAndMerged('ALTER TABLE users ADD UNIQUE KEY one_name (name);\n');
  await scene.runner.run(job(event));
  await scene.runner.run(job(event));
  assert.equal(body().length, 2);
  assert.match(body()[0] ?? '', /\*\*Failed\*\*, see/u);
  await scene.database.query("UPDATE users SET name = CONCAT('n', id)");
  assert.equal((await scene.runner.run(job(event))).conclusion, 'success');
  assert.equal(body().length, 3);
  assert.match(body()[0] ?? '', /\*\*Shipped\*\*, see/u);
  assert.match(body()[1] ?? '', /Ghostship · Failed/u);
  assert.match(body()[2] ?? '', /Ghostship · Shipped/u);
});

test('a pull request whose file has failed is told that another one has mended it', async () => {
  const { pull, body, event } = await plannedAndMerged('ALTER TABLE users ADD UNIQUE KEY one_name (name);\n');
  assert.equal((await scene.runner.run(job(event))).conclusion, 'failure');
  assert.match(body()[0] ?? '', /\*\*Failed\*\*, see/u);
  const { repository } = pull.base;
  const files = { 'migrations/1.sql': 'ALTER TABLE users ADD KEY one_name (name);\n' };
  const mend = repository.openPullRequest({ title: 'Mend it', author: 'mona', files });
  mend.merge({ by: repository.owner.login });
  const run = await scene.runner.run(job(pullRequestEvent(scene.github.urls, mend, 'closed')));
  assert.equal(run.conclusion, 'success', run.main.log);
  assert.match(body()[0] ?? '', /\*\*`migrations\/1\.sql` failed here, and has shipped as mended in #2\*\*, \[log\]/u);
  assert.match(body()[1] ?? '', /Ghostship · Failed/u);
  assert.equal(body().length, 2);
});

test('check runs of runs that were killed are closed by the next run on their commit, those of the same run are not', async () => {
  const { pull, event } = await plannedAndMerged('ALTER TABLE users ADD COLUMN late INT;\n');
  const { repository } = pull.base;
  const open = (externalId: string, name = 'Ghostship migrate') => {
    const [model] = repository.allCheckRuns;
    assert.ok(model !== undefined);
    const headSha = pull.headCommit.sha;
    const id = repository.nextId();
    const check = { ...model, id, name, headSha, externalId, status: 'in_progress' as const, conclusion: null };
    repository.allCheckRuns.push(check);
    return check;
  };
  const killed = open('1/1/ghostship/__self');
  const others = [open('somebody else'), open('1/1/ghostship/__self', 'Ghostship plan')];
  assert.equal((await scene.runner.run(job(event))).conclusion, 'success');
  assert.deepEqual(
    [killed.status, killed.conclusion, killed.title],
    ['completed', 'neutral', 'Killed before it could report'],
  );
  for (const other of others) assert.equal(other.status, 'in_progress');
});

for (const operation of ['issues/list-comments', 'issues/update-comment'] as const)
  test(`an end that GitHub does not take, because of ${operation}, is told by the next run`, async () => {
    const { body, event } = await plannedAndMerged('ALTER TABLE users MODIFY name VARCHAR(310), FORCE;\n');
    scene.github.failNext({ kind: 'status', status: 502 }, { operation, times: 40 });
    const run = await scene.runner.run(job(event));
    assert.equal(run.conclusion, 'success', run.main.log);
    assert.match(body()[0] ?? '', /What next/u);
    scene.github.failNoMore();
    const next = await scene.runner.run(job(event));
    assert.equal(next.conclusion, 'success', next.main.log);
    assert.match(body()[0] ?? '', /\*\*Shipped\*\*, see \[below\]/u);
    assert.equal(body().length, 2);
    const last = await scene.runner.run(job(event));
    assert.doesNotMatch(last.main.log, /An earlier run/u);
    assert.equal(body().length, 2);
  });

test('where the comment about the end is lost, that about the plan says it', async () => {
  const { body, event } = await plannedAndMerged('ALTER TABLE users MODIFY name VARCHAR(300), FORCE;\n');
  scene.github.failNext({ kind: 'status', status: 502 }, { operation: 'issues/create-comment', times: 9 });
  const run = await scene.runner.run(job(event));
  assert.equal(run.conclusion, 'success', run.main.log);
  assert.match(body()[0] ?? '', /\*\*Shipped\. users is changed: .*\*\* \[log\]\(\S+\)\. What was planned:/u);
  assert.equal(body().length, 1);
});
