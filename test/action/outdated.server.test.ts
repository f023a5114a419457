import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  type CheckRun,
  issueCommentEvent,
  type PullRequest,
  pullRequestEvent,
  type WorkflowEvent,
} from '../support/github/index.ts';
import type { ActionRun } from '../support/runner/index.ts';
import { testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { createUsers, permissions, type Scene, setScene } from './scene.ts';

/* A pull request whose plan is of a table as it was before another one has shipped. */

const [server] = testServers();
assert.ok(server !== undefined);

let scene: Scene;
before(async () => {
  scene = await setScene(server);
});
after(() => scene[Symbol.asyncDispose]());

const run = (event: WorkflowEvent): Promise<ActionRun> =>
  scene.runner.run({ event, inputs: scene.inputs, permissions, secrets: [scene.inputs.password] });

let counter = 1;

async function setTables() {
  await scene.database.query('DROP TABLE IF EXISTS kid, kid_del, users, users_del, ghostship_migrations');
  await createUsers(scene);
  await scene.database.query('CREATE TABLE kid (id INT PRIMARY KEY, users INT)');
  const repository = scene.github.createRepository({
    name: `outdated-${counter++}`,
    files: { 'README.md': '# Shop\n' },
  });
  const open = async (path: string, text: string): Promise<PullRequest> => {
    const pull = repository.openPullRequest({ title: 'Change tables', author: 'mona', files: { [path]: text } });
    await run(pullRequestEvent(scene.github.urls, pull, 'opened'));
    return pull;
  };
  const body = (pull: PullRequest): string => repository.comments(pull)[0]?.body ?? '';
  const plan = (pull: PullRequest): CheckRun => {
    const newest = repository.checkRuns(pull.headCommit.sha).findLast(({ name }) => name === 'Ghostship plan');
    assert.ok(newest !== undefined);
    return newest;
  };
  const ship = async (pull: PullRequest): Promise<string[]> => {
    pull.merge({ by: repository.owner.login });
    const first = scene.github.requests.length;
    const shipped = await run(pullRequestEvent(scene.github.urls, pull, 'closed'));
    assert.equal(shipped.outputs.state, 'completed', shipped.main.log);
    const operations = scene.github.requests.slice(first).map(({ operation }) => operation ?? '');
    return operations.slice(operations.indexOf('pulls/list'));
  };
  return { repository, open, body, plan, ship };
}

test('what has shipped on a table makes the plans of others on it stale, and says so there', async () => {
  const { repository, open, body, plan, ship } = await setTables();
  const one = await open('migrations/1.sql', 'ALTER TABLE users ADD COLUMN age INT;\n');
  const other = await open('migrations/2.sql', 'ALTER TABLE users ADD COLUMN size INT;\n');
  const apart = await open('migrations/3.sql', 'ALTER TABLE kid ADD COLUMN h INT;\n');
  repository.openPullRequest({ title: 'Say more', author: 'mona', files: { 'README.md': '# The shop\n' } });
  const before = { ...plan(other) };
  const untouched = [body(apart), JSON.stringify(plan(apart))];
  assert.deepEqual(
    [one, other, apart].map((pull) => plan(pull).conclusion),
    ['success', 'success', 'success'],
  );
  const operations = await ship(one);
  assert.match(
    body(other),
    /> \[!WARNING\]\n> \*\*#\u200B?1 has changed `users` since this was planned: plan anew\.\*\* .*`plan-changed`.*`\/ghostship plan`/u,
  );
  const stale = plan(other);
  assert.deepEqual([stale.conclusion, stale.title], ['action_required', 'Plan anew: #1 has changed `users`']);
  assert.ok(stale.summary?.endsWith(before.summary ?? '?'), 'the plan stays readable');
  assert.equal(stale.text, before.text, 'and what it has promised is kept');
  assert.deepEqual([body(apart), JSON.stringify(plan(apart))], untouched);
  assert.deepEqual(
    operations.toSorted(),
    [
      'pulls/list',
      ...Array.from({ length: 3 }, () => 'checks/list-for-ref'),
      'issues/list-comments',
      'issues/update-comment',
      'checks/update',
    ].toSorted(),
  );

  await run(pullRequestEvent(scene.github.urls, other, 'synchronize'));
  assert.doesNotMatch(body(other), /plan anew/iu);
  assert.equal(plan(other).conclusion, 'success');
});

test('a second change is told with the first, and no more than twenty are asked', async () => {
  const { repository, open, body, plan, ship } = await setTables();
  for (let count = 0; count < 25; count += 1)
    repository.openPullRequest({ title: 'Say more', author: 'mona', files: { [`docs/${count}.md`]: '# More\n' } });
  const one = await open('migrations/1.sql', 'ALTER TABLE users ADD COLUMN age INT;\n');
  const two = await open('migrations/2.sql', 'ALTER TABLE kid ADD COLUMN h INT;\n');
  const other = await open(
    'migrations/3.sql',
    'ALTER TABLE users ADD COLUMN size INT;\nALTER TABLE kid ADD COLUMN size INT;\n',
  );
  const { summary } = { ...plan(other) };
  const operations = await ship(one);
  assert.equal(operations.filter((operation) => operation === 'checks/list-for-ref').length, 20);
  assert.ok(operations.length <= 1 + 20 + 3, operations.join(' '));
  await ship(two);
  assert.match(body(other), /#\u200B?26 has changed `users`, #\u200B?27 has changed `kid` since/u);
  assert.equal(body(other).match(/plan anew/gu)?.length, 1);
  assert.equal(plan(other).summary?.match(/plan anew/gu)?.length, 1);
  assert.ok(plan(other).summary?.endsWith(summary ?? '?'));
});

test('tables at the other ends of foreign keys are told, where the change concerns them', async () => {
  const { open, body, plan, ship } = await setTables();
  await scene.database.query('ALTER TABLE kid ADD COLUMN h INT, ADD FOREIGN KEY (users) REFERENCES users (id)');
  const harmless = await open('migrations/1.sql', 'ALTER TABLE users ADD COLUMN age INT;\n');
  const grave = await open(
    'migrations/2.sql',
    '-- lint:ignore drop-column -- unused\nALTER TABLE kid DROP COLUMN h;\n',
  );
  const parent = await open('migrations/3.sql', 'ALTER TABLE users ADD COLUMN size INT;\n');
  const child = await open('migrations/4.sql', 'ALTER TABLE kid ADD COLUMN w INT;\n');
  await ship(harmless);
  assert.equal(plan(child).conclusion, 'success');
  assert.doesNotMatch(body(child), /plan anew/iu);
  await run(pullRequestEvent(scene.github.urls, parent, 'synchronize'));
  assert.equal(plan(parent).conclusion, 'success');
  await ship(grave);
  assert.equal(plan(parent).conclusion, 'action_required');
  assert.match(body(parent), /#\u200B?2 has changed `kid` \(a foreign key relates `users` to it\) since/u);
  assert.match(body(child), /#\u200B?2 has changed `kid` since/u);
});

const referring = [
  {
    what: 'adds',
    text: '-- lint:ignore add-foreign-key -- it is small\nALTER TABLE kid ADD COLUMN uid INT, ADD FOREIGN KEY (uid) REFERENCES users (id);\n',
    own: 'kid',
  },
  {
    what: 'brings',
    text: 'CREATE TABLE pet (id INT PRIMARY KEY, uid INT, FOREIGN KEY (uid) REFERENCES users (id));\n',
    own: 'pet',
  },
];

for (const { what, text, own } of referring)
  test(`a pull request that ${what} a foreign key hears of its parent, and a merge stops where it does not fit any more`, async () => {
    const { repository, open, body, plan, ship } = await setTables();
    const harmless = await open('migrations/1.sql', 'ALTER TABLE users ADD COLUMN age INT;\n');
    const grave = await open('migrations/2.sql', 'ALTER TABLE users MODIFY id BIGINT AUTO_INCREMENT;\n');
    const child = await open('migrations/3.sql', text);
    assert.equal(plan(child).conclusion, 'success');
    await ship(harmless);
    assert.equal(plan(child).conclusion, 'success');
    await run(pullRequestEvent(scene.github.urls, grave, 'synchronize'));
    await ship(grave);
    assert.equal(plan(child).conclusion, 'action_required');
    assert.match(
      body(child),
      new RegExp(`#\u200B?2 has changed \`users\` \\(a foreign key relates \`${own}\` to it\\) since`, 'u'),
    );
    child.merge({ by: repository.owner.login });
    const merged = await run(pullRequestEvent(scene.github.urls, child, 'closed'));
    assert.deepEqual([merged.outputs['error-code'], merged.outputs['table-state']], ['plan-changed', 'unchanged']);
    assert.match(merged.main.log, /It would fail now: .*incompatible|It would fail now: .*errno: 150/u);
  });

test('of many plans that are out of date all checks say so, at few requests', async () => {
  const { open, body, plan, ship } = await setTables();
  const one = await open('migrations/01.sql', 'ALTER TABLE users ADD COLUMN age INT;\n');
  const others: PullRequest[] = [];
  for (let count = 10; count < 22; count += 1)
    others.push(await open(`migrations/${count}.sql`, `ALTER TABLE users ADD COLUMN c${count} INT;\n`));
  const operations = await ship(one);
  assert.deepEqual([...new Set(others.map((pull) => plan(pull).conclusion))], ['action_required']);
  assert.equal(others.filter((pull) => /plan anew/u.test(body(pull))).length, 8);
  assert.ok(operations.length <= 1 + 12 + 12 + 8 * 2, operations.join(' '));
});

test('a change of rows alone leaves plans as they are', async () => {
  const { repository, open, body, plan } = await setTables();
  repository.push({ files: { '.github/ghostship.yml': 'data-statements: run\n' } });
  const one = await open('migrations/1.sql', "UPDATE users SET name = 'x' WHERE id = 1;\n");
  const other = await open('migrations/2.sql', 'ALTER TABLE users ADD COLUMN size INT;\n');
  one.merge({ by: repository.owner.login });
  const shipped = await run(pullRequestEvent(scene.github.urls, one, 'closed'));
  assert.equal(shipped.outputs.state, 'completed', shipped.main.log);
  assert.doesNotMatch(body(other), /plan anew/iu);
  assert.equal(plan(other).conclusion, 'success');
});

test('a plan that was refused because a migration was running hears of its end, however it ends', async () => {
  const { repository, open, body, plan } = await setTables();
  // Not planned: the run has another option than the plans here.
  const files = { 'migrations/1.sql': 'ALTER TABLE users MODIFY name VARCHAR(300);\n' };
  const one = repository.openPullRequest({ title: 'Widen the name', author: 'mona', files });
  const apart = await open('migrations/3.sql', 'ALTER TABLE users ADDD COLUMN h INT;\n');
  one.merge({ by: repository.owner.login });
  for (const [command, news] of [
    ['abort', /the migration of `users` has ended/u],
    ['cutover', /#\u200B?1 has changed `users`/u],
  ] as const) {
    const running = await scene.runner.start({
      event: pullRequestEvent(scene.github.urls, one, 'closed'),
      inputs: { ...scene.inputs, cutover: 'wait' },
      permissions,
      secrets: [scene.inputs.password],
    });
    await waitFor(() => repository.comments(one).some((comment) => /users waits for a person/u.test(comment.body)), {
      timeoutMs: 60_000,
      what: 'the gate',
    });
    const path = `migrations/2-${command}.sql`;
    const other = await open(path, `ALTER TABLE users ADD COLUMN ${command} INT;\n`);
    assert.equal(plan(other).conclusion, 'failure');
    assert.match(body(other), /Another migration of users is running/u);
    const words = repository.comment(one, { author: repository.owner.login, body: `/ghostship ${command}` });
    await run(issueCommentEvent(scene.github.urls, one, words));
    await running.finished;
    assert.match(body(other), news);
    assert.equal(plan(other).conclusion, 'action_required');
    assert.match(plan(other).title ?? '', /^Plan anew: /u);
    assert.equal(plan(apart).conclusion, 'failure', 'what is red for another reason stays so');
    other.close();
  }
});
