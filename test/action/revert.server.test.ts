import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { issueCommentEvent, pullRequestEvent, workflowDispatchEvent } from '../support/github/index.ts';
import type { Job } from '../support/runner/index.ts';
import { testServers } from '../support/servers/index.ts';
import { createUsers, permissions, type Scene, setScene } from './scene.ts';

/* A table that a merged pull request has changed comes back by a comment, and by a workflow that somebody starts. */

const [server] = testServers();
assert.ok(server !== undefined);

let scene: Scene;
before(async () => {
  scene = await setScene(server);
});
after(() => scene[Symbol.asyncDispose]());

let counter = 1;

async function merged() {
  await scene.database.query('DROP TABLE IF EXISTS users, users_del, ghostship_migrations');
  await createUsers(scene);
  const repository = scene.github.createRepository({
    name: `way-back-${counter++}`,
    files: { 'README.md': '# Shop\n' },
    collaborators: { mona: 'write', guest: 'read' },
  });
  const files = { 'migrations/1.sql': 'ALTER TABLE users ADD COLUMN city INT, MODIFY name VARCHAR(300);\n' };
  const pull = repository.openPullRequest({ title: 'Add cities', author: 'mona', files });
  pull.merge({ by: 'mona' });
  const event = pullRequestEvent(scene.github.urls, pull, 'closed');
  assert.equal((await scene.runner.run(job(event, { retired: 'keep' }))).conclusion, 'success');
  await scene.database.query("INSERT INTO users (name, email, city) VALUES ('new', 'new@example.test', 7)");
  const say = (author: string, body: string) => {
    const comment = repository.comment(pull, { author, body });
    return { comment, event: issueCommentEvent(scene.github.urls, pull, comment) };
  };
  const answers = () =>
    repository
      .comments(pull)
      .filter(({ body }) => body.startsWith('`/ghostship'))
      .map(({ body }) => body);
  return { repository, pull, event, say, answers };
}

function job(event: Job['event'], inputs: Readonly<Record<string, string>> = {}): Job {
  return { event, inputs: { ...scene.inputs, ...inputs }, permissions, secrets: [scene.inputs.password] };
}

async function expectBack(): Promise<void> {
  const columns = await scene.database.query('SHOW COLUMNS FROM users');
  assert.deepEqual(
    columns.map(({ Field, Type }) => `${String(Field)} ${String(Type).replace('int(11)', 'int')}`),
    ['id int', 'name varchar(50)', 'email varchar(100)'],
  );
  const rows = await scene.database.query("SELECT email FROM users WHERE name = 'new'");
  assert.deepEqual(rows, [{ email: 'new@example.test' }]);
}

test('a comment by somebody who may push brings the table back, and the file is not run again', async () => {
  const { event, say, answers } = await merged();
  const stranger = await scene.runner.run(job(say('guest', '/ghostship revert').event));
  assert.equal(stranger.conclusion, 'failure');
  assert.match(answers()[0] ?? '', /guest may not command migrations here/u);

  const told = say('mona', '/ghostship revert');
  const { conclusion, outputs, main } = await scene.runner.run(job(told.event));
  assert.equal(conclusion, 'success', main.log);
  assert.deepEqual([outputs.state, outputs['table-state']], ['reverted', 'changed']);
  assert.deepEqual(
    told.comment.reactions.map(({ content }) => content),
    ['+1'],
  );
  assert.match(answers()[1] ?? '', /Reverted\. users has the definition of before again[\s\S]*Lost: city\./u);
  await expectBack();

  const again = await scene.runner.run(job(event));
  assert.equal(again.conclusion, 'success');
  assert.match(again.main.log, /migrations\/1\.sql:1 was applied on [^\n]*, and is reverted; it is not run again/u);
  await expectBack();

  const twice = await scene.runner.run(job(say('mona', '/ghostship revert users').event));
  assert.equal(twice.outputs['error-code'], 'cannot-revert');
  assert.match(answers()[2] ?? '', /reverted already/u);
});

test('a workflow that somebody starts brings the table back, and a pull request does not', async () => {
  const { repository, event } = await merged();
  const refused = await scene.runner.run(job(event, { mode: 'revert' }));
  assert.equal(refused.outputs['error-code'], 'usage');
  const dispatch = workflowDispatchEvent(scene.github.urls, repository, { actor: 'mona', workflow: 'revert.yml' });
  const { conclusion, outputs, main } = await scene.runner.run(job(dispatch, { mode: 'revert', command: 'users' }));
  assert.equal(conclusion, 'success', main.log);
  assert.equal(outputs.state, 'reverted');
  await expectBack();
});
