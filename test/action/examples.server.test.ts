import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { execa } from 'execa';
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
    const tokens = await Promise.all(
      one.earlier.flatMap(({ id, run = '', env = {} }) => (id === 'token' ? [takeToken(run, env)] : [])),
    );
    const filled = Object.entries(one.inputs).map(([key, written]) => [key, filledIn(key, written, matrix)] as const);
    const inputs = Object.fromEntries([...filled, ...tokens.flatMap((token) => Object.entries(withToken(token)))]);
    // Here all environments have one database: each is played as if it were the first.
    await scene.database.query('DROP TABLE IF EXISTS ghostship_migrations');
    runs.push(
      await scene.runner.run({
        event,
        inputs,
        permissions: permissions ?? one.permissions,
        secrets: [scene.inputs.password],
        workflow: example.file,
        ...(one.isSelfHosted ? { environment: 'self-hosted' } : {}),
      }),
    );
    await scene.database.query('ALTER TABLE users DROP COLUMN age').catch(() => undefined);
  }
  return runs;
}

/** A token is no secret of the repository, and what it opens is reached through TLS alone. */
const withToken = (password: string) => ({ password, target: `${scene.inputs.target}?ssl-mode=required` });

/** Runs the step that asks for a token, with a command in place of the one of AWS that knows the password of the test. */
async function takeToken(script: string, env: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ghostship-token-'));
  try {
    const asks = '"$1 $2" = "rds generate-db-auth-token"';
    const aws = `#!/bin/sh\n[ ${asks} ] || exit 2\ncase "$*" in *"--hostname $DB_HOST "*) cat "$TOKEN" ;; *) exit 3 ;; esac\n`;
    await writeFile(join(folder, 'aws'), aws, { mode: 0o755 });
    await writeFile(join(folder, 'password'), scene.inputs.password);
    const [output, token] = [join(folder, 'output'), join(folder, 'password')];
    const path = `${folder}:${process.env.PATH}`;
    const given = { ...env, PATH: path, GITHUB_OUTPUT: output, TOKEN: token };
    const { stdout } = await execa('bash', ['-e', '-c', script], { env: given, extendEnv: false });
    assert.equal(stdout, `::add-mask::${scene.inputs.password}`);
    return /^token=(.*)$/mu.exec(await readFile(output, 'utf8'))?.[1] ?? '';
  } finally {
    await rm(folder, { recursive: true });
  }
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
