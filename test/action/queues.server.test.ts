import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  mergeGroupEvent,
  type PullRequest,
  pullRequestEvent,
  scheduleEvent,
  type WorkflowEvent,
  workflowDispatchEvent,
} from '../support/github/index.ts';
import type { ActionRun, Job } from '../support/runner/index.ts';
import { testServers } from '../support/servers/index.ts';
import { createUsers, permissions, type Scene, setScene } from './scene.ts';

/* Runs that no person has started on a pull request of its own: merge queues, Dependabot, schedules, and runs by hand. */

const [server] = testServers();
assert.ok(server !== undefined);

let scene: Scene;
before(async () => {
  scene = await setScene(server);
  await createUsers(scene);
});
after(() => scene[Symbol.asyncDispose]());

const run = (event: WorkflowEvent, others: Partial<Job> = {}): Promise<ActionRun> => {
  const inputs = { ...scene.inputs, ...others.inputs };
  return scene.runner.run({ event, permissions, secrets: [scene.inputs.password], ...others, inputs });
};

let counter = 1;
function openPullRequest(files: Readonly<Record<string, string>>, author = 'mona'): PullRequest {
  const repository = scene.github.createRepository({ name: `queue-${counter++}`, files: { 'README.md': '# Shop\n' } });
  return repository.openPullRequest({ title: 'Change tables', author, files });
}

const checksOn = (event: WorkflowEvent) =>
  event.repository.checkRuns(event.commit.sha).map(({ name, conclusion }) => [name, conclusion]);

test('a merge queue is answered on its head, by the statements that it holds', async () => {
  for (const [statement, conclusion] of [
    ['ALTER TABLE users ADD COLUMN age INT;\n', 'success'],
    ['ALTER TABLE users DROP COLUMN email;\n', 'failure'],
  ] as const) {
    const pull = openPullRequest({ 'migrations/1.sql': statement });
    const event = mergeGroupEvent(scene.github.urls, pull);
    const { main, ...answer } = await run(event);
    assert.equal(answer.conclusion, conclusion, main.log);
    assert.deepEqual(checksOn(event), [['Ghostship plan', conclusion]]);
    assert.deepEqual(pull.base.repository.comments(pull), []);
    assert.match(main.log, /users/u);
  }
});

test('a pull request without statements passes in the queue, and no database is asked', async () => {
  const pull = openPullRequest({ 'src/app.ts': 'export {};\n' });
  pull.base.repository.push({ files: { 'migrations/0.sql': 'ALTER TABLE gone DROP COLUMN x;\n' } });
  const event = mergeGroupEvent(scene.github.urls, pull);
  const { conclusion, main } = await run(event, { inputs: { target: 'mysql://nobody@127.0.0.1:1/shop' } });
  assert.equal(conclusion, 'success', main.log);
  assert.deepEqual(checksOn(event), [['Ghostship plan', 'success']]);
});

test('a queue that holds statements does not pass because nothing was checked out', async () => {
  const pull = openPullRequest({ 'migrations/1.sql': 'ALTER TABLE users ADD COLUMN age INT;\n' });
  const { conclusion, main } = await run(mergeGroupEvent(scene.github.urls, pull), { checkout: false });
  assert.equal(conclusion, 'failure');
  assert.match(main.log, /nothing is checked out[\s\S]*actions\/checkout/u);
});

test('a merge queue never migrates', async () => {
  const pull = openPullRequest({ 'migrations/1.sql': 'ALTER TABLE users ADD COLUMN age INT;\n' });
  const { conclusion, main } = await run(mergeGroupEvent(scene.github.urls, pull), { inputs: { mode: 'migrate' } });
  assert.equal(conclusion, 'success');
  assert.match(main.log, /what is in it is not merged yet/u);
  assert.deepEqual(await scene.database.query("SHOW TABLES LIKE 'ghostship_migrations'"), []);
});

