import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { issueCommentEvent, pullRequestEvent, pushEvent } from '../support/github/index.ts';
import type { ActionRun, Job } from '../support/runner/index.ts';
import { testServers } from '../support/servers/index.ts';
import { makeTablesAnew, permissions, type Scene, setScene } from './scene.ts';

/* A plan goes by the config file as it was, and the merge by what it has become. So no pull request brings both. */

const [server] = testServers();
assert.ok(server !== undefined);

describe('a pull request that changes the config file', { timeout: 900_000 }, () => {
  let scene: Scene;
  before(async () => {
    scene = await setScene(server);
  });
  after(() => scene[Symbol.asyncDispose]());
  beforeEach(async () => {
    await makeTablesAnew(scene);
  });
  let counter = 1;

  type Repository = ReturnType<Scene['github']['createRepository']>;
  type PullRequest = ReturnType<Repository['openPullRequest']>;
  type Files = Readonly<Record<string, string | null>>;
  type Inputs = Readonly<Record<string, string>>;

  const config = '.github/ghostship.yml';

  const createRepository = (files: Readonly<Record<string, string>> = {}): Repository =>
    scene.github.createRepository({
      name: `config-${counter++}`,
      files: { 'README.md': '#', ...files },
      collaborators: { mona: 'write', guest: 'read' },
    });

  const open = (repository: Repository, files: Files): PullRequest =>
    repository.openPullRequest({ title: 'Change tables', author: 'mona', files });

  const run = (event: Job['event'], inputs: Inputs = {}): Promise<ActionRun> =>
    scene.runner.run({
      event,
      inputs: { ...scene.inputs, ...inputs },
      permissions,
      secrets: [scene.inputs.password],
    });

  const plan = (pull: PullRequest, inputs: Inputs = {}): Promise<ActionRun> =>
    run(pullRequestEvent(scene.github.urls, pull, 'synchronize'), inputs);

  /** Merged, and run by the push. */
  function ship(pull: PullRequest, inputs: Inputs = {}): Promise<ActionRun> {
    const { repository } = pull.base;
    const { sha } = repository.tip();
    if (pull.state.kind === 'open') pull.merge({ by: repository.owner.login });
    return run(pushEvent(scene.github.urls, repository, sha), inputs);
  }

  const say = (pull: PullRequest, author: string, body: string): Promise<ActionRun> =>
    run(issueCommentEvent(scene.github.urls, pull, pull.base.repository.comment(pull, { author, body })));

  const comments = (pull: PullRequest): string[] => pull.base.repository.comments(pull).map(({ body }) => body);
  const columnsOf = async (table: string): Promise<string[]> =>
    (await scene.database.query(`SHOW COLUMNS FROM ${table}`)).map(({ Field }) => String(Field));

  const drop = 'ALTER TABLE users DROP COLUMN name;\n';
  const ignored = `-- lint:ignore drop-column -- unused\n${drop}`;

  const both: readonly {
    readonly what: string;
    readonly before: string;
    readonly files: Readonly<Record<string, string>>;
  }[] = [
    {
      what: 'the rules that hold it',
      before: 'require-approval: true\n',
      files: { [config]: 'require-approval: false\nrules: { drop-column: off }\n', 'migrations/1.sql': drop },
    },
    {
      what: 'where statements are looked for',
      before: 'files: ["db/*.sql"]\n',
      files: { [config]: 'files: ["database/*.sql"]\n', 'database/1.sql': ignored },
    },
    {
      what: 'what becomes of a plan that has moved',
      before: '',
      files: { [config]: 'on-plan-change: proceed\n', 'migrations/1.sql': ignored },
    },
    {
      what: 'any limit',
      before: 'lock-budget: 3s\n',
      files: { [config]: 'lock-budget: 2s\n', 'migrations/1.sql': ignored },
    },
  ];
  for (const { what, before: was, files } of both) {
    test(`and brings statements is not ready, and they are stopped at the merge until somebody says so: ${what}`, async () => {
      const repository = createRepository({ [config]: was });
      const pull = open(repository, files);
      const planned = await plan(pull);
      assert.equal(planned.conclusion, 'failure', planned.main.log);
      const [page = ''] = comments(pull);
      assert.match(page, /Not ready[\s\S]*Change \.github\/ghostship\.yml in a pull request of its own/u);
      const stopped = await ship(pull);
      assert.equal(stopped.outputs['error-code'], 'plan-changed', stopped.main.log);
      assert.ok((await columnsOf('users')).includes('name'));
      assert.match(comments(pull).at(-1) ?? '', /plan-changed[\s\S]*DROP COLUMN name[\s\S]*\/ghostship migrate/u);
      const refused = await say(pull, 'guest', '/ghostship migrate');
      assert.match(refused.main.log, /may not command/u);
      assert.ok((await columnsOf('users')).includes('name'));
      const told = await say(pull, 'mona', '/ghostship migrate');
      assert.equal(told.conclusion, 'success', told.main.log);
      assert.ok(!(await columnsOf('users')).includes('name'));
    });
  }

  const away: readonly { readonly what: string; readonly proposed: string }[] = [
    { what: 'looks elsewhere', proposed: 'files: ["db/*.sql"]\n' },
    { what: 'takes them for applied', proposed: 'baseline: migrations/1.sql\n' },
  ];
  for (const { what, proposed } of away) {
    test(`so that the merge ${what} does not promise that its statements run`, async () => {
      const pull = open(createRepository({ 'db/0.sql': '-- nothing yet\n' }), {
        [config]: proposed,
        'migrations/1.sql': 'ALTER TABLE users ADD COLUMN city INT;\n',
      });
      assert.equal((await plan(pull)).conclusion, 'failure');
      assert.match(comments(pull)[0] ?? '', /Not ready[\s\S]*in a pull request of its own/u);
      const shipped = await ship(pull);
      assert.ok(!(await columnsOf('users')).includes('city'), shipped.main.log);
    });
  }

  test('alone is green', async () => {
    const pull = open(createRepository(), { [config]: 'lock-budget: 2s\n' });
    assert.equal((await plan(pull)).conclusion, 'success');
    assert.deepEqual(comments(pull), []);
  });

  test('and moves applied files with it is green, and nothing is run after it', async () => {
    const repository = createRepository({ [config]: 'files: ["db/*.sql"]\n' });
    const text = 'ALTER TABLE users ADD COLUMN city INT;\n';
    const one = open(repository, { 'db/1.sql': text });
    await plan(one);
    assert.equal((await ship(one)).conclusion, 'success');
    const move = open(repository, {
      [config]: 'files: ["database/*.sql"]\n',
      'db/1.sql': null,
      'database/1.sql': text,
    });
    const planned = await plan(move);
    assert.equal(planned.conclusion, 'success', planned.main.log);
    const shipped = await ship(move);
    assert.deepEqual([shipped.conclusion, shipped.outputs.state], ['success', 'completed'], shipped.main.log);
  });

  test('is told of in the plan of another one, whose run it would stop', async () => {
    const repository = createRepository();
    const one = open(repository, { [config]: 'lock-budget: 2s\n', 'migrations/1.sql': ignored });
    await plan(one);
    await ship(one);
    const other = open(repository, { 'migrations/2.sql': 'ALTER TABLE orders ADD COLUMN b INT;\n' });
    assert.equal((await plan(other)).conclusion, 'failure');
    assert.match(comments(other)[0] ?? '', /migrations\/1\.sql:2 has come with a change of \.github\/ghostship\.yml/u);
    const stopped = await ship(other);
    assert.equal(stopped.outputs['error-code'], 'plan-changed');
    const elsewhere = await say(other, 'mona', '/ghostship migrate');
    assert.equal(elsewhere.outputs['error-code'], 'plan-changed', 'it is said of the other one alone');
    assert.deepEqual(await columnsOf('orders'), ['id', 'note']);
  });

  test('what another job of the same pull request has planned is not taken for unplanned', async () => {
    const pull = open(createRepository({ 'README.md': '#' }), {
      'a/1.sql': 'ALTER TABLE users ADD COLUMN city INT;\n',
      'b/1.sql': 'ALTER TABLE orders ADD COLUMN b INT;\n',
    });
    for (const files of ['a/*.sql', 'b/*.sql'])
      assert.equal((await plan(pull, { files })).conclusion, 'success', `plan of ${files}`);
    await scene.database.query('ALTER TABLE users ADD COLUMN age INT');
    const moved = await ship(pull, { files: 'a/*.sql' });
    assert.match(moved.main.log, /a\/1\.sql:1 would not be carried out as its pull request has shown it/u);
    await scene.database.query('ALTER TABLE users DROP COLUMN age');
    for (const files of ['a/*.sql', 'b/*.sql']) {
      const shipped = await ship(pull, { files });
      assert.equal(shipped.conclusion, 'success', shipped.main.log);
    }
  });

  test('a file that no plan of its pull request lists is stopped as well, until somebody says so', async () => {
    const pull = open(createRepository({ 'db/0.sql': '-- nothing yet\n' }), { 'migrations/1.sql': ignored });
    assert.equal((await plan(pull, { files: 'db/*.sql' })).conclusion, 'success');
    const stopped = await ship(pull);
    assert.equal(stopped.outputs['error-code'], 'plan-changed', stopped.main.log);
    assert.match(stopped.main.log, /migrations\/1\.sql:2 is not in the plan of #1/u);
    assert.ok((await columnsOf('users')).includes('name'));
    const told = await say(pull, 'mona', '/ghostship migrate');
    assert.equal(told.conclusion, 'success', told.main.log);
    assert.ok(!(await columnsOf('users')).includes('name'));
  });
});
