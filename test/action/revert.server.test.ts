import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { issueCommentEvent, pullRequestEvent, workflowDispatchEvent } from '../support/github/index.ts';
import type { Job } from '../support/runner/index.ts';
import { testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
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
    collaborators: { mona: 'maintain', guest: 'read' },
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
  const check = () =>
    repository.allCheckRuns
      .filter(({ name }) => name === 'Ghostship revert')
      .map((one) => ({
        isOnPull: one.headSha === pull.headCommit.sha,
        conclusion: one.conclusion,
        title: one.title ?? '',
        summary: one.summary ?? '',
      }));
  const ends = () =>
    repository
      .comments(pull)
      .filter(({ body }) => body.startsWith('<!-- ghostship news'))
      .map(({ body }) => /^## (.*)$/mu.exec(body)?.[1]);
  return { repository, pull, event, say, answers, checks: check, ends };
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
  const { event, say, answers, checks, ends } = await merged();
  const stranger = await scene.runner.run(job(say('guest', '/ghostship revert').event));
  assert.equal(stranger.conclusion, 'failure');
  assert.match(answers()[0] ?? '', /guest may not command migrations here/u);

  const told = say('mona', '/ghostship revert');
  const { conclusion, outputs, main } = await scene.runner.run(job(told.event));
  assert.equal(conclusion, 'success', main.log);
  assert.deepEqual([outputs.state, outputs['table-state']], ['reverted', 'changed']);
  assert.deepEqual(
    told.comment.reactions.map(({ content }) => content),
    ['eyes', '+1'],
  );
  assert.match(answers()[1] ?? '', /Reverted\. users has the definition of before again[\s\S]*Lost: city\./u);
  await expectBack();
  const [check] = checks();
  assert.deepEqual([checks().length, check?.isOnPull, check?.conclusion], [1, true, 'success']);
  assert.match(check?.title ?? '', /^Reverted: users has the definition of before again/u);
  assert.match(check?.summary ?? '', /↩️&nbsp;reverted/u);
  assert.deepEqual(ends(), ['🚢 Ghostship · Shipped', '🚢 Ghostship · Reverted']);

  const again = await scene.runner.run(job(event));
  assert.equal(again.conclusion, 'success');
  assert.match(again.main.log, /migrations\/1\.sql:1 was applied on [^\n]*, and is reverted; it is not run again/u);
  await expectBack();
  await scene.runner.run(job(say('mona', '/ghostship migrate').event));
  assert.match(answers()[2] ?? '', /Nothing is left to run\. .*also where it was reverted since/u);
  assert.doesNotMatch(answers()[2] ?? '', /Everything is applied/u);

  const twice = await scene.runner.run(job(say('mona', '/ghostship revert users').event));
  assert.equal(twice.outputs['error-code'], 'cannot-revert');
  assert.match(answers()[3] ?? '', /reverted already/u);
  assert.equal(checks()[1]?.conclusion, 'neutral');
  assert.match(checks()[1]?.title ?? '', /reverted already/u);
  assert.equal(ends().length, 2);
});

test('an open pull request hears that the change of its table was reverted', async () => {
  const { repository, say } = await merged();
  const files = { 'migrations/2.sql': 'ALTER TABLE users ADD COLUMN later INT;\n' };
  const other = repository.openPullRequest({ title: 'Add one more', author: 'mona', files });
  await scene.runner.run(job(pullRequestEvent(scene.github.urls, other, 'opened')));
  await scene.runner.run(job(say('mona', '/ghostship revert').event));
  assert.match(
    repository.comments(other)[0]?.body ?? '',
    /has reverted the last change of `users` since this was planned: plan anew/u,
  );
});

test('the check run says that it reverts while it does, and how far it is', async () => {
  const { say, answers, checks, ends } = await merged();
  const running = scene.runner.run(job(say('mona', '/ghostship revert').event, { cutover: 'wait' }));
  await waitFor(() => /^Reverting users: .* say \/ghostship cutover users/u.test(checks()[0]?.title ?? ''), {
    timeoutMs: 30_000,
    what: 'the check run to say that the cutover waits',
  });
  assert.equal(checks()[0]?.conclusion, null);
  assert.match(checks()[0]?.summary ?? '', /REVERT ALTER TABLE users/u);
  assert.match(answers()[0] ?? '', /It is under way: \[log\]/u);
  await waitFor(() => ends().length === 2, { timeoutMs: 30_000, what: 'the comment about the gate' });
  assert.deepEqual(ends(), ['🚢 Ghostship · Shipped', '✋ Ghostship · users waits for a person']);
  await scene.runner.run(job(say('mona', '/ghostship cutover users').event));
  assert.equal((await running).conclusion, 'success');
  assert.deepEqual(ends(), [
    '🚢 Ghostship · Shipped',
    'Ghostship · users waited for a person',
    '🚢 Ghostship · Reverted',
  ]);
  assert.match(checks()[0]?.title ?? '', /^Reverted: /u);
  await expectBack();
});

test('a revert that has yielded, and is resumed, is said to have reverted in a later run', async () => {
  const { say, answers, checks } = await merged();
  const revert = () =>
    scene.runner.run(job(say('mona', '/ghostship revert').event, { cutover: 'wait', gate: 'yield' }));
  assert.equal((await revert()).outputs.state, 'yielded');
  await scene.runner.run(job(say('mona', '/ghostship cutover users').event));
  assert.ok(answers().some((body) => /`\/ghostship revert users` goes on with it, and obeys then/u.test(body)));
  assert.equal((await revert()).outputs.state, 'reverted');
  assert.ok(
    checks().some(({ conclusion, title }) => conclusion === 'success' && title === 'Reverted in a later run'),
    JSON.stringify(checks().map(({ title }) => title)),
  );
  await expectBack();
});

test('a revert that fails says so where one that succeeds would', async () => {
  const { say, answers, checks, ends } = await merged();
  await scene.database.query("UPDATE users SET name = REPEAT('x', 90) WHERE name = 'new'");
  const { conclusion, outputs } = await scene.runner.run(job(say('mona', '/ghostship revert').event));
  assert.deepEqual([conclusion, outputs['error-code']], ['failure', 'data-does-not-fit']);
  assert.equal(checks()[0]?.conclusion, 'failure');
  assert.match(checks()[0]?.title ?? '', /^Failed: The revert of users failed; users is as it was before it\./u);
  assert.match(answers()[0] ?? '', /data-does-not-fit/u);
  assert.deepEqual(ends(), ['🚢 Ghostship · Shipped', '🚢 Ghostship · Failed']);
});

test('a workflow that somebody starts brings the table back, and a pull request does not', async () => {
  const { repository, event, checks, ends } = await merged();
  const refused = await scene.runner.run(job(event, { mode: 'revert' }));
  assert.equal(refused.outputs['error-code'], 'usage');
  const dispatch = workflowDispatchEvent(scene.github.urls, repository, { actor: 'mona', workflow: 'revert.yml' });
  const { conclusion, outputs, main } = await scene.runner.run(job(dispatch, { mode: 'revert', command: 'users' }));
  assert.equal(conclusion, 'success', main.log);
  assert.equal(outputs.state, 'reverted');
  await expectBack();
  assert.deepEqual(
    checks().map((check) => check.conclusion),
    ['success'],
  );
  // The pull request whose migration it was is told, though nobody has asked there.
  assert.deepEqual(ends(), ['🚢 Ghostship · Shipped', '🚢 Ghostship · Reverted']);
});
