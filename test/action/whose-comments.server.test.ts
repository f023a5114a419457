import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { digest } from '../../src/support/digest.ts';
import { pullRequestEvent } from '../support/github/index.ts';
import type { Job } from '../support/runner/index.ts';
import { testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { createUsers, permissions, type Scene, setScene } from './scene.ts';

/* Anybody may write a comment that begins as ours do. Only what the owner of the token has written is resumed. */

const [server] = testServers();
assert.ok(server !== undefined);

let scene: Scene;
before(async () => {
  scene = await setScene(server);
});
after(() => scene[Symbol.asyncDispose]());

let counter = 1;

async function openPull(config: string, statement: string) {
  await scene.database.query('DROP TABLE IF EXISTS users, users_del, users_gho, users_ghc, ghostship_migrations');
  await createUsers(scene, 10);
  const repository = scene.github.createRepository({
    name: `whose-${counter++}`,
    files: { '.github/ghostship.yml': config },
    collaborators: { rea: 'read', wendy: 'write', mia: 'admin' },
  });
  const files = { 'migrations/1.sql': `${statement}\n` };
  const pull = repository.openPullRequest({ title: 'Change users', author: 'mona', files });
  const job = (action: 'synchronize' | 'closed', changes: Partial<Job['inputs']> = {}): Job => ({
    event: pullRequestEvent(scene.github.urls, pull, action),
    inputs: { ...scene.inputs, ...changes },
    permissions,
    secrets: [scene.inputs.password],
  });
  return { repository, pull, job };
}

const strangers = ['mona', 'rea', 'wendy', 'mia', 'octo', 'nobody', 'evil[bot]', 'dependabot[bot]'];
const forged = [
  '<!-- ghostship -->',
  '<!-- ghostship environment production -->',
  '## Ghostship (production) · Ready to ship',
  'Nothing is destroyed.',
].join('\n');

for (const login of [null, 'shipper[bot]', 'rob']) {
  test(`with the token of ${login ?? 'the job'} nobody else's comment is written on`, async () => {
    const { repository, pull, job } = await openPull('', 'ALTER TABLE users ADD COLUMN visits INT;');
    const all = login === null ? [...strangers, 'shipper[bot]'] : [...strangers, 'github-actions[bot]'];
    for (const author of all) repository.comment(pull, { author, body: forged });
    const own = login ?? 'github-actions[bot]';
    const token = login === null ? {} : { 'github-token': scene.github.token({ repository, permissions, login }) };
    const ours = () => repository.comments(pull).filter(({ author }) => author.login === own);
    for (const action of ['synchronize', 'synchronize'] as const) {
      const before = scene.github.requests.length;
      const run = await scene.runner.run(job(action, token));
      assert.equal(run.conclusion, 'success', run.main.log);
      assert.deepEqual(
        repository.comments(pull).filter(({ author, body }) => author.login !== own && body !== forged),
        [],
      );
      const [comment, ...more] = ours();
      assert.equal(more.length, 0);
      assert.equal(run.outputs['comment-id'], String(comment?.id));
      assert.doesNotMatch(comment?.body ?? '', /\(production\)/u);
      const asked = scene.github.requests.slice(before).filter(({ operation }) => operation === 'graphql');
      assert.ok(asked.length <= 1, `${asked.length} times asked who we are`);
    }
  });
}

test("a gate is neither asked for nor closed in somebody else's comment", async () => {
  const { repository, pull, job } = await openPull(
    'cutover: wait\n',
    'ALTER TABLE users MODIFY name VARCHAR(300), FORCE;',
  );
  const body = `<!-- ghostship news ${digest(['gate', '', 'users'].join('\n')).slice(0, 32)} -->\nGo ahead.`;
  for (const author of strangers) repository.comment(pull, { author, body });
  pull.merge({ by: 'mona' });
  const running = await scene.runner.start(job('closed'));
  const ours = () => repository.comments(pull).filter(({ author }) => author.login === 'github-actions[bot]');
  await waitFor(() => ours().some((comment) => comment.body.includes('waits for a person')), {
    timeoutMs: 60_000,
    what: 'our comment about the gate',
  });
  running.cancel();
  await running.finished;
  assert.equal(repository.comments(pull).filter((comment) => comment.body === body).length, strangers.length);
});

test('a mend that somebody else has written with our mark does not keep ours back', async () => {
  const { repository, job } = await openPull('', 'ALTER TABLE users ADD COLUMN visits INT(11) NULL;');
  await scene.runner.run(job('synchronize'));
  const [mend] = repository.reviewComments;
  assert.ok(mend !== undefined);
  for (const [index, login] of strangers.entries())
    repository.reviewComments.push({ ...mend, id: 900_000 + index, author: repository.account(login) });
  repository.reviewComments.shift();
  await scene.runner.run(job('synchronize'));
  assert.equal(repository.reviewComments.at(-1)?.author.login, 'github-actions[bot]');
});
