import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { issueCommentEvent, pullRequestEvent, scheduleEvent, type WorkflowEvent } from '../support/github/index.ts';
import type { ActionRun, Job } from '../support/runner/index.ts';
import { casesFor, testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { makeTablesAnew, permissions, type Scene, setScene } from './scene.ts';

/* What a person has approved binds a copy that waits, and the way in which a statement is carried out. */

const config = '.github/ghostship.yml';
const path = 'migrations/1.sql';

for (const server of testServers()) {
  describe(`what was approved, on ${server.name}`, { timeout: 900_000 }, () => {
    let scene: Scene;
    before(async () => {
      scene = await setScene(server);
    });
    after(() => scene[Symbol.asyncDispose]());
    let counter = 1;

    const job = (event: WorkflowEvent): Job => ({
      event,
      inputs: scene.inputs,
      permissions,
      secrets: [scene.inputs.password],
    });
    const run = (event: WorkflowEvent): Promise<ActionRun> => scene.runner.run(job(event));

    /** @param prepare SQL that is run before the plan */
    async function planned(options: string, statement: string, prepare: readonly string[] = []) {
      await scene.database.query('DROP TABLE IF EXISTS children, items, towns');
      await makeTablesAnew(scene);
      for (const sql of prepare) await scene.database.query(sql);
      const repository = scene.github.createRepository({
        name: `approved-${counter++}`,
        files: { [config]: options },
        collaborators: { mona: 'maintain' },
      });
      const pull = repository.openPullRequest({
        title: 'Change',
        author: 'mona',
        files: { [path]: `${statement};\n` },
      });
      const plan = await run(pullRequestEvent(scene.github.urls, pull, 'synchronize'));
      assert.equal(plan.conclusion, 'success', plan.main.log);
      return {
        repository,
        pull,
        plan,
        page: () => repository.comments(pull).at(-1)?.body ?? '',
        schedule: () => run(scheduleEvent(scene.github.urls, repository, '17 * * * *')),
        say: (body: string) =>
          run(issueCommentEvent(scene.github.urls, pull, repository.comment(pull, { author: 'mona', body }))),
        merge: () => {
          pull.merge({ by: 'mona' });
          return run(pullRequestEvent(scene.github.urls, pull, 'closed'));
        },
      };
    }

    const tables = async (): Promise<string[]> =>
      (await scene.database.query('SHOW TABLES')).map((row) => String(Object.values(row)[0]));
    const widthOf = async (): Promise<string> =>
      String((await scene.database.query("SHOW COLUMNS FROM users LIKE 'name'"))[0]?.Type);
    const widen = 'ALTER TABLE users MODIFY name VARCHAR(300), FORCE';

    const gated = 'cutover: wait\ngate: yield\n';
    const options = [
      {
        cure: 'the options as they were',
        approved: 'retired: keep\n',
        moved: `${gated}retired: drop\n`,
        says: /Option retired: keep, now drop\./u,
      },
      { cure: 'on-plan-change', approved: '', moved: 'cutover: auto\n', says: /Option cutover: wait, now auto\./u },
      {
        cure: 'the options as they were',
        approved: '',
        moved: `${gated}verify: off\n`,
        says: /Option verify: full, now off\./u,
      },
    ];
    for (const { approved, moved, says, cure } of casesFor(server, options))
      test(`a copy that waits is resumed as approved: ${says.source}, then ${cure}`, async () => {
        const { repository, page, schedule, say, merge } = await planned(`${gated}${approved}`, widen);
        assert.equal((await merge()).outputs.state, 'yielded');
        assert.equal((await say('/ghostship cutover')).conclusion, 'success');
        repository.push({ files: { [config]: moved } });
        for (const _again of [1, 2]) {
          const stopped = await schedule();
          assert.equal(stopped.outputs['error-code'], 'plan-changed', stopped.main.log);
          assert.match(stopped.main.log, says);
          assert.match(stopped.main.log, /Set the options back as they were approved/u);
          assert.match(page(), /was not resumed; users is as it was, and its copy is kept/u);
          assert.doesNotMatch(page(), /before it began/u);
          assert.equal(await widthOf(), 'varchar(50)');
          assert.ok((await tables()).includes('users_gho'), 'the copy waits');
        }
        const mended = cure === 'on-plan-change' ? `${moved}on-plan-change: proceed\n` : `${gated}${approved}`;
        repository.push({ files: { [config]: mended } });
        const gone = await schedule();
        assert.equal(gone.outputs.state, 'completed', gone.main.log);
        assert.match(gone.main.log, /[Rr]esum|goes on|went on/u, 'nothing is copied anew');
        assert.equal(await widthOf(), 'varchar(300)');
        const keeps = approved !== '' && cure !== 'on-plan-change';
        assert.equal((await tables()).includes('users_del'), keeps);
      });

    for (const cure of ['its definition', 'on-plan-change'])
      test(`a copy that waits is not begun anew on a table that somebody has altered, until it has ${cure}`, async () => {
        const { repository, page, schedule, say, merge } = await planned(gated, widen);
        assert.equal((await merge()).outputs.state, 'yielded');
        await say('/ghostship cutover');
        await scene.database.query('ALTER TABLE users ADD COLUMN hand INT DEFAULT 7');
        const stopped = await schedule();
        assert.equal(stopped.outputs['error-code'], 'plan-changed', stopped.main.log);
        assert.match(stopped.main.log, /somebody has altered its table since/u);
        assert.match(stopped.main.log, /\+ +`hand` int/u);
        assert.match(page(), /users is as it was, and its copy is kept/u);
        assert.equal(await widthOf(), 'varchar(50)');
        if (cure === 'on-plan-change') repository.push({ files: { [config]: `${gated}on-plan-change: proceed\n` } });
        else await scene.database.query('ALTER TABLE users DROP COLUMN hand');
        const gone = await schedule();
        const isAnew = cure === 'on-plan-change' || gone.outputs.state === 'yielded';
        if (isAnew) {
          assert.equal(gone.outputs.state, 'yielded', gone.main.log);
          await say('/ghostship cutover');
          assert.equal((await schedule()).outputs.state, 'completed');
        } else assert.equal(gone.outputs.state, 'completed', gone.main.log);
        assert.equal(await widthOf(), 'varchar(300)');
      });

    const child = 'CREATE TABLE children (id INT PRIMARY KEY, user INT, FOREIGN KEY (user) REFERENCES users(id))';
    const ways = [
      { from: 'copy', to: 'direct', before: [], between: child },
      { from: 'direct', to: 'copy', before: [child], between: 'DROP TABLE children' },
    ];
    for (const { from, to, before: prepare, between } of casesFor(server, ways))
      test(`what was approved as ${from} is not carried out as ${to}`, async () => {
        const { plan, repository, say, merge } = await planned(gated, widen, prepare);
        assert.match(plan.main.log, from === 'copy' ? /copying/u : /direct/u);
        await scene.database.query(between);
        const stopped = await merge();
        assert.equal(stopped.outputs['error-code'], 'plan-changed', stopped.main.log);
        assert.match(stopped.main.log, new RegExp(`How: ${from}, now ${to}\\. Then it has`, 'u'));
        assert.equal(await widthOf(), 'varchar(50)');
        repository.push({ files: { [config]: `${gated}on-plan-change: proceed\n` } });
        const proceeded = await say('/ghostship migrate');
        assert.equal(proceeded.outputs.state, to === 'copy' ? 'yielded' : 'completed', proceeded.main.log);
      });

    test('a copy that was approved stays one, where that moves while the run is at work on the statement before it', async () => {
      const statement = `${widen};\nALTER TABLE orders MODIFY note LONGTEXT, FORCE`;
      const { pull, page, say } = await planned('cutover: wait\n', statement);
      pull.merge({ by: 'mona' });
      const running = await scene.runner.start(job(pullRequestEvent(scene.github.urls, pull, 'closed')));
      await waitFor(() => /users waits for a person/u.test(page()), { timeoutMs: 60_000, what: 'the gate of users' });
      await scene.database.query(child.replace('users', 'orders'));
      await say('/ghostship cutover users');
      const { outputs, main } = await running.finished;
      assert.equal(outputs['error-code'], 'plan-changed', main.log);
      assert.match(main.log, /orders was to be copied, and by now the server would alter it itself/u);
      assert.equal(await widthOf(), 'varchar(300)');
      const [note] = await scene.database.query("SHOW COLUMNS FROM orders LIKE 'note'");
      assert.equal(note?.Type, 'text');
      assert.ok(!(await tables()).some((name) => name.startsWith('orders_')), 'nothing is left');
      const again = await say('/ghostship migrate');
      assert.match(again.main.log, /How: copy, now direct\. Then it has no gate/u, 'it shows what has moved');
    });
  });
}
