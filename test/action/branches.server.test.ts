import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import {
  type PullRequest,
  pullRequestEvent,
  pullRequestTargetEvent,
  pushEvent,
  type Repository,
  scheduleEvent,
  type WorkflowEvent,
  workflowDispatchEvent,
} from '../support/github/index.ts';
import type { ActionRun } from '../support/runner/index.ts';
import { testServers } from '../support/servers/index.ts';
import { createUsers, permissions, type Scene, setScene } from './scene.ts';

/* From which branches is migrated, whatever set the workflow off and whatever mode it asks for. */

const [server] = testServers();
assert.ok(server !== undefined);

let scene: Scene;
before(async () => {
  scene = await setScene(server);
});
after(() => scene[Symbol.asyncDispose]());
beforeEach(async () => {
  await scene.database.query('DROP TABLE IF EXISTS users, ghostship_migrations');
  await createUsers(scene, 1);
});

const migration = { 'migrations/1.sql': 'ALTER TABLE users ADD COLUMN age INT;\n' };
let counter = 1;

function createRepository(files: Readonly<Record<string, string>> = {}): Repository {
  const repository = scene.github.createRepository({
    name: `shop-${counter++}`,
    files: { 'README.md': '# Shop\n', ...files },
  });
  for (const branch of ['feature', 'release/1']) repository.moveBranch(branch, repository.tip());
  return repository;
}

function open(repository: Repository, base: string): PullRequest {
  return repository.openPullRequest({ title: 'Add an age', author: 'mona', files: migration, base });
}

function merged(repository: Repository, base: string): PullRequest {
  const pull = open(repository, base);
  pull.merge({ by: repository.owner.login });
  return pull;
}

function run(event: WorkflowEvent, inputs: Readonly<Record<string, string>> = {}): Promise<ActionRun> {
  const { password } = scene.inputs;
  return scene.runner.run({ event, inputs: { ...scene.inputs, ...inputs }, permissions, secrets: [password] });
}

async function hasMigrated(): Promise<boolean> {
  const columns = await scene.database.query('SHOW COLUMNS FROM users');
  return columns.some(({ Field }) => Field === 'age');
}

async function assertNothing({ conclusion, main }: ActionRun, notice: RegExp): Promise<void> {
  assert.equal(conclusion, 'success', main.log);
  assert.ok(!(await hasMigrated()), 'the table was changed');
  assert.deepEqual(await scene.database.query("SHOW TABLES LIKE 'ghostship_migrations'"), []);
  const notices = main.annotations.filter(({ level }) => level === 'notice').map(({ message }) => message);
  assert.match(notices.join('\n'), notice);
}

async function assertMigrated({ conclusion, main }: ActionRun): Promise<void> {
  assert.equal(conclusion, 'success', main.log);
  assert.ok(await hasMigrated(), 'the table was not changed');
}

/** Everything that can start a workflow, with the migration in a branch that is not the default one. */
const elsewhere: Readonly<Record<string, (repository: Repository) => WorkflowEvent>> = {
  'a merge': (repository) => pullRequestEvent(scene.github.urls, merged(repository, 'feature'), 'closed'),
  'a merge seen from the base branch': (repository) =>
    pullRequestTargetEvent(scene.github.urls, merged(repository, 'feature'), 'closed'),
  'a push': (repository) => {
    const start = repository.tip('feature').sha;
    merged(repository, 'feature');
    return pushEvent(scene.github.urls, repository, start, 'feature');
  },
  'a start by hand': (repository) => {
    merged(repository, 'feature');
    const dispatch = { actor: 'octo', workflow: 'ship.yml', branch: 'feature' };
    return workflowDispatchEvent(scene.github.urls, repository, dispatch);
  },
};

for (const [name, eventOf] of Object.entries(elsewhere)) {
  test(`${name} in another branch does not migrate, though the mode asks for it, until the branch is named`, async () => {
    const event = eventOf(createRepository());
    await assertNothing(await run(event, { mode: 'migrate' }), /feature is not the default branch/u);
    const others = { mode: 'migrate', branches: 'main\nrelease/*' };
    await assertNothing(await run(event, others), /feature is none of the branches that are named: main, release\/\*/u);
    await assertMigrated(await run(event, { mode: 'migrate', branches: 'main\nfeature' }));
  });
}

test('a merge into another branch does not migrate by itself, and the plan has said so', async () => {
  const repository = createRepository();
  const pull = open(repository, 'feature');
  const planned = await run(pullRequestEvent(scene.github.urls, pull, 'opened'));
  assert.equal(planned.conclusion, 'success', planned.main.log);
  const [comment] = repository.comments(pull);
  assert.match(comment?.body ?? '', /A merge will migrate nothing: feature is not the default branch/u);
  assert.doesNotMatch(comment?.body ?? '', /The statements run when/u);
  pull.merge({ by: repository.owner.login });
  const event = pullRequestEvent(scene.github.urls, pull, 'closed');
  await assertNothing(await run(event), /was merged into feature/u);
  await assertMigrated(await run(event, { branches: 'feat*' }));
});

test('what is not merged does not migrate, though the mode asks for it', async () => {
  const repository = createRepository();
  const pull = open(repository, 'main');
  const inputs = { mode: 'migrate' };
  const { urls } = scene.github;
  for (const eventOf of [pullRequestEvent, pullRequestTargetEvent])
    await assertNothing(await run(eventOf(urls, pull, 'synchronize'), inputs), /#1 is open/u);
  pull.close();
  for (const eventOf of [pullRequestEvent, pullRequestTargetEvent])
    await assertNothing(await run(eventOf(urls, pull, 'closed'), inputs), /#1 was closed without being merged/u);
});

test('the default branch migrates by a merge from a fork, by hand and by the clock', async () => {
  const repository = createRepository();
  const opening = { title: 'Add an age', author: 'mona', files: migration, fork: true };
  const pull = repository.openPullRequest(opening);
  pull.merge({ by: repository.owner.login });
  const { urls } = scene.github;
  const again = 'DROP TABLE users, ghostship_migrations';
  await assertMigrated(await run(pullRequestTargetEvent(urls, pull, 'closed')));
  for (const event of [
    workflowDispatchEvent(urls, repository, { actor: 'octo', workflow: 'ship.yml' }),
    scheduleEvent(urls, repository, '0 3 * * *'),
  ]) {
    await scene.database.query(again);
    await createUsers(scene, 1);
    await assertMigrated(await run(event, { mode: 'migrate' }));
  }
});

test('branches stand in the config file of the default branch, and no other branch can name itself', async () => {
  const repository = createRepository({ '.github/ghostship.yml': 'branches: [main, "release/*"]\n' });
  const { urls } = scene.github;
  repository.push({ branch: 'feature', files: { '.github/ghostship.yml': 'branches: [feature]\n' } });
  const stranger = pullRequestEvent(urls, merged(repository, 'feature'), 'closed');
  await assertNothing(await run(stranger), /feature is none of the branches that are named: main, release\/\*/u);
  // Its own file has forgotten the option.
  repository.push({ branch: 'release/1', files: { '.github/ghostship.yml': 'max-lag: 2s\n' } });
  await assertMigrated(await run(pullRequestEvent(urls, merged(repository, 'release/1'), 'closed')));
});
