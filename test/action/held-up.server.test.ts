import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { pullRequestEvent, pushEvent } from '../support/github/index.ts';
import type { Job } from '../support/runner/index.ts';
import { testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { createUsers, permissions, type Scene, setScene } from './scene.ts';

/* What a pull request hears whose statements wait for the migration of another one. */

const [server] = testServers();
assert.ok(server !== undefined);

let scene: Scene;
before(async () => {
  scene = await setScene(server);
});
after(() => scene[Symbol.asyncDispose]());

let counter = 1;

async function twoPulls(config: string) {
  await scene.database.query('DROP TABLE IF EXISTS users, users_del, users_gho, users_ghc, kid, ghostship_migrations');
  await createUsers(scene);
  await scene.database.query('CREATE TABLE kid (id INT PRIMARY KEY)');
  const repository = scene.github.createRepository({
    name: `held-${counter++}`,
    files: { '.github/ghostship.yml': config },
  });
  const open = (path: string, text: string) =>
    repository.openPullRequest({ title: 'Change tables', author: 'mona', files: { [path]: text } });
  const one = open('migrations/1.sql', 'ALTER TABLE users MODIFY name VARCHAR(300), FORCE;\n');
  const other = open('migrations/2.sql', 'ALTER TABLE kid ADD COLUMN h INT;\n');
  for (const pull of [one, other])
    await scene.runner.run(job(pullRequestEvent(scene.github.urls, pull, 'synchronize')));
  const body = (pull: typeof one): string[] => repository.comments(pull).map((comment) => comment.body);
  const merge = (pull: typeof one): Job => {
    const { sha } = repository.tip();
    pull.merge({ by: repository.owner.login });
    return job(pushEvent(scene.github.urls, repository, sha));
  };
  return { one, other, body, merge };
}

const job = (event: Job['event']): Job => ({
  event,
  inputs: scene.inputs,
  permissions,
  secrets: [scene.inputs.password],
});

test('a pull request that finds another migration running is told who holds it up, and the ledger has no row of it', async () => {
  const { one, other, body, merge } = await twoPulls('cutover: wait\n');
  const running = await scene.runner.start(merge(one));
  await waitFor(() => body(one).length === 2, { timeoutMs: 60_000, what: 'the migration to wait for its cutover' });
  const second = await scene.runner.run(merge(other));
  assert.equal(second.conclusion, 'success', second.main.log);
  assert.match(body(other)[0] ?? '', /\*\*Not started\.\*\* Pull request #\u200B?1 has been migrating users/u);
  assert.equal(body(one).length, 2, 'the one at work hears nothing');
  const rows = await scene.database.query("SELECT state FROM ghostship_migrations WHERE file = 'migrations/1.sql'");
  assert.deepEqual(
    rows.map(({ state }) => state),
    ['waiting_for_cutover'],
  );
  running.cancel();
  await running.finished;
});

test('at a gate the pull request is asked whose statement waits there, whoever has started the run', async () => {
  const { one, other, body, merge } = await twoPulls('cutover: wait\ngate: yield\n');
  await scene.runner.run(merge(one));
  await scene.runner.run(merge(other));
  const gates = (pull: typeof one): number => body(pull).filter((text) => text.includes('## ✋ Ghostship')).length;
  assert.deepEqual([gates(one), gates(other)], [1, 0]);
});
