import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type PullRequest, pullRequestEvent, pushEvent } from '../support/github/index.ts';
import { testServers } from '../support/servers/index.ts';
import { createUsers, permissions, type Scene, setScene } from './scene.ts';

/* A merge after which nothing can be begun: whoever has merged is told, where the plan was green. */

const [server] = testServers();
assert.ok(server !== undefined);

let scene: Scene;
before(async () => {
  scene = await setScene(server);
  await createUsers(scene, 1);
});
after(() => scene[Symbol.asyncDispose]());

interface Case {
  readonly name: string;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Of the branch that is merged into, at the merge. */
  readonly config?: string;
  readonly says: RegExp;
}

const cases: readonly Case[] = [
  {
    name: 'what nobody else has approved',
    config: 'require-approval: true\n',
    says: /is not approved, and require-approval is set\./u,
  },
  { name: 'a target that is missing', inputs: { target: '', password: '' }, says: /target/u },
  { name: 'a value without its unit', inputs: { 'lock-budget': '3 potatoes' }, says: /lock-budget/u },
  { name: 'a config file with a wrong value', config: 'retired: sometimes\n', says: /retired/u },
  {
    name: 'an option of one of several environments',
    inputs: { environment: 'staging', triggers: 'cary' },
    says: /triggers/u,
  },
];

for (const by of ['pull_request', 'push'] as const) {
  for (const [index, { name, inputs = {}, config, says }] of cases.entries()) {
    test(`${name}, by ${by}`, async () => {
      const { environment = '' } = inputs;
      const suffix = environment === '' ? '' : ` (${environment})`;
      const job = { permissions, secrets: [scene.inputs.password] };
      const right = { ...scene.inputs, ...(environment === '' ? {} : { environment }) };
      const repository = scene.github.createRepository({
        name: `idle-${by}-${index}`,
        files: { 'README.md': '# Shop\n' },
      });
      const files = { 'migrations/1.sql': 'ALTER TABLE users ADD COLUMN age INT;\n' };
      const pull = repository.openPullRequest({ title: 'Add an age', author: 'mona', files });
      const { urls } = scene.github;
      await scene.runner.run({ ...job, event: pullRequestEvent(urls, pull, 'opened'), inputs: right });

      if (config !== undefined) repository.push({ files: { '.github/ghostship.yml': config }, message: 'Configure' });
      const start = repository.tip().sha;
      pull.merge({ by: 'octo' });
      const event = by === 'push' ? pushEvent(urls, repository, start) : pullRequestEvent(urls, pull, 'closed');
      const run = () => scene.runner.run({ ...job, event, inputs: { ...right, ...inputs } });
      assert.equal((await run()).conclusion, 'failure');
      const [plan, news, ...others] = repository.comments(pull).map(({ body }) => body);
      assert.deepEqual(others, []);
      assert.match(plan ?? '', /> \*\*Not started\*\*, see \[below\][\s\S]*Ready to ship/u);
      assert.match(
        news ?? '',
        /Ghostship.* · Not started[\s\S]*Nothing of #\u200B?1 was run[\s\S]*`\/ghostship migrate`/u,
      );
      assert.match(news ?? '', says);
      const checks = repository.checkRuns(pull.headCommit.sha).map((check) => [check.name, check.conclusion]);
      assert.deepEqual(checks, [
        [`Ghostship plan${suffix}`, 'success'],
        [`Ghostship migrate${suffix}`, 'failure'],
      ]);

      await run();
      assert.equal(repository.comments(pull).length, 2, 'the same is not said twice');
      assert.deepEqual(await scene.database.query("SHOW COLUMNS FROM users LIKE 'age'"), []);
    });
  }
}

