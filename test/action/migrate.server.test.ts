import assert from 'node:assert/strict';
import { rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pullRequestEvent, pushEvent, type WorkflowEvent } from '../support/github/index.ts';
import type { Job } from '../support/runner/index.ts';
import { testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { createUsers, permissions, type Scene, setScene } from './scene.ts';

/* What happens after the merge, from the bundled action as a runner runs it. */

for (const server of testServers()) {
  describe(`migrate on ${server.name}`, { timeout: 600_000 }, () => {
    let scene: Scene;
    before(async () => {
      scene = await setScene(server);
    });
    after(() => scene[Symbol.asyncDispose]());

    /** A table of its own for each test, and a merged pull request that changes it. */
    async function merged(files: Readonly<Record<string, string>>, rows = 1000) {
      await scene.database.query('DROP TABLE IF EXISTS users, users_del, ghostship_migrations');
      await createUsers(scene, rows);
      const repository = scene.github.createRepository({
        name: `shop-${counter++}`,
        files: { 'README.md': '# Shop\n' },
      });
      const { sha: start } = repository.tip();
      const pull = repository.openPullRequest({ title: 'Change tables', author: 'mona', files });
      pull.merge({ by: repository.owner.login });
      return { repository, pull, event: pushEvent(scene.github.urls, repository, start) };
    }
    let counter = 1;

    const job = (event: WorkflowEvent, inputs: Readonly<Record<string, string>> = {}): Job => ({
      event,
      inputs: { ...scene.inputs, ...inputs },
      permissions,
      secrets: [scene.inputs.password],
    });

    const columnsOf = async (table: string): Promise<string[]> => {
      const rows = await scene.database.query(`SHOW COLUMNS FROM ${table}`);
      return rows.map(({ Field }) => String(Field));
    };
    const ledger = () => scene.database.query('SELECT * FROM ghostship_migrations ORDER BY ordinal');

    test('a push to the default branch ships what was merged, once', async () => {
      const text =
        "ALTER TABLE users ADD COLUMN city VARCHAR(20) DEFAULT 'x', MODIFY name VARCHAR(70), FORCE;\nDROP INDEX by_name ON users;\n";
      const { repository, pull, event } = await merged({ 'migrations/1.sql': text });
      const { conclusion, outputs, main } = await scene.runner.run(job(event));
      assert.equal(conclusion, 'success', main.log);
      assert.ok((await columnsOf('users')).includes('city'));
      assert.deepEqual([outputs.state, outputs['table-state'], outputs['error-code']], ['completed', 'changed', '']);
      assert.match(outputs['migration-id'] ?? '', /^[0-9a-f-]{36}$/u);

      const [check] = repository.checkRuns(event.commit.sha);
      assert.deepEqual(
        [check?.status, check?.conclusion, String(check?.id)],
        ['completed', 'success', outputs['check-run-id']],
      );
      const [comment] = repository.comments(pull);
      assert.match(comment?.body ?? '', /Shipped[\s\S]*ALTER TABLE users ADD COLUMN city/u);
      assert.match(main.summary, /Shipped/u);

      const rows = await ledger();
      assert.deepEqual(
        rows.map((row) => [row.file, row.ordinal, row.state, row.commit_sha, row.pull_request]),
        [1, 2].map((ordinal) => ['migrations/1.sql', ordinal, 'completed', event.commit.sha, pull.number]),
      );
      assert.ok(rows.every((row) => row.queued_at !== null && row.started_at !== null && row.finished_at !== null));

      const again = await scene.runner.run(job(event));
      assert.equal(again.conclusion, 'success');
      assert.match(again.main.log, /was applied on .*; it is not run again/u);
      assert.equal((await ledger()).length, 2);
    });

    test('a failure leaves the table alone, is told where people look, and may be tried again', async () => {
      const { repository, pull, event } = await merged({
        'migrations/1.sql': "INSERT INTO users (id, email) VALUES (1, 'x');\nALTER TABLE users ADD COLUMN later INT;\n",
      });
      const allowed = job(event, { 'data-statements': 'run' });
      const { conclusion, outputs, main } = await scene.runner.run(allowed);
      assert.equal(conclusion, 'failure');
      assert.deepEqual([outputs.state, outputs['table-state']], ['failed', 'unchanged']);
      assert.notEqual(outputs['error-code'], '');
      assert.deepEqual(await columnsOf('users'), ['id', 'name', 'email']);
      assert.match(main.log, /What happened: [\s\S]*The table: +users is as it was\.[\s\S]*What to do:/u);
      assert.match(repository.comments(pull)[0]?.body ?? '', /Failed[\s\S]*1\sstatement was not started/u);
      assert.equal(repository.checkRuns(event.commit.sha)[0]?.conclusion, 'failure');
      assert.deepEqual(
        (await ledger()).map(({ state }) => state),
        ['failed', 'aborted'],
      );

      await scene.database.query('DELETE FROM users WHERE id = 1');
      assert.equal((await scene.runner.run(allowed)).conclusion, 'success');
      assert.ok((await columnsOf('users')).includes('later'));
    });

    test('what lint forbids is not run after the merge either, and people are told where they look', async () => {
      const { repository, pull, event } = await merged({
        'migrations/1.sql': 'ALTER TABLE users ADD COLUMN first INT;\nALTER TABLE users DROP COLUMN email;\n',
      });
      const { conclusion, outputs, main } = await scene.runner.run(job(event));
      assert.equal(conclusion, 'failure');
      assert.deepEqual(
        [outputs.state, outputs['table-state'], outputs['error-code']],
        ['failed', 'unchanged', 'statement-not-allowed'],
      );
      assert.deepEqual(await columnsOf('users'), ['id', 'name', 'email']);
      const [check] = repository.checkRuns(event.commit.sha);
      assert.equal(check?.conclusion, 'failure');
      for (const text of [check?.summary ?? '', repository.comments(pull)[0]?.body ?? '', main.summary])
        assert.match(text, /migrations\/1\.sql:2[\s\S]*drop-column[\s\S]*lint:ignore drop-column/u);
      assert.match(main.log, /Drops column users\.email \(drop-column\)[\s\S]*\[statement-not-allowed\]/u);
    });

    test('a file that changed after it was applied is refused, and nothing else is run', async () => {
      const { repository, event } = await merged({ 'migrations/1.sql': 'ALTER TABLE users ADD COLUMN a INT;\n' });
      await scene.runner.run(job(event));
      const before = repository.tip().sha;
      repository.push({
        files: {
          'migrations/1.sql': 'ALTER TABLE users ADD COLUMN a BIGINT;\n',
          'migrations/2.sql': 'ALTER TABLE users ADD COLUMN b INT;\n',
        },
      });
      const { outputs } = await scene.runner.run(job(pushEvent(scene.github.urls, repository, before)));
      assert.equal(outputs['error-code'], 'file-changed-after-apply');
      assert.ok(!(await columnsOf('users')).includes('b'));
    });

    test('files that cannot be read for certain are named in the check run and the comment, and nothing is run', async () => {
      const { repository, pull, event } = await merged({
        'migrations/1.sql': 'ALTER TABLE users ADD COLUMN a INT;\n',
        'migrations/2.sql': '',
        'migrations/3.sql': '',
      });
      const before = async (workspace: string): Promise<void> => {
        await writeFile(join(workspace, 'migrations/2.sql'), Buffer.from("ALTER TABLE users COMMENT 'é'", 'latin1'));
        await rm(join(workspace, 'migrations/3.sql'));
        await symlink('/proc/self/environ', join(workspace, 'migrations/3.sql'));
      };
      const { conclusion, outputs, main } = await scene.runner.run({ ...job(event), before });
      assert.deepEqual([conclusion, outputs['error-code']], ['failure', 'unreadable-file']);
      assert.deepEqual(await columnsOf('users'), ['id', 'name', 'email']);
      const [check] = repository.checkRuns(event.commit.sha);
      assert.equal(check?.conclusion, 'failure');
      for (const text of [check?.summary ?? '', repository.comments(pull)[0]?.body ?? '', main.summary, main.log])
        assert.match(text, /2\.sql is not UTF-8[\s\S]*3\.sql leads out of/u);
    });

    test('DROP TABLE waits for a person, is a rename, and cleanup ends it', async () => {
      const { event } = await merged({ 'migrations/1.sql': 'DROP TABLE users;\n' });
      const refused = await scene.runner.run(job(event));
      assert.equal(refused.outputs['error-code'], 'statement-not-allowed');
      assert.equal((await columnsOf('users')).length, 3);
      const allowed = await scene.runner.run(job(event, { allow: 'drop-table' }));
      assert.equal(allowed.conclusion, 'success', allowed.main.log);
      assert.equal((await columnsOf('users_del')).length, 3);
      const again = await scene.runner.run(job(event));
      assert.equal(again.conclusion, 'success', 'what is applied needs no leave any more');
      await scene.runner.run(job(event, { mode: 'cleanup' }));
      assert.equal((await columnsOf('users_del')).length, 3, 'it goes only where somebody says so');
      await scene.runner.run(job(event, { mode: 'cleanup', retired: 'drop' }));
      await assert.rejects(columnsOf('users_del'));
    });

    test('a GitHub that does not answer does not hold the migration up', async () => {
      const { event } = await merged({ 'migrations/1.sql': 'ALTER TABLE users MODIFY name VARCHAR(300), FORCE;\n' });
      const hold = scene.github.hold('checks/update');
      const running = await scene.runner.start(job(event));
      await waitFor(async () => (await ledger().catch(() => [])).some(({ state }) => state === 'completed'), {
        timeoutMs: 60_000,
        what: 'the migration to complete while GitHub is silent',
      });
      hold[Symbol.dispose]();
      assert.equal((await running.finished).conclusion, 'success');
    });

    test('a run that comes second says who is at work, and leaves the page alone', async () => {
      const { repository, pull } = await merged({
        'migrations/1.sql': 'ALTER TABLE users MODIFY name VARCHAR(300), FORCE;\n',
      });
      const event = pullRequestEvent(scene.github.urls, pull, 'closed');
      const first = await scene.runner.start(job(event, { cutover: 'wait' }));
      await waitFor(() => Promise.resolve(repository.comments(pull).length > 0), {
        timeoutMs: 60_000,
        what: 'the migration to say that it waits for its cutover',
      });
      const before = repository.comments(pull).map(({ body }) => body);
      const second = await scene.runner.run(job(event, { cutover: 'wait' }));
      assert.equal(second.conclusion, 'success');
      assert.equal(second.outputs['error-code'], 'already-running');
      assert.match(
        second.main.log,
        new RegExp(`Pull request #${pull.number} has been migrating users for .* last sign of life`, 'u'),
      );
      assert.deepEqual(
        repository.comments(pull).map(({ body }) => body),
        before,
      );
      first.cancel();
      assert.equal((await first.finished).outputs.state, 'yielded');
    });

    test('a cancelled run keeps what is copied and says so', async () => {
      const { repository, pull, event } = await merged({
        'migrations/1.sql': 'ALTER TABLE users MODIFY name VARCHAR(300), FORCE;\n',
      });
      const inputs = { cutover: 'wait' };
      const mergedEvent = pullRequestEvent(scene.github.urls, pull, 'closed');
      const running = await scene.runner.start(job(mergedEvent, inputs));
      await waitFor(async () => (await ledger().catch(() => [])).some(({ state }) => state === 'waiting_for_cutover'), {
        timeoutMs: 60_000,
        what: 'the migration to wait for its cutover',
      });
      running.cancel();
      const { conclusion, outputs } = await running.finished;
      assert.equal(conclusion, 'cancelled');
      assert.deepEqual([outputs.state, outputs['table-state'], outputs['error-code']], ['yielded', 'unchanged', '']);
      const [check] = repository.checkRuns(pull.headCommit.sha);
      assert.deepEqual([check?.status, check?.conclusion], ['completed', 'action_required'], 'it was at its gate');
      const tables = await scene.database.query("SHOW TABLES LIKE 'users%'");
      assert.equal(tables.length, 3);
      assert.deepEqual(
        (await ledger()).map(({ state }) => state),
        ['yielded'],
      );
      assert.ok(event.commit.sha.length > 0);
    });
  });
}
