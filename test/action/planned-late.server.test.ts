import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { pullRequestEvent, pushEvent } from '../support/github/index.ts';
import type { ActionRun, Job } from '../support/runner/index.ts';
import { testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { createUsers, permissions, type Scene, setScene } from './scene.ts';

/* A plan that comes after the merge, or after the end of the pull request, takes the place of nothing. */

const [server] = testServers();
assert.ok(server !== undefined);

describe('a plan that is run again', { timeout: 600_000 }, () => {
  let scene: Scene;
  before(async () => {
    scene = await setScene(server);
  });
  after(() => scene[Symbol.asyncDispose]());
  beforeEach(async () => {
    await scene.database.query('DROP TABLE IF EXISTS users, users_gho, users_ghc, users_del, ghostship_migrations');
    await createUsers(scene, 10);
  });
  let counter = 1;

  function openOne(labels = ['ghostship:rehearse']) {
    const repository = scene.github.createRepository({ name: `late-${counter++}`, files: { 'README.md': '#' } });
    const pull = repository.openPullRequest({
      title: 'Change tables',
      author: 'mona',
      files: { 'migrations/1.sql': 'ALTER TABLE users MODIFY name VARCHAR(300);\n' },
    });
    for (const label of labels) pull.labels.add(label);
    // What GitHub gives to a job that is run again is as it was.
    return { repository, pull, opened: pullRequestEvent(scene.github.urls, pull, 'opened') };
  }
  type One = ReturnType<typeof openOne>;

  const run = (event: Job['event'], inputs: Readonly<Record<string, string>> = {}): Promise<ActionRun> =>
    scene.runner.run({
      event,
      inputs: { ...scene.inputs, ...inputs },
      permissions,
      secrets: [scene.inputs.password],
    });

  function merge({ repository, pull }: One): Job['event'] {
    const { sha } = repository.tip();
    pull.merge({ by: repository.owner.login });
    return pushEvent(scene.github.urls, repository, sha);
  }

  const shown = ({ repository, pull }: One) => ({
    comments: repository.comments(pull).map(({ body }) => body),
    checks: repository.checkRuns(pull.headCommit.sha).map(({ id, name, conclusion }) => ({ id, name, conclusion })),
  });

  test('after the merge the plan that was approved stays, and goes on to bind', async () => {
    const one = openOne();
    await run(one.opened);
    await scene.database.query('ALTER TABLE users MODIFY name VARCHAR(60) NOT NULL');
    const merged = merge(one);
    assert.equal((await run(merged)).outputs['error-code'], 'plan-changed');
    const before = shown(one);
    const again = await run(one.opened);
    assert.equal(again.conclusion, 'success', again.main.log);
    assert.match(again.main.log, /Pull request #1 is merged: its plan stays as it was approved/u);
    assert.deepEqual(shown(one), before);
    assert.equal((await run(merged)).outputs['error-code'], 'plan-changed');
  });

  const ends: readonly { what: string; end: (one: One) => Promise<unknown>; inputs?: Record<string, string> }[] = [
    { what: 'that is shipped', end: (one) => run(merge(one)) },
    { what: 'that was closed', end: async ({ pull }) => pull.close() },
    { what: 'that is shipped, with mode: plan', end: (one) => run(merge(one)), inputs: { mode: 'plan' } },
    {
      what: 'that is shipped, with an option that is wrong by now',
      end: (one) => run(merge(one)),
      inputs: { cutover: 'x' },
    },
  ];
  for (const { what, end, inputs } of ends) {
    test(`the page of a pull request ${what} stays`, async () => {
      const one = openOne();
      await run(one.opened);
      await end(one);
      const before = shown(one);
      const again = await run(one.opened, inputs);
      assert.deepEqual(shown(one), before, again.main.log);
    });
  }

  test('the plan of an older commit, run again, leaves the comment to the newest', async () => {
    const { repository, pull, opened } = openOne([]);
    await run(opened);
    pull.push({ 'migrations/1.sql': 'ALTER TABLE users DROP COLUMN name;\n' });
    const newest = await run(pullRequestEvent(scene.github.urls, pull, 'synchronize'));
    assert.equal(newest.conclusion, 'failure', newest.main.log);
    const [before] = repository.comments(pull);
    assert.match(before?.body ?? '', /Not ready/u);
    const again = await run(opened);
    assert.equal(again.conclusion, 'success', again.main.log);
    assert.match(again.main.log, /Pull request #1 has a newer commit than this plan/u);
    assert.deepEqual(
      repository.comments(pull).map(({ body }) => body),
      [before?.body],
    );
  });

  test('two first plans at once leave one comment', async () => {
    const { repository, pull, opened } = openOne([]);
    const start = (event: Job['event']) =>
      scene.runner.start({ event, inputs: scene.inputs, permissions, secrets: [scene.inputs.password] });
    const hold = scene.github.hold('issues/create-comment');
    const started = [await start(opened), await start(pullRequestEvent(scene.github.urls, pull, 'reopened'))];
    await waitFor(() => hold.waiting === 2, { timeoutMs: 60_000, what: 'both to make a comment' });
    hold[Symbol.dispose]();
    const both = await Promise.all(started.map(({ finished }) => finished));
    for (const { conclusion, main } of both) assert.equal(conclusion, 'success', main.log);
    assert.equal(repository.comments(pull).length, 1);
  });

  test('what is merged while it is planned is not planned after the fact', async () => {
    const one = openOne();
    const planning = await scene.runner.start({
      event: one.opened,
      inputs: scene.inputs,
      permissions,
      secrets: [scene.inputs.password],
    });
    await waitFor(() => shown(one).checks.length > 0, { timeoutMs: 30_000, what: 'the plan to begin' });
    merge(one);
    const ended = await planning.finished;
    assert.match(ended.main.log, /Pull request #1 is merged/u);
    assert.deepEqual(shown(one).comments, []);
    const [check] = one.repository.checkRuns(one.pull.headCommit.sha);
    assert.equal(check?.conclusion, 'neutral');
  });
});