test('a merge without statements needs no approval, and is not red', async () => {
  const files = { 'README.md': '# Shop\n', '.github/ghostship.yml': 'require-approval: true\n' };
  const repository = scene.github.createRepository({ name: 'idle-docs', files });
  const pull = repository.openPullRequest({
    title: 'Say more',
    author: 'mona',
    files: { 'README.md': '# The shop\n' },
  });
  pull.merge({ by: 'octo' });
  const event = pullRequestEvent(scene.github.urls, pull, 'closed');
  const inputs = scene.inputs;
  const run = await scene.runner.run({ event, inputs, permissions, secrets: [inputs.password] });
  assert.equal(run.conclusion, 'success', run.main.log);
  assert.deepEqual(repository.comments(pull), []);
});

test('what nobody has approved is not run with what is merged after it', async () => {
  const { repository, approve, merge } = openGuarded('idle-next');
  const before = await lastColumns();

  const first = await merge('migrations/1.sql', 'ALTER TABLE users ADD COLUMN shoe INT', false);
  assert.equal(first.ran.conclusion, 'failure');
  const second = await merge('migrations/2.sql', 'ALTER TABLE users ADD COLUMN hat INT', true);
  assert.equal(second.ran.conclusion, 'failure', second.ran.main.log);
  assert.deepEqual(await lastColumns(), before);
  const said = repository.comments(second.pull).at(-1)?.body ?? '';
  assert.match(said, new RegExp(`pull request #\u200B?${first.pull.number} is not approved`, 'u'));
  assert.match(said, /#\u200B?1 tells what to do about it/u);

  approve(first.pull);
  const ran = await second.migrate();
  assert.equal(ran.conclusion, 'success', ran.main.log);
  assert.deepEqual(await lastColumns(), ['shoe', 'hat']);
});

test('what was pushed without a pull request: the advice brings it in', async () => {
  const { repository, merge } = openGuarded('idle-pushed');
  const before = await lastColumns();
  const [file, statement] = ['migrations/3.sql', 'ALTER TABLE users ADD COLUMN coat INT'];

  const start = repository.tip().sha;
  repository.push({ files: { [file]: `${statement};\n` } });
  const event = pushEvent(scene.github.urls, repository, start);
  const pushed = await scene.runner.run({ ...job(), event });
  assert.equal(pushed.conclusion, 'failure', pushed.main.log);
  assert.match(pushed.main.log, /Take the files out of the branch, and bring them in a pull request that is approved/u);
  assert.deepEqual(await lastColumns(), before);

  repository.push({ files: { [file]: null } });
  const { ran } = await merge(file, statement, true);
  assert.equal(ran.conclusion, 'success', ran.main.log);
  assert.equal((await lastColumns()).at(-1), 'coat');
});

const job = () => ({ inputs: scene.inputs, permissions, secrets: [scene.inputs.password] });

async function lastColumns(): Promise<unknown[]> {
  return (await scene.database.query('SHOW COLUMNS FROM users')).map((row) => row.Field).slice(-2);
}

/** A repository that wants an approval. */
function openGuarded(name: string) {
  const repository = scene.github.createRepository({
    name,
    files: { '.github/ghostship.yml': 'require-approval: true\n' },
    collaborators: { mona: 'write', octo: 'write' },
  });
  const approve = (pull: PullRequest): void => {
    const author = repository.account('octo');
    const [id, commitSha] = [pull.number, pull.headCommit.sha];
    const at = new Date();
    repository.reviews.push({ id, pullNumber: pull.number, author, state: 'APPROVED', body: '', commitSha, at });
  };
  const merge = async (file: string, statement: string, isApproved: boolean) => {
    const files = { [file]: `${statement};\n` };
    const pull = repository.openPullRequest({ title: file, author: 'mona', files });
    await scene.runner.run({ ...job(), event: pullRequestEvent(scene.github.urls, pull, 'opened') });
    if (isApproved) approve(pull);
    pull.merge({ by: 'octo' });
    const migrate = () => scene.runner.run({ ...job(), event: pullRequestEvent(scene.github.urls, pull, 'closed') });
    return { pull, migrate, ran: await migrate() };
  };
  return { repository, approve, merge };
}
