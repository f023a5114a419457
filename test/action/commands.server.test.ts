import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { issueCommentEvent } from '../support/github/index.ts';
import type { Job } from '../support/runner/index.ts';
import { testServers } from '../support/servers/index.ts';
import { createUsers, permissions, type Scene, setScene } from './scene.ts';

/* What people write in comments, and what they get for it. */

const [server] = testServers();
assert.ok(server !== undefined);

let scene: Scene;
before(async () => {
  scene = await setScene(server);
});
after(() => scene[Symbol.asyncDispose]());

let counter = 1;

async function openPull(config = '') {
  await scene.database.query('DROP TABLE IF EXISTS users, users_del, ghostship_migrations');
  await createUsers(scene);
  const repository = scene.github.createRepository({
    name: `commands-${counter++}`,
    files: { '.github/ghostship.yml': config },
    collaborators: { mona: 'maintain', pusher: 'write', guest: 'read' },
  });
  const files = { 'migrations/1.sql': 'ALTER TABLE users MODIFY name VARCHAR(300), FORCE;\n' };
  const pull = repository.openPullRequest({ title: 'Widen the name', author: 'mona', files });
  const say = async (author: string, body: string, changes: Partial<Job> = {}) => {
    const comment = repository.comment(pull, { author, body });
    const run = await scene.runner.run({
      event: issueCommentEvent(scene.github.urls, pull, comment),
      inputs: scene.inputs,
      permissions,
      secrets: [scene.inputs.password],
      ...changes,
    });
    const answers = repository.comments(pull).filter((one) => one.body.startsWith('`/ghostship'));
    const reactions = comment.reactions.map(({ content }) => content);
    return { run, reactions, answers, answer: answers.at(-1)?.body ?? '' };
  };
  const review = (author: string, state: 'APPROVED' | 'CHANGES_REQUESTED', commitSha = pull.headCommit.sha): void => {
    const account = repository.account(author);
    const one = { id: counter++, pullNumber: pull.number, author: account, state, body: '', commitSha, at: new Date() };
    repository.reviews.push(one);
  };
  return { repository, pull, say, review };
}

test('help is given in any case, and says who may do what', async () => {
  const { say } = await openPull('abort-permission: admin\n');
  const { answer, reactions, run } = await say('pusher', '/GhostShip HELP\nplease');
  assert.equal(run.conclusion, 'success', run.main.log);
  assert.deepEqual(reactions, ['eyes']);
  assert.match(answer, /\| `\/ghostship cutover` \| .* \| write \|/u);
  assert.match(answer, /\| `\/ghostship abort` \| .* \| admin \|/u);
  assert.match((await say('guest', '/ghostship help')).answer, /guest may not command migrations here: help needs/u);
});

test('abort and revert ask for more than the rest', async () => {
  const { say } = await openPull();
  for (const verb of ['abort', 'REVERT users']) {
    const { answer, reactions } = await say('pusher', `/ghostship ${verb}`);
    assert.match(answer, /pusher may not command migrations here: (?:abort|revert) needs the permission maintain/u);
    assert.deepEqual(reactions, ['eyes', 'confused']);
  }
  assert.match((await say('mona', '/ghostship Abort')).answer, /No migration is running/u);
  const { answer } = await say('pusher', '/ghostship migrat');
  assert.match(answer, /"migrat" is not a command\. Did you mean migrate\?[\s\S]*help, status, plan, .*retry/u);
  for (const body of ['status @octo [x](http://evil)', 'status users more', 'pause users more', 'plan users']) {
    const { answer: refused, reactions } = await say('pusher', `/ghostship ${body}`);
    assert.ok(refused.includes(`"${body}" is not a command.`), refused);
    assert.deepEqual(reactions, ['eyes', 'confused']);
  }
  const two = (await say('pusher', '/ghostship pause\n/ghostship resume')).answer;
  assert.match(two, /Look with `\/ghostship status`[\s\S]*Only the first command of a comment is obeyed/u);
});

test('a plan is made again of the newest commit, and the comment of the plan stays one', async () => {
  const { repository, pull, say } = await openPull();
  const { answer, reactions, answers } = await say('pusher', '/ghostship plan');
  assert.match(answer, /Ready to ship/u);
  assert.deepEqual(reactions, ['eyes', '+1']);
  assert.equal(answers.length, 1);
  await say('pusher', '/ghostship PLAN');
  const plans = repository.comments(pull).filter(({ body }) => body.startsWith('<!-- ghostship -->'));
  assert.equal(plans.length, 1);
  assert.equal(repository.checkRuns(pull.headCommit.sha).at(-1)?.name, 'Ghostship plan');
});

test('a comment migrates what is merged, and answers in place', async () => {
  const { repository, pull, say } = await openPull();
  const early = await say('pusher', '/ghostship migrate');
  assert.match(early.answer, /Pull request #\d+ is open\. It is migrated when it is merged/u);
  pull.merge({ by: 'mona' });
  const elsewhere = await say('pusher', '/ghostship migrate', { inputs: { ...scene.inputs, files: 'nowhere/*.sql' } });
  assert.match(elsewhere.answer, /No file matches the option files: nowhere\/\*\.sql/u);
  const limited = await say('pusher', '/ghostship migrate', { inputs: { ...scene.inputs, 'max-load': 'Nothing=1' } });
  assert.match(limited.answer, /Failed\.[\s\S]*The server has no status variable Nothing\. \[usage\]\nName one that/u);
  const { run, answer, answers, reactions } = await say('pusher', '/ghostship retry');
  assert.equal(run.conclusion, 'success', run.main.log);
  assert.deepEqual(reactions, ['eyes', '+1']);
  assert.equal(answers.length, 4);
  assert.match(answer, /Shipped\. users is changed/u);
  assert.match(repository.comments(pull).at(-1)?.body ?? '', /Ghostship · Shipped/u);
  const [row] = await scene.database.query('SELECT actor, pull_request FROM ghostship_migrations');
  assert.deepEqual([row?.actor, Number(row?.pull_request)], ['pusher', pull.number]);
  assert.match((await say('pusher', '/ghostship plan')).answer, /is not open, so there is nothing to plan/u);
});

test('with require-approval only what somebody else has approved is migrated', async () => {
  const { pull, say, review } = await openPull('require-approval: true\n');
  const old = pull.headCommit.sha;
  pull.push({ 'migrations/1.sql': 'ALTER TABLE users MODIFY name VARCHAR(200), FORCE;\n' });
  review('pusher', 'APPROVED', old);
  review('mona', 'APPROVED');
  review('guest', 'APPROVED');
  pull.merge({ by: 'mona' });
  const refused = await say('mona', '/ghostship migrate');
  assert.match(refused.answer, /is not approved.*mona is its author\. guest has approved it, and may not push/su);
  assert.deepEqual(refused.reactions, ['eyes', 'confused']);
  review('pusher', 'APPROVED');
  review('pusher', 'CHANGES_REQUESTED');
  assert.match(
    (await say('mona', '/ghostship migrate')).answer,
    /Commit [0-9a-f]{7} of pull request #\d+ is not approved/u,
  );
  review('pusher', 'APPROVED');
  assert.match((await say('mona', '/ghostship migrate')).answer, /Shipped/u);
});
