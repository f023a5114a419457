import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { pullRequestEvent, type WorkflowEvent } from '../support/github/index.ts';
import { testServers } from '../support/servers/index.ts';
import { createUsers, permissions, type Scene, setScene } from './scene.ts';

/* Two jobs of one workflow, each with files, a config file and a namespace of its own. */

const [server] = testServers();
assert.ok(server !== undefined);

let scene: Scene;
before(async () => {
  scene = await setScene(server);
});
after(() => scene[Symbol.asyncDispose]());

test('two apps of one repository have their own checks and their own parts of the comment', async () => {
  await createUsers(scene);
  const config = (app: string) => `namespace: ${app} app\nfiles: ["${app}/migrations/*.sql"]\n`;
  const repository = scene.github.createRepository({
    name: 'two-apps',
    files: {
      'one/ghostship.yml': config('one'),
      'two/ghostship.yml': config('two'),
      'one/migrations/0.sql': '-- nothing\n',
      'two/migrations/0.sql': '-- nothing\n',
    },
  });
  const run = (event: WorkflowEvent, app: string, more: Readonly<Record<string, string>> = {}) =>
    scene.runner.run({
      event,
      inputs: { ...scene.inputs, config: `${app}/ghostship.yml`, ...more },
      permissions,
      secrets: [scene.inputs.password],
    });
  const pull = repository.openPullRequest({
    title: 'Drop the name, add an age',
    author: 'mona',
    files: {
      'one/migrations/1.sql': 'ALTER TABLE users DROP COLUMN name;\n',
      'two/migrations/1.sql': 'ALTER TABLE users ADD COLUMN age INT;\n',
    },
  });
  const plans = () =>
    repository
      .checkRuns(pull.headCommit.sha)
      .filter(({ name }) => name.includes('plan'))
      .map(({ name, conclusion }) => [name, conclusion]);
  const body = () => repository.comments(pull)[0]?.body ?? '';
  for (const app of ['one', 'two']) await run(pullRequestEvent(scene.github.urls, pull, 'opened'), app);
  assert.deepEqual(plans(), [
    ['Ghostship plan (one-app)', 'failure'],
    ['Ghostship plan (two-app)', 'success'],
  ]);
  assert.match(
    body(),
    /Ghostship \(one-app\) · Not ready[\s\S]*drop-column[\s\S]*Ghostship \(two-app\) · Ready to ship/u,
  );
  const wrong = await run(pullRequestEvent(scene.github.urls, pull, 'synchronize'), 'two', { triggers: 'cary' });
  assert.equal(wrong.conclusion, 'failure');
  assert.match(body(), /\(one-app\) · Not ready[\s\S]*\(two-app\) · Not planned/u);
  await run(pullRequestEvent(scene.github.urls, pull, 'synchronize'), 'two');

  pull.merge({ by: repository.owner.login });
  const closed = pullRequestEvent(scene.github.urls, pull, 'closed');
  assert.equal((await run(closed, 'one')).conclusion, 'failure');
  const shipped = await run(closed, 'two');
  assert.equal(shipped.outputs.state, 'completed', shipped.main.log);
  assert.doesNotMatch(shipped.main.log, /without a look at what was approved/u);
  assert.match(body(), /Ghostship \(two-app\) · Ready to ship/u);
  const migrated = repository.allCheckRuns.filter(({ name }) => name.includes('migrate'));
  assert.deepEqual(
    migrated.map(({ name, conclusion }) => [name, conclusion]),
    [
      ['Ghostship migrate (one-app)', 'failure'],
      ['Ghostship migrate (two-app)', 'success'],
    ],
  );
});
