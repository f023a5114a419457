import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { pullRequestEvent, pushEvent, scheduleEvent } from '../support/github/index.ts';
import { testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { createUsers, permissions, type Scene, setScene } from './scene.ts';

/* A runner that is lost when all is done but the telling: whoever comes next tells it. */

const [server] = testServers();
assert.ok(server);

describe(`a job that is lost before it could tell, on ${server.name}`, { timeout: 600_000 }, () => {
  let scene: Scene;
  before(async () => {
    scene = await setScene(server);
  });
  after(() => scene[Symbol.asyncDispose]());
  let counter = 1;
  const job = { permissions: { ...permissions, actions: 'write' as const }, secrets: [] };

  /** Merged and shipped, and its pull request knows nothing of it. */
  async function lost() {
    await scene.database.query('DROP TABLE IF EXISTS users, ghostship_migrations');
    await createUsers(scene);
    const repository = scene.github.createRepository({ name: `lost-${counter++}` });
    const pull = repository.openPullRequest({
      title: 'Widen the name',
      author: 'mona',
      files: { 'migrations/1.sql': 'ALTER TABLE users MODIFY name VARCHAR(300), FORCE;\n' },
    });
    pull.merge({ by: repository.owner.login });
    // The first thing that is told of an end.
    using hold = scene.github.hold('checks/update');
    const first = await scene.runner.start({
      ...job,
      event: pullRequestEvent(scene.github.urls, pull, 'closed'),
      inputs: scene.inputs,
    });
    const isCompleted = async (): Promise<boolean> => {
      const rows = await scene.database.query('SELECT outcome FROM ghostship_migrations').catch(() => []);
      return rows.some(({ outcome }) => outcome !== null);
    };
    await waitFor(isCompleted, { timeoutMs: 60_000, what: 'the end of the migration', everyMs: 5 });
    await waitFor(() => hold.waiting > 0, { timeoutMs: 30_000, what: 'the first word about it', everyMs: 5 });
    first.kill();
    await first.finished.catch(() => undefined);
    assert.deepEqual(told(), []);
    return { repository, pull, told };

    function told(): string[] {
      return repository.comments(pull).map(({ body }) => body);
    }
  }

  const events = {
    'a run on schedule': ({ repository }: Lost) => scheduleEvent(scene.github.urls, repository, '17 * * * *'),
    'the same job again': ({ pull }: Lost) => pullRequestEvent(scene.github.urls, pull, 'closed'),
    'the next push': ({ repository }: Lost) => pushEvent(scene.github.urls, repository, '0'.repeat(40)),
  };
  type Lost = Awaited<ReturnType<typeof lost>>;

  for (const [what, eventOf] of Object.entries(events))
    test(`${what} tells it, once`, async () => {
      const one = await lost();
      const run = () => scene.runner.run({ ...job, event: eventOf(one), inputs: scene.inputs });
      const next = await run();
      assert.equal(next.conclusion, 'success', next.main.log);
      assert.match(next.main.log, /An earlier run has completed this|died before it could say so/u);
      assert.equal(one.told().length, 1);
      assert.match(one.told()[0] ?? '', /## 🚢 Ghostship · Shipped/u);
      const last = await run();
      assert.doesNotMatch(last.main.log, /An earlier run|died before/u);
      assert.equal(one.told().length, 1);
    });
});
