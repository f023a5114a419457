import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { issueCommentEvent, pullRequestEvent, pushEvent, workflowDispatchEvent } from '../support/github/index.ts';
import type { ActionRun, Job } from '../support/runner/index.ts';
import { casesFor, testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { makeTablesAnew, permissions, type Scene, setScene } from './scene.ts';

/* What a pull request has shown is what the run after its merge does, or it stops and says what has moved. */

for (const server of testServers()) {
  describe(`the plan binds, on ${server.name}`, { timeout: 900_000 }, () => {
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
    type Inputs = Readonly<Record<string, string>>;

    const createRepository = (files: Inputs = {}): Repository =>
      scene.github.createRepository({ name: `shop-${counter++}`, files: { 'README.md': '#', ...files } });

    const open = (repository: Repository, files: Inputs): PullRequest =>
      repository.openPullRequest({ title: 'Change tables', author: 'mona', files });

    const job = (event: Job['event'], inputs: Inputs = {}): Job => ({
      event,
      inputs: { ...scene.inputs, ...inputs },
      permissions,
      secrets: [scene.inputs.password],
    });

    async function plan(pull: PullRequest, inputs: Inputs = {}): Promise<ActionRun> {
      const run = await scene.runner.run(job(pullRequestEvent(scene.github.urls, pull, 'synchronize'), inputs));
      assert.equal(run.conclusion, 'success', run.main.log);
      return run;
    }

    /** Merged, and run by the push. */
    function ship(pull: PullRequest, inputs: Inputs = {}): Promise<ActionRun> {
      const { repository } = pull.base;
      const before = repository.tip().sha;
      if (pull.state.kind === 'open') pull.merge({ by: repository.owner.login });
      return scene.runner.run(job(pushEvent(scene.github.urls, repository, before), inputs));
    }

    const commentOf = (pull: PullRequest): string => pull.base.repository.comments(pull)[0]?.body ?? '';
    const ledger = () => scene.database.query('SELECT * FROM ghostship_migrations ORDER BY queued_at, file, ordinal');
    const columnsOf = async (table: string): Promise<string[]> =>
      (await scene.database.query(`SHOW COLUMNS FROM ${table}`)).map(({ Field }) => String(Field));

    const path = 'migrations/1.sql';

    test('what has not moved is run, and the ledger has the plan and who approved it', async () => {
      const repository = createRepository();
      const text = [
        'ALTER TABLE users ADD COLUMN city INT;',
        'ALTER TABLE users ADD INDEX by_city (city);',
        'ALTER TABLE users MODIFY name VARCHAR(300), FORCE;',
        'CREATE TABLE towns (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(20) CHECK (name > 0)) PARTITION BY HASH (id) PARTITIONS 2;',
        'ALTER TABLE towns ADD COLUMN mayor INT DEFAULT 3;',
        'RENAME TABLE towns TO cities;',
        'ALTER TABLE cities ADD COLUMN size INT;',
        'DROP TABLE cities;',
      ].join('\n');
      const pull = open(repository, { [path]: text });
      const inputs = { allow: 'drop-table\nrename-table\nmultiple-alters-same-table' };
      const { outputs } = await plan(pull, inputs);
      await scene.database.query("INSERT INTO users (name, email) VALUES ('late', 'late')");
      repository.reviews.push(
        reviewBy('rev', 'APPROVED', pull),
        reviewBy('cat', 'APPROVED', pull),
        reviewBy('cat', 'CHANGES_REQUESTED', pull),
      );
      const run = await ship(pull, inputs);
      assert.equal(run.conclusion, 'success', run.main.log);
      const rows = await ledger();
      assert.deepEqual(
        new Set(rows.map((row) => [row.pull_request, row.plan_digest, row.reviewers].join())),
        new Set([[pull.number, outputs['plan-digest'], 'rev'].join()]),
      );
    });

    test('what another pull request stops is told so, and not what the other one has to do', async () => {
      const repository = createRepository();
      const one = open(repository, { [path]: 'ALTER TABLE users MODIFY name VARCHAR(300), FORCE;\n' });
      const two = open(repository, { 'migrations/2.sql': 'ALTER TABLE users ADD COLUMN z INT;\n' });
      for (const pull of [one, two]) await plan(pull);
      // Both are merged before a run has begun.
      one.merge({ by: repository.owner.login });
      const run = await ship(two);
      assert.equal(run.conclusion, 'failure', run.main.log);
      const [, told = ''] = repository.comments(one).map(({ body }) => body);
      assert.match(told, /Ghostship · Not started[\s\S]*migrations\/2\.sql of #\u200B?2 has stopped the run/u);
      assert.match(told, /\*\*What to do:\*\* #\u200B?2 tells what to do about it[\s\S]*\/ghostship migrate here/u);
      assert.doesNotMatch(told, /on-plan-change|· Failed/u);
      const [, stopped = ''] = repository.comments(two).map(({ body }) => body);
      assert.match(stopped, /Ghostship · Failed[\s\S]*plan-changed[\s\S]*on-plan-change/u);
    });

    function reviewBy(login: string, state: 'APPROVED' | 'CHANGES_REQUESTED', pull: PullRequest) {
      const { repository } = pull.base;
      const author = repository.account(login);
      return {
        id: repository.nextId(),
        pullNumber: pull.number,
        author,
        state,
        body: '',
        commitSha: pull.headCommit.sha,
        at: new Date(),
      };
    }

    const moved: readonly {
      readonly what: string;
      readonly between?: string;
      readonly inputs?: Inputs;
      readonly says: RegExp;
    }[] = [
      {
        what: 'a column that somebody else has added',
        between: 'ALTER TABLE users ADD COLUMN age INT',
        says: /The table before it \(- as planned, \+ now\):\s+\\?\+ `age` int/u,
      },
      {
        what: 'another type of a column',
        between: 'ALTER TABLE users MODIFY name VARCHAR(60)',
        says: /- `name` varchar\(50\)[\s\S]*\+ `name` varchar\(60\)/u,
      },
      { what: 'an option', inputs: { retired: 'keep' }, says: /Option retired: drop, now keep/u },
      { what: 'another option', inputs: { cutover: 'wait' }, says: /Option cutover: auto, now wait/u },
    ];
    for (const { what, between, inputs, says } of casesFor(server, moved)) {
      test(`a plan that has moved by ${what} stops the run`, async () => {
        const pull = open(createRepository(), {
          [path]: 'ALTER TABLE orders ADD COLUMN total INT;\nALTER TABLE users ADD COLUMN city INT;\n',
        });
        await plan(pull);
        if (between !== undefined) await scene.database.query(between);
        const run = await ship(pull, inputs);
        assert.deepEqual([run.conclusion, run.outputs['error-code']], ['failure', 'plan-changed'], run.main.log);
        assert.match(run.main.log, says);
        assert.match(
          run.main.log,
          /on-plan-change: proceed in the config file[^\n]* write \/ghostship migrate in a comment/u,
        );
        assert.match(run.main.log, /migrations\/1\.sql:2 would not be carried out as its pull request has shown it/u);
        assert.match(pull.base.repository.comments(pull).at(-1)?.body ?? '', /plan-changed/u);
        assert.deepEqual(await columnsOf('orders'), ['id', 'note'], 'nothing is begun');
        assert.ok(!(await columnsOf('users')).includes('city'));

        pull.base.repository.push({ files: { '.github/ghostship.yml': 'on-plan-change: proceed\n' } });
        const again = await ship(pull, { ...inputs, cutover: 'auto' });
        assert.equal(again.conclusion, 'success', again.main.log);
        assert.ok((await columnsOf('users')).includes('city'));
        const told = pull.base.repository.comments(pull).at(-1)?.body ?? '';
        if (between !== undefined) assert.match(told, /Shipped[\s\S]*It is run all the same/u);
        assert.doesNotMatch(told.replaceAll(/^```diff\n[\s\S]*?^```$/gmu, ''), /^\+ /mu, told);
      });
    }

    test('what others ship matters on the same table alone', async () => {
      const repository = createRepository();
      const [one, other, third] = [
        open(repository, { [path]: 'ALTER TABLE users ADD COLUMN a INT;\n' }),
        open(repository, { 'migrations/2.sql': 'ALTER TABLE users ADD COLUMN b INT;\n' }),
        open(repository, { 'migrations/3.sql': 'ALTER TABLE orders ADD COLUMN c INT;\n' }),
      ];
      for (const pull of [one, other, third]) await plan(pull);
      assert.equal((await ship(one)).conclusion, 'success');
      const shipped = await ship(third);
      assert.equal(shipped.conclusion, 'success', shipped.main.log);
      const stopped = await ship(other);
      assert.equal(stopped.outputs['error-code'], 'plan-changed');
      assert.match(stopped.main.log, /\+ `a` int/u);
    });

    test('what has run meanwhile counts as planned: a run that failed half-way goes on', async () => {
      const pull = open(createRepository(), {
        [path]:
          "ALTER TABLE users ADD COLUMN city INT;\nINSERT INTO users (id, name, email) SELECT 77, 'x', 'x';\nALTER TABLE users ADD COLUMN later INT;\n",
      });
      const allow = { allow: 'multiple-alters-same-table', 'data-statements': 'run' };
      await plan(pull, allow);
      await scene.database.query("INSERT INTO users (id, name, email) VALUES (77, 'before', 'x')");
      const failed = await ship(pull, allow);
      assert.equal(failed.outputs['error-code'], 'invalid-statement', failed.main.log);
      assert.ok((await columnsOf('users')).includes('city'));
      await scene.database.query('DELETE FROM users WHERE id = 77');
      const again = await ship(pull, allow);
      assert.equal(again.conclusion, 'success', again.main.log);
      assert.ok((await columnsOf('users')).includes('later'));
    });

    test('a migration that has yielded goes on, whatever has moved on other tables meanwhile', async () => {
      const pull = open(createRepository(), {
        [path]:
          'ALTER TABLE users MODIFY name VARCHAR(300), FORCE;\nALTER TABLE users ADD COLUMN late INT;\nALTER TABLE orders ADD COLUMN total INT;\n',
      });
      const inputs = { cutover: 'wait', allow: 'multiple-alters-same-table' };
      await plan(pull, inputs);
      pull.merge({ by: 'octo' });
      const event = pullRequestEvent(scene.github.urls, pull, 'closed');
      const running = await scene.runner.start(job(event, inputs));
      await waitFor(async () => (await ledger().catch(() => [])).some(({ state }) => state === 'waiting_for_cutover'), {
        timeoutMs: 60_000,
        what: 'the migration to wait for its cutover',
      });
      running.cancel();
      assert.equal((await running.finished).outputs.state, 'yielded');
      await scene.database.query('ALTER TABLE orders ADD COLUMN moved INT');
      const order = pull.base.repository.comment(pull, { author: 'octo', body: '/ghostship cutover users' });
      await scene.runner.run(job(issueCommentEvent(scene.github.urls, pull, order)));
      const again = await scene.runner.run(job(event, inputs));
      assert.ok((await columnsOf('users')).includes('late'), again.main.log);
      assert.equal(again.outputs['error-code'], 'plan-changed', 'nothing else is begun');
      assert.match(again.main.log, /migrations\/1\.sql:3 would not/u);
      assert.deepEqual(await columnsOf('orders'), ['id', 'note', 'moved']);
    });

    test('without a plan of the last commit it runs, and says so', async () => {
      const pull = open(createRepository(), { [path]: 'ALTER TABLE users ADD COLUMN city INT;\n' });
      await plan(pull);
      pull.push({ [path]: 'ALTER TABLE users ADD COLUMN town INT;\n' });
      const run = await ship(pull);
      assert.equal(run.conclusion, 'success', run.main.log);
      assert.match(run.main.log, /run without a look at what was approved\. #1 has no plan of its last commit/u);
    });

    test('a plan for another base branch approves nothing: it is planned anew, or a person orders it', async () => {
      for (const isPlannedAnew of [false, true]) {
        await makeTablesAnew(scene);
        const repository = createRepository();
        repository.moveBranch('release', repository.tip());
        const files = { [path]: 'ALTER TABLE users ADD COLUMN city INT;\n' };
        const pull = repository.openPullRequest({ title: 'Change tables', author: 'mona', files, base: 'release' });
        await plan(pull);
        assert.match(commentOf(pull), /A merge will migrate nothing: release is not the default branch/u);
        pull.retarget('main');
        if (isPlannedAnew) await scene.runner.run(job(pullRequestEvent(scene.github.urls, pull, 'edited')));
        const run = await ship(pull);
        assert.equal(run.conclusion, isPlannedAnew ? 'success' : 'failure', run.main.log);
        assert.equal((await columnsOf('users')).includes('city'), isPlannedAnew);
        if (!isPlannedAnew)
          assert.match(
            run.main.log,
            /migrations\/1\.sql:1 is not in the plan of #1, which was made for a merge into release, so nothing of it was approved[\s\S]*write \/ghostship migrate in a comment of #1/u,
          );
        else assert.doesNotMatch(commentOf(pull), /A merge will migrate nothing/u);
      }
    });

    test('files of two merges that one run ships have each its own pull request, and both are told', async () => {
      const repository = createRepository();
      const one = open(repository, { [path]: 'ALTER TABLE users ADD COLUMN a INT;\n' });
      const other = open(repository, { 'migrations/2.sql': 'ALTER TABLE orders ADD COLUMN b INT;\n' });
      for (const pull of [one, other]) await plan(pull);
      assert.match(commentOf(one), /Ready to ship/u);
      one.merge({ by: repository.owner.login });
      const run = await ship(other);
      assert.equal(run.conclusion, 'success', run.main.log);
      assert.deepEqual(
        (await ledger()).map(({ file, pull_request }) => [file, pull_request]),
        [
          [path, one.number],
          ['migrations/2.sql', other.number],
        ],
      );
      assert.match(commentOf(one), /Shipped[\s\S]*ADD COLUMN a INT/u);
      assert.doesNotMatch(commentOf(one), /ADD COLUMN b INT/u);
      assert.match(commentOf(other), /Shipped[\s\S]*ADD COLUMN b INT/u);
      assert.doesNotMatch(commentOf(other), /ADD COLUMN a INT/u);
    });

    test('a pull request is told of a plan of another one that has moved: the run after its merge would stop', async () => {
      const repository = createRepository();
      const one = open(repository, { [path]: 'ALTER TABLE users ADD COLUMN a INT;\n' });
      const kept = open(repository, { 'migrations/3.sql': 'ALTER TABLE orders ADD COLUMN kept INT;\n' });
      for (const pull of [one, kept]) {
        await plan(pull);
        pull.merge({ by: repository.owner.login });
      }
      await scene.database.query('ALTER TABLE users ADD COLUMN b INT');
      const late = open(repository, { 'migrations/4.sql': 'ALTER TABLE orders ADD COLUMN c INT;\n' });
      const run = await scene.runner.run(job(pullRequestEvent(scene.github.urls, late, 'opened')));
      assert.equal(run.conclusion, 'failure', run.main.log);
      assert.match(commentOf(late), /migrations\/1\.sql:1 would not be carried out as its pull request has shown it/u);
      assert.doesNotMatch(commentOf(late), /migrations\/3\.sql:1 would not/u);
      assert.equal((await ship(late)).outputs['error-code'], 'plan-changed');
    });

    test('a run by hand finds whose files it runs, and one that GitHub tells nothing begins nothing', async () => {
      const repository = createRepository();
      const one = open(repository, { [path]: 'ALTER TABLE users ADD COLUMN a INT;\n' });
      await plan(one);
      one.merge({ by: repository.owner.login });
      repository.push({ files: { 'migrations/2.sql': 'ALTER TABLE orders ADD COLUMN b INT;\n' } });
      const byHand = (): Job['event'] =>
        workflowDispatchEvent(scene.github.urls, repository, { actor: 'octo', workflow: 'ship.yml' });
      const run = await scene.runner.run(job(byHand()));
      assert.equal(run.conclusion, 'success', run.main.log);
      assert.match(commentOf(one), /Shipped[\s\S]*ADD COLUMN a INT/u);
      assert.match(run.main.log, /2\.sql is run without a look at what was approved\. No pull request was found/u);

      const other = open(repository, { 'migrations/3.sql': 'ALTER TABLE orders ADD COLUMN c INT;\n' });
      other.merge({ by: repository.owner.login });
      scene.github.failNext({ kind: 'secondary-limit', retryAfterSeconds: 3_600 }, { operation: 'repos/list-commits' });
      const silent = await scene.runner.run(job(byHand()));
      assert.equal(silent.outputs['error-code'], 'plan-not-readable', silent.main.log);
      assert.deepEqual(
        (await ledger()).map(({ pull_request }) => pull_request),
        [one.number, null],
      );
    });

    test('a plan that another app has written does not count', async () => {
      const pull = open(createRepository(), { [path]: 'ALTER TABLE users ADD COLUMN city INT;\n' });
      await plan(pull);
      for (const check of pull.base.repository.checkRuns(pull.headCommit.sha)) check.appId += 1;
      const run = await ship(pull, { retired: 'keep' });
      assert.match(run.main.log, /has no plan of its last commit/u);
      assert.equal(run.conclusion, 'success', run.main.log);
    });
  });
}
