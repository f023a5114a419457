import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { pullRequestEvent, pushEvent } from '../support/github/index.ts';
import type { ActionRun } from '../support/runner/index.ts';
import { testServers } from '../support/servers/index.ts';
import { makeTablesAnew, permissions, type Scene, setScene } from './scene.ts';

/* An applied file that is gone: whether a new one of the same text is that file, GitHub tells by what its change takes away. */

const [server] = testServers();
assert.ok(server !== undefined);

type Files = Readonly<Record<string, string | null>>;
type Repository = ReturnType<Scene['github']['createRepository']>;
type PullRequest = ReturnType<Repository['openPullRequest']>;

const january = 'migrations/202601.sql';
const february = 'migrations/202602.sql';
const text = 'UPDATE orders SET note = CONCAT(note, "x");\n';

describe('files that are gone', { timeout: 600_000 }, () => {
  let scene: Scene;
  before(async () => {
    scene = await setScene(server);
  });
  after(() => scene[Symbol.asyncDispose]());
  beforeEach(async () => {
    await makeTablesAnew(scene);
    await scene.database.query("INSERT INTO orders VALUES (1, 'x')");
  });
  let counter = 1;
  const createRepository = (): Repository =>
    scene.github.createRepository({
      name: `gone-${counter++}`,
      files: { 'README.md': '#', '.github/ghostship.yml': 'data-statements: run\n' },
    });
  const open = (repository: Repository, files: Files): PullRequest =>
    repository.openPullRequest({ title: 'Change tables', author: 'mona', files });
  const run = (event: ReturnType<typeof pushEvent>): Promise<ActionRun> =>
    scene.runner.run({ event, inputs: scene.inputs, permissions, secrets: [scene.inputs.password] });
  const plan = (pull: PullRequest): Promise<ActionRun> => run(pullRequestEvent(scene.github.urls, pull, 'synchronize'));

  /** @returns the event of its push */
  function merge(pull: PullRequest): ReturnType<typeof pushEvent> {
    const { repository } = pull.base;
    const { sha } = repository.tip();
    pull.merge({ by: repository.owner.login });
    return pushEvent(scene.github.urls, repository, sha);
  }

  async function ship(pull: PullRequest): Promise<ActionRun> {
    await plan(pull);
    return await run(merge(pull));
  }

  const note = async (): Promise<unknown> => (await scene.database.query('SELECT note FROM orders'))[0]?.note;
  const files = async (): Promise<unknown[]> =>
    (await scene.database.query('SELECT file FROM ghostship_migrations')).map(({ file }) => file);

  const between: readonly { what: string; isRun: boolean }[] = [
    { what: 'and a run has seen it', isRun: true },
    { what: 'and no run has seen it', isRun: false },
  ];
  for (const { what, isRun } of between) {
    test(`a file that was deleted by an earlier pull request has not moved, ${what}`, async () => {
      const repository = createRepository();
      await ship(open(repository, { [january]: text }));
      const pruned = merge(open(repository, { [january]: null }));
      if (isRun) await run(pruned);
      const pull = open(repository, { [february]: text });
      const planned = await plan(pull);
      assert.equal(planned.conclusion, 'failure');
      assert.match(planned.main.log, /taken away by an earlier change[\s\S]*name it migrations\/202601\.sql again/u);
      const merged = await run(merge(pull));
      assert.equal(merged.conclusion, 'failure');
      assert.equal(await note(), 'xx');
      assert.deepEqual(await files(), [january]);
    });
  }

  test('a file that one pull request moves has moved, whatever runs have seen', async () => {
    const repository = createRepository();
    await ship(open(repository, { [january]: text }));
    const pull = open(repository, { [january]: null, [february]: text });
    const planned = await plan(pull);
    assert.equal(planned.conclusion, 'success', planned.main.log);
    const event = merge(pull);
    // Nothing of the move is noted by a run that others of the same database have made.
    await scene.database.query('UPDATE ghostship_migrations SET gone_at = CURRENT_TIMESTAMP(3)');
    const later = open(repository, { 'migrations/1.sql': 'ALTER TABLE users ADD COLUMN a INT;\n' });
    const other = await plan(later);
    assert.equal(other.conclusion, 'success', 'what another one has moved has moved');
    assert.doesNotMatch(other.main.log, /UPDATE orders/u);
    assert.match((await run(event)).main.log, /was applied .* as migrations\/202601\.sql; it is not run again/u);
    assert.equal(await note(), 'xx');
    assert.deepEqual(await files(), [february]);
  });

  test('a file that was moved, and changed since, has moved: as the next plan and the first run see it', async () => {
    const repository = createRepository();
    await ship(open(repository, { [january]: text }));
    merge(open(repository, { [january]: null, [february]: text }));
    const pull = open(repository, { [february]: `-- Why.\n${text}` });
    const planned = await plan(pull);
    assert.equal(planned.conclusion, 'success', planned.main.log);
    assert.match(planned.main.log, /as migrations\/202601\.sql/u);
    const merged = await run(merge(pull));
    assert.equal(merged.conclusion, 'success', merged.main.log);
    assert.equal(await note(), 'xx');
    assert.deepEqual(await files(), [february]);
  });

  test('a file that a push without a pull request moves has moved', async () => {
    const repository = createRepository();
    await ship(open(repository, { [january]: text }));
    const { sha } = repository.tip();
    repository.push({ files: { [january]: null, [february]: text } });
    const pushed = await run(pushEvent(scene.github.urls, repository, sha));
    assert.equal(pushed.conclusion, 'success', pushed.main.log);
    assert.equal(await note(), 'xx');
    assert.deepEqual(await files(), [february]);
  });

  test('the revert of a revert is not green while what has undone it stands', async () => {
    const repository = createRepository();
    const add = 'ALTER TABLE users ADD COLUMN a INT;\n';
    const drop = '-- lint:ignore drop-column -- not used\nALTER TABLE users DROP COLUMN a;\n';
    await ship(open(repository, { 'migrations/1.sql': add }));
    await ship(open(repository, { 'migrations/1.sql': null, 'migrations/2.sql': drop }));
    const again = open(repository, { 'migrations/1.sql': add, 'migrations/2.sql': null });
    const planned = await plan(again);
    assert.equal(planned.conclusion, 'failure');
    assert.match(planned.main.log, /migrations\/2\.sql, which was applied .* has changed its table since/u);
    assert.equal((await run(merge(again))).conclusion, 'failure');
    const mended = open(repository, {
      'migrations/1.sql': null,
      'migrations/3.sql': add.replace('ALTER', 'ALTER /* once more */'),
    });
    assert.equal((await ship(mended)).conclusion, 'success');
    assert.equal((await scene.database.query("SHOW COLUMNS FROM users LIKE 'a'")).length, 1);
  });
});
