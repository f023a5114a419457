import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { examples, ownSteps, type Workflow } from '../examples/read-examples.ts';
import {
  issueCommentEvent,
  mergeGroupEvent,
  type Permissions,
  type PullRequest,
  pullRequestEvent,
  pushEvent,
  type Repository,
  scheduleEvent,
  type WorkflowEvent,
  workflowDispatchEvent,
} from '../support/github/index.ts';
import type { ActionRun } from '../support/runner/index.ts';
import { testServers } from '../support/servers/index.ts';
import { createUsers, type Scene, setScene } from './scene.ts';

/* Every example is run for every event it names, with the inputs and the permissions it has, in a private repository. */

const [server] = testServers();
assert.ok(server !== undefined);

let scene: Scene;
before(async () => {
  scene = await setScene(server);
});
after(() => scene[Symbol.asyncDispose]());

interface Story {
  readonly repository: Repository;
  readonly pull: PullRequest;
}

let counter = 1;
async function begin(): Promise<Story> {
  await scene.database.query('DROP TABLE IF EXISTS users, users_del, ghostship_migrations');
  await createUsers(scene);
  const repository = scene.github.createRepository({
    name: `example-${counter++}`,
    private: true,
    files: { 'README.md': '# Shop\n' },
    collaborators: { mona: 'write' },
  });
  const files = { 'migrations/1.sql': 'ALTER TABLE users ADD COLUMN age INT;\n' };
  return { repository, pull: repository.openPullRequest({ title: 'Add age', author: 'mona', files }) };
}

/** The event of that name, after what leads to it has happened. */
function eventOf(name: string, { repository, pull }: Story, file: string): WorkflowEvent {
  const { urls } = scene.github;
  const { sha } = repository.tip();
  switch (name) {
    case 'pull_request':
      return pullRequestEvent(urls, pull, 'opened');
    case 'merge_group':
      return mergeGroupEvent(urls, pull);
    case 'push':
      pull.merge({ by: 'octo' });
      return pushEvent(urls, repository, sha);
    case 'workflow_dispatch':
      return workflowDispatchEvent(urls, repository, { actor: 'octo', workflow: file });
    case 'schedule':
      return scheduleEvent(urls, repository, '17 * * * *');
    case 'issue_comment':
      return issueCommentEvent(urls, pull, repository.comment(pull, { author: 'mona', body: '/ghostship status' }));
    default:
      throw new Error(`Nobody said what ${name} is.`);
  }
}

/** Addresses and passwords become those of the test; of a choice by an expression the last part is what is left. */
function filledIn(name: string, written: string, matrix: Readonly<Record<string, string>>): string {
  if (name === 'target' || name === 'replica') return scene.inputs.target;
  if (name === 'password') return scene.inputs.password;
  return written
    .replaceAll(/\$\{\{ matrix\.(\w+) \}\}/gu, (_, key: string) => matrix[key] ?? '')
    .replaceAll(/\$\{\{ inputs\.command \}\}/gu, name === 'command' ? 'status' : '')
    .replaceAll(/\$\{\{.*\|\| '(\w+)' \}\}/gu, '$1');
}

async function play(example: Workflow, name: string, story: Story, permissions?: Permissions): Promise<ActionRun[]> {
  const event = eventOf(name, story, example.file);
  const runs: ActionRun[] = [];
  for (const one of ownSteps(example)) {
    const matrix = Object.fromEntries(Object.entries(one.matrix).map(([key, [first = '']]) => [key, first]));
    const inputs = Object.fromEntries(
      Object.entries(one.inputs).map(([key, written]) => [key, filledIn(key, written, matrix)]),
    );
    // Here all environments have one database: each is played as if it were the first.
    await scene.database.query('DROP TABLE IF EXISTS ghostship_migrations');
    runs.push(
      await scene.runner.run({
        event,
        inputs,
        permissions: permissions ?? one.permissions,
        secrets: [scene.inputs.password],
        workflow: example.file,
        ...(example.file.startsWith('self-hosted') ? { environment: 'self-hosted' } : {}),
      }),
    );
    await scene.database.query('ALTER TABLE users DROP COLUMN age').catch(() => undefined);
  }
  return runs;
}

for (const example of examples) {
  for (const name of Object.keys(example.on)) {
    test(`${example.file} on ${name}`, async () => {
      const story = await begin();
      for (const { conclusion, main } of await play(example, name, story)) {
        assert.equal(conclusion, 'success', main.log);
        assert.doesNotMatch(main.log, /Ghostship could not/u, 'a permission is missing');
      }
    });
  }
}

const lacking: readonly (readonly [string, string, string])[] = [
  ['plan.yml', 'pull_request', 'contents'],
  ['plan.yml', 'pull_request', 'checks'],
  ['plan.yml', 'pull_request', 'pull-requests'],
  ['migrate.yml', 'push', 'contents'],
  ['migrate.yml', 'push', 'checks'],
  ['migrate.yml', 'push', 'pull-requests'],
];

for (const [file, name, scope] of lacking) {
  test(`${file} needs its permission for ${scope}`, async () => {
    const example = examples.find((one) => one.file === file);
    assert.ok(example !== undefined);
    const others = Object.entries(example.permissions).filter(([one]) => one !== scope);
    const [run] = await play(example, name, await begin(), Object.fromEntries(others));
    assert.match(run?.main.log ?? '', /Ghostship could not|config-not-readable|GitHub did not give/u);
  });
}
