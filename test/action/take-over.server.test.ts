import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type Child, startChild } from '../network/child.ts';
import { issueCommentEvent, pullRequestEvent, workflowDispatchEvent } from '../support/github/index.ts';
import type { Job } from '../support/runner/index.ts';
import { createDatabase, type TestDatabase, testServers } from '../support/servers/index.ts';
import { type BuiltAction, buildAction } from './build-action.ts';
import { permissions, type Scene, setScene } from './scene.ts';

/* A migration whose process is gone without a farewell is taken over by a job, in each way that a workflow has to say so. */

const [server] = testServers();
assert.ok(server !== undefined);

const silentForMs = 31_000;
const alter = 'ALTER TABLE users ADD COLUMN city INT, MODIFY name VARCHAR(300)';

type Way = 'dispatched' | 'merged' | 'commented';

const ways: Readonly<Record<string, { readonly way: Way; readonly inputs: Job['inputs']; readonly altered: boolean }>> =
  {
    'mode cleanup': { way: 'dispatched', inputs: { mode: 'cleanup', 'take-over': 'true' }, altered: false },
    'mode control': {
      way: 'dispatched',
      inputs: { mode: 'control', command: 'abort users', 'take-over': 'true' },
      altered: false,
    },
    'a comment': { way: 'commented', inputs: {}, altered: false },
    'the next merge': { way: 'merged', inputs: { 'take-over': 'true' }, altered: true },
  };

let scene: Scene;
let built: BuiltAction;
before(async () => {
  built = await buildAction();
  scene = await setScene(server);
});
after(async () => {
  await scene[Symbol.asyncDispose]();
  await built[Symbol.asyncDispose]();
});

describe('a job takes a migration over whose process is gone', { concurrency: 4 }, () => {
  for (const [name, { way, inputs, altered }] of Object.entries(ways)) {
    it(`by ${name}`, { timeout: 120_000 }, async () => {
      await using database = await createDatabase(server);
      await database.query('CREATE TABLE users (id INT PRIMARY KEY, name VARCHAR(50))');
      await using owner = startOwner(database);
      await owner.says(/waiting for cutover/u);
      owner.kill('SIGSTOP');
      await new Promise((resolve) => setTimeout(resolve, silentForMs));
      const target = scene.inputs.target.replace(/[^/]+$/u, database.name);
      const job = { event: eventOf(way, name), permissions, secrets: [scene.inputs.password] };
      const { conclusion, main } = await scene.runner.run({ ...job, inputs: { ...scene.inputs, target, ...inputs } });
      assert.equal(conclusion, 'success', main.log);
      const columns = await database.query('SHOW COLUMNS FROM users');
      assert.equal(columns.length, altered ? 3 : 2);
      assert.equal((await database.query("SHOW TABLES LIKE 'users%'")).length, 1);
    });
  }
});

function startOwner({ name }: TestDatabase): Child {
  const { user, host, port, password } = server as NonNullable<typeof server>;
  const target = `mysql://${user}@${host}:${port}/${name}?ssl-mode=disabled`;
  const flags = ['--alter', alter, '--algorithm', 'copy', '--cutover', 'wait'];
  return startChild(join(built.folder, 'dist/cli.js'), ['migrate', '--target', target, ...flags], password);
}

function eventOf(way: Way, name: string): Job['event'] {
  const { urls } = scene.github;
  const repository = scene.github.createRepository({
    name: name.replaceAll(' ', '-'),
    files: { 'README.md': '# Shop\n' },
    collaborators: { mona: 'maintain' },
  });
  if (way === 'dispatched') return workflowDispatchEvent(urls, repository, { actor: 'mona', workflow: 'control.yml' });
  const files = { 'migrations/1.sql': `${alter};\n` };
  const pull = repository.openPullRequest({ title: 'Add cities', author: 'mona', files });
  pull.merge({ by: 'mona' });
  if (way === 'merged') return pullRequestEvent(urls, pull, 'closed');
  const comment = repository.comment(pull, { author: 'mona', body: '/ghostship abort --take-over' });
  return issueCommentEvent(urls, pull, comment);
}
