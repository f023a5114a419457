import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { pullRequestEvent } from '../support/github/index.ts';
import type { ActionRun } from '../support/runner/index.ts';
import { catchUp, type RunningServer, startReplica, startServer } from '../support/servers/index.ts';
import { createUsers, permissions, type Scene, setScene } from './scene.ts';

/* What a rehearsal leaves on the page of a pull request. */

let source: RunningServer;
let replica: RunningServer;
let scene: Scene;
before(async () => {
  source = await startServer({ name: 'mysql-9.7' });
  replica = await startReplica(source);
  scene = await setScene(source);
  await createUsers(scene);
  await scene.database.query('CREATE TABLE orders (id INT PRIMARY KEY, note INT)');
  await scene.database.query('INSERT INTO orders VALUES (1, NULL)');
  await catchUp(replica, source);
});
after(async () => {
  await scene[Symbol.asyncDispose]();
  await replica[Symbol.asyncDispose]();
  await source[Symbol.asyncDispose]();
});

type PullRequest = ReturnType<ReturnType<Scene['github']['createRepository']>['openPullRequest']>;

function openPullRequest(name: string, sql: string, fork = false): PullRequest {
  const repository = scene.github.createRepository({ name, files: { 'README.md': '# Shop\n' } });
  return repository.openPullRequest({ title: 'Change', author: 'mona', files: { 'migrations/1.sql': sql }, fork });
}

function run(pull: PullRequest, inputs: Readonly<Record<string, string>>): Promise<ActionRun> {
  const [, user] = /\/\/([^@]+)@/u.exec(scene.inputs.target) ?? [];
  const url = `mysql://${user}@${replica.host}:${replica.port}/${scene.database.name}`;
  return scene.runner.run({
    event: pullRequestEvent(scene.github.urls, pull, 'synchronize'),
    inputs: { ...scene.inputs, replica: url, ...inputs },
    permissions,
    secrets: [scene.inputs.password],
  });
}

const onlyComment = (pull: PullRequest): string => {
  const comments = pull.base.repository.comments(pull);
  assert.equal(comments.length, 1);
  return comments[0]?.body ?? '';
};

test('a rehearsal has a section of its own, which a later plan leaves as it is', async () => {
  const pull = openPullRequest('shop', 'ALTER TABLE users MODIFY name VARCHAR(300);\n');
  await run(pull, {});
  const rehearsed = await run(pull, { mode: 'rehearse' });
  assert.equal(rehearsed.conclusion, 'success', rehearsed.main.log);
  const { state, algorithm, differences, 'table-state': tableState } = rehearsed.outputs;
  assert.deepEqual([state, algorithm, differences, tableState], ['completed', 'copy', '0', 'unchanged']);
  assert.ok(Number(rehearsed.outputs['rows-copied']) >= 1_000);
  const sections = /Ready to ship[\s\S]*Rehearsal · Rehearsed[\s\S]*rows, all equal/u;
  assert.match(onlyComment(pull), sections);
  const checks = pull.base.repository.checkRuns(pull.headCommit.sha);
  const conclusionOf = (name: string): unknown => checks.find((check) => check.name === name)?.conclusion;
  assert.deepEqual(['Ghostship plan', 'Ghostship rehearse'].map(conclusionOf), ['success', 'success']);
  await run(pull, {});
  assert.match(onlyComment(pull), sections);
});

test('what does not fit shows there', async () => {
  const pull = openPullRequest('misfit', 'ALTER TABLE orders MODIFY note INT NOT NULL;\n');
  const { conclusion, outputs } = await run(pull, { mode: 'rehearse' });
  assert.equal(conclusion, 'failure');
  assert.deepEqual([outputs.state, outputs['error-code']], ['failed', 'data-does-not-fit']);
  assert.match(onlyComment(pull), /Rehearsal failed[\s\S]*data-does-not-fit/u);
});

test('a fork reaches no replica, and without one nothing is rehearsed', async () => {
  const fork = openPullRequest('forked', 'ALTER TABLE users ADD extra INT;\n', true);
  const refused = await run(fork, { mode: 'rehearse' });
  assert.match(refused.main.log, /comes from a fork/u);
  assert.deepEqual(fork.base.repository.comments(fork), []);
  const pull = openPullRequest('alone', 'ALTER TABLE users ADD extra INT;\n');
  const { conclusion, outputs } = await run(pull, { mode: 'rehearse', replica: '' });
  assert.equal(conclusion, 'failure');
  assert.equal(outputs['error-code'], 'bad-target');
});
