import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { pullRequestEvent, scheduleEvent, workflowDispatchEvent } from '../support/github/index.ts';
import { testServers } from '../support/servers/index.ts';
import { createUsers, permissions, type Scene, setScene } from './scene.ts';

/* A migration that takes longer than a job: the run starts its successor, which goes on. */

const workflow = '.github/workflows/ghostship.yml';
const dispatched = 'on:\n  push:\n  workflow_dispatch:\n    inputs:\n      reason: { type: string }\n';

for (const server of testServers()) {
  describe(`handing over on ${server.name}`, { timeout: 600_000 }, () => {
    let scene: Scene;
    before(async () => {
      scene = await setScene(server);
    });
    after(() => scene[Symbol.asyncDispose]());
    let counter = 1;

    async function yielded(on: string, mayDispatch: boolean) {
      await scene.database.query('DROP TABLE IF EXISTS visits, users, users_gho, users_ghc, ghostship_migrations');
      await createUsers(scene);
      const repository = scene.github.createRepository({ name: `long-${counter++}`, files: { [workflow]: on } });
      const pull = repository.openPullRequest({
        title: 'Widen the name',
        author: 'mona',
        files: {
          'migrations/0.sql': 'CREATE TABLE visits (id INT PRIMARY KEY);\n',
          'migrations/1.sql': 'ALTER TABLE users MODIFY name VARCHAR(300), FORCE;\n',
        },
      });
      pull.merge({ by: repository.owner.login });
      const run = await scene.runner.run({
        event: pullRequestEvent(scene.github.urls, pull, 'closed'),
        inputs: { ...scene.inputs, cutover: 'wait', 'max-runtime': '16s' },
        permissions: mayDispatch ? { ...permissions, actions: 'write' } : permissions,
        secrets: [scene.inputs.password],
      });
      assert.equal(run.outputs.state, 'yielded', run.main.log);
      /** Without the one about the gate. */
      const body = () =>
        repository
          .comments(pull)
          .map((comment) => comment.body)
          .filter((text) => !text.includes('waits for a person\n'));
      return { repository, pull, run, body };
    }

    const job = { permissions: { ...permissions, actions: 'write' as const }, secrets: [] };

    test('the run starts its successor, which goes on, keeps the comment and tells the end once', async () => {
      const { repository, run, body } = await yielded(dispatched, true);
      const [dispatch] = repository.workflowDispatches;
      assert.ok(dispatch);
      assert.equal(run.outputs['next-run-id'], String(dispatch.run.id));
      for (const text of [body()[0] ?? '', run.main.summary])
        assert.match(text, new RegExp(`next run is started[\\s\\S]*actions/runs/${dispatch.run.id}`, 'u'));

      const event = workflowDispatchEvent(scene.github.urls, repository, {
        actor: repository.owner.login,
        workflow: 'ghostship.yml',
        inputs: dispatch.inputs,
      });
      const next = await scene.runner.run({ ...job, event, run: dispatch.run, inputs: scene.inputs });
      assert.equal(next.conclusion, 'success', next.main.log);
      assert.equal(body().length, 2);
      assert.match(body()[0] ?? '', /Shipped.*, see \[below\]/u);
      assert.match(body()[1] ?? '', /## 🚢 Ghostship · Shipped/u);
      for (const table of ['visits', 'users']) assert.ok(body()[1]?.includes(` TABLE ${table} `), body()[1]);
      const rows = await scene.database.query(
        'SELECT file, state, outcome FROM ghostship_migrations ORDER BY file, queued_at',
      );
      assert.deepEqual(
        rows.map(({ state }) => state),
        ['completed', 'yielded', 'completed'],
      );
      assert.equal((JSON.parse(String(rows[2]?.outcome)) as { resumed: boolean }).resumed, true);
    });

    test('a run that may not is told what is missing, and one on schedule goes on with what has yielded, and no more', async () => {
      const { repository, run, body } = await yielded(dispatched, false);
      assert.deepEqual([repository.workflowDispatches.length, run.outputs['next-run-id']], [0, '']);
      assert.match(body()[0] ?? '', /actions: write/u);
      repository.push({ files: { 'migrations/2.sql': 'ALTER TABLE users ADD COLUMN later INT;\n' } });
      const scheduled = () =>
        scene.runner.run({
          ...job,
          event: scheduleEvent(scene.github.urls, repository, '17 * * * *'),
          inputs: scene.inputs,
        });
      const next = await scheduled();
      assert.equal(next.outputs.state, 'completed', next.main.log);
      assert.equal(body().length, 2);
      assert.match(body()[1] ?? '', /Shipped/u);
      const idle = await scheduled();
      assert.equal(idle.conclusion, 'success');
      assert.match(idle.main.log, /No migration has yielded/u);
      assert.equal((await scene.database.query("SHOW COLUMNS FROM users LIKE 'later'")).length, 0);
    });

    test('a workflow that cannot be started by hand is named', async () => {
      const { body } = await yielded('on: push\n', true);
      assert.match(body()[0] ?? '', /no workflow\\_dispatch\. Add it/u);
      assert.equal(scene.github.takeViolations().length, 1);
    });
  });
}
