import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { pullRequestEvent, pushEvent } from '../support/github/index.ts';
import type { ActionRun, Job } from '../support/runner/index.ts';
import { casesFor, testServers } from '../support/servers/index.ts';
import { makeTablesAnew, permissions, type Scene, setScene } from './scene.ts';

/** Waiting so long is not tried. */
const refusal = { kind: 'secondary-limit', retryAfterSeconds: 3_600 } as const;

/* What the run after a merge does where the plan cannot be read, has holes, or can be carried out no longer. */

for (const server of testServers()) {
  describe(`the plan is looked up, on ${server.name}`, { timeout: 900_000 }, () => {
    let scene: Scene;
    before(async () => {
      scene = await setScene(server);
    });
    after(() => scene[Symbol.asyncDispose]());
    beforeEach(async () => {
      await makeTablesAnew(scene);
    });
    let counter = 1;

    type PullRequest = ReturnType<ReturnType<Scene['github']['createRepository']>['openPullRequest']>;
    type Inputs = Readonly<Record<string, string>>;

    const path = 'migrations/1.sql';
    const addCity = 'ALTER TABLE users ADD COLUMN city INT;\n';

    const open = (text: string, config = ''): PullRequest =>
      scene.github
        .createRepository({
          name: `looked-${counter++}`,
          files: { 'README.md': '#', ...(config === '' ? {} : { '.github/ghostship.yml': config }) },
        })
        .openPullRequest({ title: 'Change tables', author: 'mona', files: { [path]: text } });

    const job = (event: Job['event'], inputs: Inputs = {}): Job => ({
      event,
      inputs: { ...scene.inputs, ...inputs },
      permissions,
      secrets: [scene.inputs.password],
    });

    const plan = (pull: PullRequest, inputs: Inputs = {}): Promise<ActionRun> =>
      scene.runner.run(job(pullRequestEvent(scene.github.urls, pull, 'synchronize'), inputs));

    /** Merged, and run by the push. */
    function ship(pull: PullRequest, inputs: Inputs = {}): Promise<ActionRun> {
      const { repository } = pull.base;
      const before = repository.tip().sha;
      if (pull.state.kind === 'open') pull.merge({ by: repository.owner.login });
      return scene.runner.run(job(pushEvent(scene.github.urls, repository, before), inputs));
    }

    const columnsOf = async (table: string): Promise<string[]> =>
      (await scene.database.query(`SHOW COLUMNS FROM ${table}`)).map(({ Field }) => String(Field));

    // Requests by which nothing is learned of the plan.
    for (const operation of casesFor(server, ['checks/create', 'pulls/list-reviews', 'pulls/list-files'])) {
      test(`the plan is held against the run though GitHub fails at ${operation}`, async () => {
        const pull = open(addCity);
        assert.equal((await plan(pull)).conclusion, 'success');
        await scene.database.query('ALTER TABLE users ADD COLUMN age INT');
        scene.github.failNext(refusal, { operation });
        const run = await ship(pull);
        assert.deepEqual([run.conclusion, run.outputs['error-code']], ['failure', 'plan-changed'], run.main.log);
        assert.ok(!(await columnsOf('users')).includes('city'));
      });
    }

    test('a plan of another environment is told as one', async () => {
      const pull = open(addCity);
      assert.equal((await plan(pull, { environment: 'production' })).conclusion, 'success');
      const run = await ship(pull);
      assert.match(run.main.log, /has no Ghostship plan of its last commit, only Ghostship plan \(production\): /u);
      const told = pull.base.repository.comments(pull).at(-1)?.body ?? '';
      assert.match(told, /⚠️ migrations\/1\.sql is run without a look at what was approved/u);
    });

    // Each is another way in which GitHub keeps the plan to itself.
    for (const operation of casesFor(server, [
      'checks/list-for-ref',
      'repos/list-pull-requests-associated-with-commit',
    ])) {
      test(`a plan that cannot be read stops the run: GitHub fails at ${operation}`, async () => {
        const pull = open(`${addCity}ALTER TABLE orders ADD COLUMN total INT;\n`);
        assert.equal((await plan(pull)).conclusion, 'success');
        scene.github.failNext(refusal, { operation, times: 2 });
        const run = await ship(pull);
        assert.deepEqual([run.conclusion, run.outputs['error-code']], ['failure', 'plan-not-readable'], run.main.log);
        assert.match(run.main.log, /migrations\/1\.sql[^\n]* could not be read: /u);
        assert.doesNotMatch(run.main.log, /has no plan of its last commit/u);
        assert.ok(!(await columnsOf('users')).includes('city'));
        assert.equal((await ship(pull)).conclusion, 'success', 'another run reads it');
      });
    }

    test('a plan that cannot be read stops nothing where on-plan-change says so', async () => {
      const pull = open(addCity, 'on-plan-change: proceed\n');
      await plan(pull);
      scene.github.failNext(refusal, { operation: 'checks/list-for-ref' });
      const run = await ship(pull);
      assert.equal(run.conclusion, 'success', run.main.log);
      assert.match(run.main.log, /could not be read: [\s\S]*run all the same/u);
    });

    test('without a check run of its own a run does not guess whose plan is meant', async () => {
      const pull = open(addCity);
      await plan(pull);
      const { repository } = pull.base;
      const [kept] = repository.checkRuns(pull.headCommit.sha);
      assert.ok(kept);
      repository.allCheckRuns.push({ ...kept, id: repository.nextId(), appId: kept.appId + 1 });
      scene.github.failNext(refusal, { operation: 'checks/create' });
      const run = await ship(pull);
      assert.equal(run.outputs['error-code'], 'plan-not-readable', run.main.log);
      assert.match(run.main.log, /several apps/u);
    });

    for (const operation of casesFor(server, ['checks/create', 'checks/update'])) {
      test(`a plan that could not be kept says so: GitHub fails at ${operation}`, async () => {
        const pull = open(addCity);
        scene.github.failNext(refusal, { operation });
        await plan(pull);
        const said = (): string => pull.base.repository.comments(pull)[0]?.body ?? '';
        assert.match(said(), /plan could not be kept in a check run, so the merge runs the files without comparing/u);
        await plan(pull);
        assert.match(said(), /Ready to ship/u);
        assert.doesNotMatch(said(), /could not be kept/u);
      });
    }

    test('a red plan binds as far as it goes, and the rest is named', async () => {
      const pull = open(`ALTER TABLE nowhere ADD COLUMN a INT;\n${addCity}`);
      const red = await plan(pull);
      assert.equal(red.conclusion, 'failure');
      await scene.database.query('CREATE TABLE nowhere (id INT PRIMARY KEY)');
      await scene.database.query('ALTER TABLE users ADD COLUMN age INT');
      const stopped = await ship(pull);
      assert.equal(stopped.outputs['error-code'], 'plan-changed', stopped.main.log);
      assert.match(
        stopped.main.log,
        /In the plan of #1 this was refused, so nothing of it was approved: migrations\/1\.sql:1/u,
      );
      assert.doesNotMatch(stopped.main.log, /has no plan of its last commit/u);
      await scene.database.query('ALTER TABLE users DROP COLUMN age');
      const run = await ship(pull);
      assert.equal(run.conclusion, 'success', run.main.log);
      assert.ok((await columnsOf('nowhere')).includes('a'));
    });

    test('a plan for which no database was asked is not taken for one that is missing', async () => {
      const pull = open(addCity);
      assert.equal((await plan(pull, { target: '', password: '' })).conclusion, 'success');
      const run = await ship(pull);
      assert.equal(run.conclusion, 'success', run.main.log);
      assert.match(
        run.main.log,
        /In the plan of #1 this was not tried, so nothing of it was approved: migrations\/1\.sql:1/u,
      );
      assert.doesNotMatch(run.main.log, /has no plan of its last commit/u);
    });

    const gone: readonly {
      readonly what: string;
      readonly statement: string;
      readonly between: string;
      readonly says: RegExp;
    }[] = [
      {
        what: 'an index that it drops is gone',
        statement: 'ALTER TABLE users DROP INDEX by_name;\n',
        between: 'ALTER TABLE users DROP INDEX by_name',
        says: /The table before it \(- as planned, \+ now\):\s+- KEY `by_name`/u,
      },
      {
        what: 'a column that it adds is there',
        statement: addCity,
        between: 'ALTER TABLE users ADD COLUMN city BIGINT',
        says: /\+ `city` bigint/u,
      },
      {
        what: 'the table is gone',
        statement: addCity,
        between: 'DROP TABLE users',
        says: /users is not there any more/u,
      },
      {
        what: 'a table that it creates is there',
        statement: 'CREATE TABLE towns (id INT PRIMARY KEY);\n',
        between: 'CREATE TABLE towns (id INT PRIMARY KEY, name INT)',
        says: /\+ `name` int/u,
      },
    ];
    for (const { what, statement, between, says } of casesFor(server, gone)) {
      test(`a green statement that can be carried out no longer says first what has moved: ${what}`, async () => {
        await scene.database.query('DROP TABLE IF EXISTS towns');
        const pull = open(`ALTER TABLE orders ADD COLUMN total INT;\n${statement}`);
        const green = await plan(pull);
        assert.equal(green.conclusion, 'success', green.main.log);
        await scene.database.query(between);
        const run = await ship(pull);
        assert.equal(run.outputs['error-code'], 'plan-changed', run.main.log);
        assert.match(run.main.log, says);
        assert.match(run.main.log, /migrations\/1\.sql:2 would not[\s\S]*It would fail now: /u);
        assert.match(run.main.log, /No option makes it work: write what is still wanted into its file/u);
        assert.doesNotMatch(run.main.log, /on-plan-change/u);
        const said = pull.base.repository.comments(pull).at(-1)?.body ?? '';
        assert.match(said, /^> \*\*[^*\n]+\*\*$/mu, 'the headline ends on its line');
        assert.doesNotMatch(said.replaceAll(/```diff\n[\s\S]*?```/gu, ''), /^\s*[+-] `/mu, 'a diff stands in a block');
        assert.deepEqual(await columnsOf('orders'), ['id', 'note'], 'nothing is begun');
      });
    }
  });
}
