import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { examples, ownSteps } from '../examples/read-examples.ts';
import {
  issueCommentEvent,
  pullRequestEvent,
  pushEvent,
  scheduleEvent,
  type WorkflowEvent,
} from '../support/github/index.ts';
import type { ActionRun } from '../support/runner/index.ts';
import { testServers } from '../support/servers/index.ts';
import { createUsers, type Scene, setScene } from './scene.ts';

/* Examples that only make sense one after the other, played as a team would live with them. */

const [server] = testServers();
assert.ok(server !== undefined);

let staging: Scene;
let production: Scene;
before(async () => {
  staging = await setScene(server);
  production = await setScene(server);
  for (const scene of [staging, production]) {
    await createUsers(scene);
    await scene.database.query('CREATE TABLE orders (id INT PRIMARY KEY)');
  }
});
after(async () => {
  await production[Symbol.asyncDispose]();
  await staging[Symbol.asyncDispose]();
});

/** One job of an example, as it is written, but for addresses and passwords. All events are of the GitHub of production. */
function play(file: string, event: WorkflowEvent, scene: Scene, id?: string, environment = ''): Promise<ActionRun> {
  const example = examples.find((one) => one.file === file);
  assert.ok(example !== undefined);
  const step = ownSteps(example).find((one) => id === undefined || one.id === id);
  assert.ok(step !== undefined);
  const { target, password } = scene.inputs;
  const own: Readonly<Record<string, string>> = {
    target,
    password,
    ...('replica' in step.inputs ? { replica: target } : {}),
  };
  const written = Object.entries(step.inputs).map(([name, value]) => [
    name,
    value.replaceAll(/\$\{\{ matrix\.environment \}\}/gu, environment),
  ]);
  return production.runner.run({
    event,
    inputs: { ...Object.fromEntries(written), ...own },
    permissions: step.permissions,
    secrets: [password],
    workflow: file,
  });
}

/** What an example says in its comment. */
function configIn(file: string): string {
  const text = examples.find((one) => one.file === file)?.text ?? '';
  return Array.from(text.matchAll(/^# {3}(\S.*\n)/gmu), ([, line]) => line).join('');
}

const typeOf = async ({ database }: Scene): Promise<unknown> =>
  (await database.query("SHOW COLUMNS FROM users LIKE 'name'"))[0]?.Type;

test('a migration waits behind its gate without a runner, a comment opens it, and the next run on schedule swaps', async () => {
  const { github } = production;
  const repository = github.createRepository({
    name: 'gated',
    private: true,
    files: { 'README.md': '# Shop\n', '.github/ghostship.yml': configIn('gated-production.yml') },
    collaborators: { mona: 'write' },
  });
  const files = { 'migrations/1.sql': 'ALTER TABLE users MODIFY name VARCHAR(300), FORCE;\n' };
  const pull = repository.openPullRequest({ title: 'Widen the name', author: 'mona', files });
  assert.equal(
    (await play('plan.yml', pullRequestEvent(github.urls, pull, 'opened'), production)).conclusion,
    'success',
  );
  const before = repository.tip().sha;
  pull.merge({ by: 'octo' });
  const first = await play('gated-production.yml', pushEvent(github.urls, repository, before), production);
  assert.equal(first.outputs.state, 'yielded', first.main.log);
  assert.match(first.outputs.report ?? '', /ghostship-report\.html$/u);

  const hourly = () => play('gated-production.yml', scheduleEvent(github.urls, repository, '17 * * * *'), production);
  const early = await hourly();
  assert.equal(early.outputs.state, 'yielded', early.main.log);
  assert.equal(await typeOf(production), 'varchar(50)');

  const comment = repository.comment(pull, { author: 'mona', body: '/ghostship cutover users' });
  const told = await play('commands.yml', issueCommentEvent(github.urls, pull, comment), production);
  assert.equal(told.conclusion, 'success', told.main.log);
  const swapped = await hourly();
  assert.equal(swapped.outputs.state, 'completed', swapped.main.log);
  assert.equal(await typeOf(production), 'varchar(300)');
  assert.match(repository.comments(pull).at(-1)?.body ?? '', /Ghostship · Shipped/u);
  // "retired: keep 7d" of the example.
  assert.equal((await production.database.query("SHOW TABLES LIKE 'users\\_del'")).length, 1);

  const idle = await hourly();
  assert.equal(idle.conclusion, 'success');
  assert.match(idle.main.log, /No migration has yielded/u);
});

test('production waits until staging has shipped the same commit, whoever starts it', async () => {
  const { github } = production;
  const repository = github.createRepository({
    name: 'ordered',
    private: true,
    files: { 'README.md': '# Shop\n', '.github/ghostship.yml': 'after: staging\n' },
  });
  const files = { 'migrations/2.sql': 'ALTER TABLE orders ADD COLUMN age INT;\n' };
  const pull = repository.openPullRequest({ title: 'Add age', author: 'mona', files });
  const before = repository.tip().sha;
  const opened = pullRequestEvent(github.urls, pull, 'opened');
  for (const [scene, environment] of [
    [staging, 'staging'],
    [production, 'production'],
  ] as const) {
    const planned = await play('plan-environments.yml', opened, scene, 'plan', environment);
    assert.equal(planned.conclusion, 'success', planned.main.log);
  }
  pull.merge({ by: 'octo' });
  const event = pushEvent(github.urls, repository, before);
  const hasAge = async ({ database }: Scene): Promise<boolean> =>
    (await database.query("SHOW COLUMNS FROM orders LIKE 'age'")).length === 1;
  const file = 'staging-then-production.yml';

  const early = await play(file, event, production, 'production');
  assert.deepEqual([early.conclusion, early.outputs.state], ['success', 'queued'], early.main.log);
  assert.match(early.main.summary, /Not yet: staging comes first/u);
  assert.equal(await hasAge(production), false);

  const shipped = await play(file, event, staging, 'staging');
  assert.equal(shipped.outputs.state, 'completed', shipped.main.log);
  assert.deepEqual([await hasAge(staging), await hasAge(production)], [true, false]);

  const late = await play(file, event, production, 'production');
  assert.equal(late.outputs.state, 'completed', late.main.log);
  assert.equal(await hasAge(production), true);
  for (const { main } of [shipped, late]) assert.doesNotMatch(main.log, /without a look at what was approved/u);
  const checks = repository.allCheckRuns.map(({ name, conclusion }) => `${name} ${conclusion}`);
  assert.ok(checks.includes('Ghostship migrate (production) success'), checks.join());
});
