import assert from 'node:assert/strict';
import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pullRequestEvent, type WorkflowEvent } from '../support/github/index.ts';
import { testServers } from '../support/servers/index.ts';
import { createUsers, permissions, type Scene, setScene } from './scene.ts';

/* A job checks the repository out into a folder of its workspace: `actions/checkout` with `path`. */

const [server] = testServers();
assert.ok(server !== undefined);

let scene: Scene;
before(async () => {
  scene = await setScene(server);
});
after(() => scene[Symbol.asyncDispose]());

interface Layout {
  readonly what: string;
  readonly isGit: boolean;
  readonly files?: string;
  readonly says: RegExp;
  readonly isGood: boolean;
}

const layouts: readonly Layout[] = [
  { what: 'is found there', isGit: true, says: /Ready to ship/u, isGood: true },
  {
    what: 'is where globs count from',
    isGit: true,
    files: 'app/migrations/*.sql',
    says: /No file matches the option files: app\/migrations/u,
    isGood: false,
  },
  {
    what: 'that nobody can tell from other folders makes no green plan',
    isGit: false,
    says: /The run after the merge would find nothing to run: .* has no file of the option files/u,
    isGood: false,
  },
];

for (const [index, { what, isGit, files, says, isGood }] of layouts.entries())
  test(`a checkout in a folder ${what}`, async () => {
    await scene.database.query('DROP TABLE IF EXISTS users, ghostship_migrations');
    await createUsers(scene);
    const name = `folder-${index}`;
    const repository = scene.github.createRepository({ name, files: { 'README.md': '# Shop\n' } });
    const intoFolder = async (workspace: string): Promise<void> => {
      const own = await readdir(workspace);
      await mkdir(join(workspace, 'app/.git'), { recursive: true });
      for (const entry of own) await rename(join(workspace, entry), join(workspace, 'app', entry));
      const url = `${scene.github.urls.server}/${repository.owner.login}/${name}`;
      if (isGit) await writeFile(join(workspace, 'app/.git/config'), `[remote "origin"]\n\turl = ${url}\n`);
      await mkdir(join(workspace, 'tools/.git'), { recursive: true });
      await writeFile(
        join(workspace, 'tools/.git/config'),
        '[remote "origin"]\n\turl = https://example.test/a/tools\n',
      );
    };
    const run = (event: WorkflowEvent) =>
      scene.runner.run({
        event,
        inputs: { ...scene.inputs, ...(files === undefined ? {} : { files }) },
        permissions,
        secrets: [scene.inputs.password],
        before: intoFolder,
      });
    const pull = repository.openPullRequest({
      title: 'Add an age',
      author: 'mona',
      files: { 'migrations/1.sql': 'ALTER TABLE users ADD COLUMN age INT;\n' },
    });
    const plan = await run(pullRequestEvent(scene.github.urls, pull, 'opened'));
    assert.equal(plan.conclusion, isGood ? 'success' : 'failure', plan.main.log);
    assert.match(plan.main.log, says);
    assert.equal(repository.allCheckRuns[0]?.conclusion, isGood ? 'success' : 'failure');
    pull.merge({ by: repository.owner.login });
    const merged = await run(pullRequestEvent(scene.github.urls, pull, 'closed'));
    assert.equal((await scene.database.query("SHOW COLUMNS FROM users LIKE 'age'")).length, isGood ? 1 : 0);
    if (isGood) assert.match(merged.main.log, /Shipped/u);
  });