test('Dependabot gets what can be had without secrets, and is not red for the lack of them', async () => {
  const pull = openPullRequest({ 'package.json': '{}\n' }, 'dependabot[bot]');
  const urls = scene.github.urls;
  const plain = await run(pullRequestEvent(urls, pull, 'opened'));
  assert.equal(plain.conclusion, 'success', plain.main.log);
  pull.push({ 'migrations/1.sql': 'ALTER TABLE users ADD COLUMN age INT;\n' });
  const planned = await run(pullRequestEvent(urls, pull, 'synchronize'));
  assert.equal(planned.conclusion, 'success', planned.main.log);
  assert.match(planned.main.summary, /Dependabot has started this run[\s\S]*no database was asked/u);
  const rehearsed = await run(pullRequestEvent(urls, pull, 'synchronize'), {
    inputs: { mode: 'rehearse', replica: scene.inputs.target },
  });
  assert.equal(rehearsed.conclusion, 'success', rehearsed.main.log);
  pull.push({ 'migrations/1.sql': 'ALTER TABLE users DROP COLUMN email;\n' });
  const refused = await run(pullRequestEvent(urls, pull, 'synchronize'));
  assert.equal(refused.conclusion, 'failure', 'what is wrong with the statements is said all the same');
});

test('a run by hand, or on schedule, does what its command says', async () => {
  const repository = scene.github.createRepository({
    name: `queue-${counter++}`,
    files: { 'migrations/1.sql': 'ALTER TABLE users ADD COLUMN by_hand INT;\n' },
  });
  const { urls } = scene.github;
  const dispatch = workflowDispatchEvent(urls, repository, { actor: 'octo', workflow: 'ghostship.yml' });
  for (const event of [dispatch, scheduleEvent(urls, repository, '3 * * * *')]) {
    for (const [command, says] of [
      ['plan', /Ready to ship/u],
      ['lint', /No errors/u],
      ['status', /No migration|no migration/u],
      ['cleanup', /nothing|Nothing/u],
    ] as const) {
      const { conclusion, main } = await run(event, { inputs: { command } });
      assert.equal(conclusion, 'success', `${command}: ${main.log}`);
      assert.match(main.log, says, command);
    }
    const { conclusion, main } = await run(event, { inputs: { command: 'cutover' } });
    assert.equal(conclusion, 'failure');
    assert.match(main.log, /[Nn]o migration/u);
    assert.deepEqual(await scene.database.query("SHOW TABLES LIKE 'ghostship_migrations'"), []);
  }
  const { main } = await run(dispatch, { inputs: { command: 'migrate' } });
  assert.equal(main.outputs.state, 'completed', main.log);
});

test('a queue is red where the run after its merge would stop, and green once its pull request is planned anew', async () => {
  const { github, database } = scene;
  await database.query('CREATE TABLE queued (id INT PRIMARY KEY)');
  const repository = github.createRepository({ name: `queue-${counter++}`, files: { 'README.md': '# Shop\n' } });
  const [one, two] = (['a', 'b'] as const).map((column) => {
    const files = { [`migrations/${column}.sql`]: `ALTER TABLE queued ADD COLUMN ${column} INT;\n` };
    return repository.openPullRequest({ title: `Add ${column}`, author: 'mona', files });
  });
  assert.ok(one !== undefined && two !== undefined);
  const plan = (pull: PullRequest) => run(pullRequestEvent(github.urls, pull, 'opened'));
  const queue = async (pull: PullRequest): Promise<ActionRun> => {
    const event = mergeGroupEvent(github.urls, pull);
    const answer = await run(event);
    assert.deepEqual(checksOn(event).at(-1), ['Ghostship plan', answer.conclusion]);
    return answer;
  };
  const ship = (pull: PullRequest) => run(pullRequestEvent(github.urls, pull, 'closed'));
  for (const pull of [one, two]) await plan(pull);
  const first = await queue(one);
  assert.equal(first.conclusion, 'success', first.main.log);
  one.merge({ by: 'mona' });
  const early = await queue(two);
  assert.equal(early.conclusion, 'failure', early.main.log);
  assert.match(early.main.log, /plan-changed[\s\S]*has shipped\. Then write \/ghostship plan in a comment/u);
  assert.match(early.main.summary, /b\.sql[\s\S]*Do what stands beside `plan-changed`: a merge would stop there/u);
  assert.doesNotMatch(early.main.summary, /on-plan-change|Push again/u);

  assert.equal((await ship(one)).conclusion, 'success');
  assert.equal((await queue(two)).conclusion, 'failure', 'nobody has looked at the table as it is now');
  assert.equal((await plan(two)).conclusion, 'success');
  const last = await queue(two);
  assert.equal(last.conclusion, 'success', last.main.log);
  two.merge({ by: 'mona' });
  const shipped = await ship(two);
  assert.equal(shipped.conclusion, 'success', shipped.main.log);
  assert.equal((await database.query('SHOW COLUMNS FROM queued')).length, 3);
});
