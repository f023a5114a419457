import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { pullRequestEvent, pushEvent } from '../support/github/index.ts';
import type { ActionRun, Job } from '../support/runner/index.ts';
import { testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { makeTablesAnew, permissions, type Scene, setScene } from './scene.ts';

/* A run goes by the commit that has set it off. What its branch does not have any more when its turn comes is not run. */

const [server] = testServers();
assert.ok(server !== undefined);

describe('statements that were taken back', { timeout: 600_000 }, () => {
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
  type Event = Job['event'];

  const createRepository = (config = ''): Repository =>
    scene.github.createRepository({
      name: `back-${counter++}`,
      files: { 'README.md': '#', '.github/ghostship.yml': config },
    });

  const open = (repository: Repository, files: Readonly<Record<string, string | null>>): PullRequest =>
    repository.openPullRequest({ title: 'Change tables', author: 'mona', files });

  const job = (event: Event): Job => ({
    event,
    inputs: scene.inputs,
    permissions,
    secrets: [scene.inputs.password],
  });

  const run = (event: Event): Promise<ActionRun> => scene.runner.run(job(event));

  const plan = (pull: PullRequest): Promise<ActionRun> => run(pullRequestEvent(scene.github.urls, pull, 'synchronize'));

  /** Planned and merged; the run of the push is not started. */
  async function merge(pull: PullRequest): Promise<Event> {
    await plan(pull);
    const { repository } = pull.base;
    const { sha } = repository.tip();
    pull.merge({ by: repository.owner.login });
    return pushEvent(scene.github.urls, repository, sha);
  }

  const body = (pull: PullRequest): string[] => pull.base.repository.comments(pull).map((comment) => comment.body);
  const checksOf = (pull: PullRequest) =>
    pull.base.repository.checkRuns(pull.state.kind === 'merged' ? pull.state.commit.sha : pull.headCommit.sha);
  const columnsOf = async (table: string): Promise<string[]> =>
    (await scene.database.query(`SHOW COLUMNS FROM ${table}`)).map(({ Field }) => String(Field));
  const stateOf = async (file: string): Promise<unknown> =>
    (await scene.database.query('SELECT file, state FROM ghostship_migrations').catch(() => [])).find(
      (row) => row.file === file,
    )?.state;

  const path = 'migrations/1.sql';
  const text = 'ALTER TABLE users ADD COLUMN city INT;\n';

  const ways: readonly { what: string; files: Readonly<Record<string, string | null>>; says: RegExp }[] = [
    { what: 'was deleted', files: { [path]: null }, says: /main does not have migrations\/1\.sql any more/u },
    {
      what: 'says something else by now',
      files: { [path]: 'ALTER TABLE users ADD COLUMN town INT;\n' },
      says: /main has another migrations\/1\.sql by now/u,
    },
    {
      what: 'has moved',
      files: { [path]: null, 'migrations/0.sql': text },
      says: /main does not have migrations\/1\.sql any more/u,
    },
  ];
  for (const { what, files, says } of ways) {
    test(`a run that waited in the queue does not run a file that ${what}, and the run of the newest commit decides`, async () => {
      const repository = createRepository();
      const one = open(repository, { [path]: text, 'migrations/2.sql': 'ALTER TABLE orders ADD COLUMN b INT;\n' });
      const queued = await merge(one);
      const newest = await merge(open(repository, files));
      const old = await run(queued);
      assert.equal(old.conclusion, 'success', old.main.log);
      assert.match(old.main.log, says);
      assert.ok(!(await columnsOf('users')).includes('city'));
      assert.deepEqual(await columnsOf('orders'), ['id', 'note'], 'what stands behind it keeps its place');
      assert.match(body(one)[0] ?? '', says);
      assert.match(body(one)[0] ?? '', /\*\*Not run\.\*\*/u);
      const [check] = checksOf(one).filter(({ name }) => name === 'Ghostship migrate');
      assert.equal(check?.conclusion, 'neutral');
      const next = await run(newest);
      assert.equal(next.conclusion, 'success', next.main.log);
      assert.ok((await columnsOf('orders')).includes('b'));
    });
  }

  test('a run of an older commit ships what its branch still has', async () => {
    const repository = createRepository();
    const queued = await merge(open(repository, { [path]: text }));
    await merge(open(repository, { 'migrations/2.sql': 'ALTER TABLE orders ADD COLUMN b INT;\n' }));
    const old = await run(queued);
    assert.equal(old.conclusion, 'success', old.main.log);
    assert.ok((await columnsOf('users')).includes('city'));
    assert.equal(await stateOf('migrations/2.sql'), undefined);
  });

  test('the run of a pull request that was closed asks as well', async () => {
    const repository = createRepository();
    const one = open(repository, { [path]: text });
    await merge(one);
    const queued = pullRequestEvent(scene.github.urls, one, 'closed');
    await merge(open(repository, { [path]: null }));
    const old = await run(queued);
    assert.equal(old.conclusion, 'success', old.main.log);
    assert.ok(!(await columnsOf('users')).includes('city'));
    assert.match(body(one)[0] ?? '', /main does not have migrations\/1\.sql any more/u);
  });

  test('many statements that take no time do not ask for each of them', async () => {
    const many = Array.from({ length: 12 }, (_, n) => `ALTER TABLE users ADD COLUMN c${n} INT;\n`).join('');
    const event = await merge(open(createRepository(), { [path]: many }));
    const before = scene.github.requests.length;
    const { conclusion, main } = await run(event);
    assert.equal(conclusion, 'success', main.log);
    const asked = scene.github.requests.slice(before).filter(({ operation }) => operation === 'repos/list-commits');
    assert.ok(asked.length < 6, `${asked.length} times`);
  });

  async function startToGate(pull: PullRequest) {
    const running = await scene.runner.start(job(await merge(pull)));
    await waitFor(async () => (await stateOf(path)) === 'waiting_for_cutover', {
      timeoutMs: 60_000,
      what: 'the migration to wait for its cutover',
    });
    return running;
  }

  async function cutOver({ base: { repository } }: PullRequest): Promise<void> {
    const told = await scene.runner.run({
      ...job(pushEvent(scene.github.urls, repository, repository.tip().sha)),
      inputs: { ...scene.inputs, mode: 'control', command: 'cutover' },
    });
    assert.equal(told.conclusion, 'success', told.main.log);
  }

  const copied = 'ALTER TABLE users MODIFY name VARCHAR(300), FORCE;\n';
  const widthOf = async (): Promise<unknown> =>
    (await scene.database.query("SHOW COLUMNS FROM users LIKE 'name'"))[0]?.Type;

  test('it is asked again before each statement: what is taken back behind a gate is not begun', async () => {
    const repository = createRepository('cutover: wait\n');
    const one = open(repository, { [path]: copied, 'migrations/2.sql': 'CREATE TABLE towns (id INT PRIMARY KEY);\n' });
    const running = await startToGate(one);
    repository.push({ files: { 'migrations/2.sql': null } });
    await cutOver(one);
    const ended = await running.finished;
    assert.equal(ended.conclusion, 'success', ended.main.log);
    assert.match(ended.main.log, /main does not have migrations\/2\.sql any more/u);
    assert.deepEqual(await scene.database.query("SHOW TABLES LIKE 'towns'"), []);
    assert.equal(await stateOf('migrations/2.sql'), undefined, 'the ledger has no row of it');
    assert.match(body(one).join('\n'), /Shipped[\s\S]*main does not have migrations\/2\.sql any more/u);
  });

  test('what is taken back while it waits at its gate is not swapped, and nothing of it is left', async () => {
    const repository = createRepository('cutover: wait\n');
    const one = open(repository, { [path]: copied, 'migrations/2.sql': 'CREATE TABLE towns (id INT PRIMARY KEY);\n' });
    const running = await startToGate(one);
    repository.push({ files: { [path]: null } });
    await cutOver(one);
    const ended = await running.finished;
    assert.equal(ended.conclusion, 'success', ended.main.log);
    assert.equal(await widthOf(), 'varchar(50)');
    assert.deepEqual([await stateOf(path), await stateOf('migrations/2.sql')], ['aborted', undefined]);
    const tables = await scene.database.query("SHOW TABLES LIKE 'users%'");
    assert.equal(tables.length, 1, JSON.stringify(tables));
    assert.match(body(one)[0] ?? '', /\*\*Not run\.\*\* main does not have migrations\/1\.sql any more/u);
  });

  test('where GitHub does not tell at the swap, the copy is kept and the next run swaps', async () => {
    const one = open(createRepository('cutover: wait\n'), { [path]: copied });
    const running = await startToGate(one);
    scene.github.failNext({ kind: 'secondary-limit', retryAfterSeconds: 3_600 }, { operation: 'repos/list-commits' });
    await cutOver(one);
    const ended = await running.finished;
    assert.equal(ended.outputs.state, 'yielded', ended.main.log);
    assert.equal(await widthOf(), 'varchar(50)');
    const again = await run(pullRequestEvent(scene.github.urls, one, 'closed'));
    assert.equal(again.outputs.state, 'completed', again.main.log);
    assert.equal(await widthOf(), 'varchar(300)');
  });

  test('what has yielded at its gate is not swapped by a run of the old commit, and who waits is told of abort', async () => {
    const repository = createRepository('cutover: wait\ngate: yield\n');
    const one = open(repository, { [path]: copied });
    const event = await merge(one);
    assert.equal((await run(event)).outputs.state, 'yielded');
    repository.push({ files: { [path]: null, '.github/ghostship.yml': 'cutover: auto\n' } });
    await scene.database.query("UPDATE users SET name = 'late' WHERE id = 1");
    const again = await scene.runner.run({ ...job(event), inputs: { ...scene.inputs, cutover: 'auto' } });
    assert.equal(again.conclusion, 'success', again.main.log);
    assert.equal(await stateOf(path), 'yielded');
    assert.match(body(one)[0] ?? '', /main does not have migrations\/1\.sql any more[\s\S]*`\/ghostship abort users`/u);
  });

  test('where GitHub does not tell what the branch has, nothing is begun', async () => {
    const event = await merge(open(createRepository(), { [path]: text }));
    scene.github.failNext({ kind: 'secondary-limit', retryAfterSeconds: 3_600 }, { operation: 'repos/list-commits' });
    const silent = await run(event);
    assert.equal(silent.outputs['error-code'], 'plan-not-readable', silent.main.log);
    assert.match(silent.main.log, /what main has now is not known/iu);
    assert.ok(!(await columnsOf('users')).includes('city'));
  });
});
