import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, beforeEach, describe, test } from 'node:test';
import { pullRequestEvent, pullRequestTargetEvent, pushEvent } from '../support/github/index.ts';
import type { ActionRun, Job } from '../support/runner/index.ts';
import { testServers } from '../support/servers/index.ts';
import { createUsers, permissions, type Scene, setScene } from './scene.ts';

/* The plan of a pull request has all that the run after the merge will run, whoever brought it. */

interface Planned {
  readonly file: string;
  readonly kind: string;
  readonly alsoPending?: true;
}

const [server] = testServers();
assert.ok(server !== undefined);

describe(`what is pending beside a pull request, on ${server.name}`, { timeout: 600_000 }, () => {
  let scene: Scene;
  before(async () => {
    scene = await setScene(server);
  });
  after(() => scene[Symbol.asyncDispose]());
  beforeEach(async () => {
    await scene.database.query('DROP TABLE IF EXISTS users, ghostship_migrations');
    await createUsers(scene, 10);
  });

  const first = 'migrations/1.sql';
  const second = 'migrations/2.sql';
  const city = 'ALTER TABLE users ADD COLUMN city INT;\n';
  const byCity = 'ALTER TABLE users ADD INDEX by_city (city);\n';
  let counter = 1;

  function open(onBase: Readonly<Record<string, string>>, files: Readonly<Record<string, string | null>>) {
    const repository = scene.github.createRepository({
      name: `shop-${counter++}`,
      files: { 'README.md': '#', ...onBase },
    });
    return { repository, pull: repository.openPullRequest({ title: 'Change tables', author: 'mona', files }) };
  }

  const job = (event: Job['event'], changes: Partial<Job> = {}): Job => ({
    event,
    inputs: scene.inputs,
    permissions,
    secrets: [scene.inputs.password],
    ...changes,
  });

  async function plannedBy(run: ActionRun): Promise<(string | boolean)[][]> {
    const { statements } = JSON.parse(await readFile(run.outputs.plan ?? '', 'utf8')) as { statements: Planned[] };
    return statements.map(({ file, kind, alsoPending = false }) => [file, kind, alsoPending]);
  }

  for (const [way, checkout] of [
    ['from the checkout', true],
    ['from GitHub', false],
  ] as const) {
    test(`files that the ledger lacks are tried before those of the pull request, ${way}`, async () => {
      const { repository, pull } = open({ [first]: city }, { [second]: byCity });
      const run = await scene.runner.run(job(pullRequestEvent(scene.github.urls, pull, 'opened'), { checkout }));
      assert.equal(run.conclusion, 'success', run.main.log);
      assert.deepEqual(await plannedBy(run), [
        [first, 'planned', true],
        [second, 'planned', false],
      ]);
      const [comment] = repository.comments(pull);
      assert.match(comment?.body ?? '', /Also pending: 1\sstatement of files that this pull request does not change/u);
      assert.match(comment?.body ?? '', /ADD COLUMN city INT`<br>⏳ <sub>also pending/u);
      assert.match(run.main.log, /ADD COLUMN city INT\s+→ also pending: the pull request does not change this file/u);
    });

    test(`what is applied, and what comes later, has its place, ${way}`, async () => {
      const late = 'migrations/10.sql';
      const files = { [first]: city, [late]: 'ALTER TABLE users ADD COLUMN late INT;\n' };
      const { repository, pull } = open({ [first]: city }, { [second]: byCity });
      const start = repository.tip().sha;
      repository.push({ files: { 'README.md': '##' } });
      const shipped = await scene.runner.run(job(pushEvent(scene.github.urls, repository, start)));
      assert.equal(shipped.conclusion, 'success', shipped.main.log);
      repository.push({ files });
      const event = pullRequestTargetEvent(scene.github.urls, pull, 'synchronize');
      const run = await scene.runner.run(
        job(checkout ? pullRequestEvent(scene.github.urls, pull, 'synchronize') : event, { checkout }),
      );
      assert.deepEqual(await plannedBy(run), [
        [second, 'planned', false],
        [late, 'planned', true],
      ]);
    });
  }

  for (const checkout of [true, false]) {
    test(`an applied file that moves, or goes, is told as that; ${checkout ? 'with' : 'without'} a checkout`, async () => {
      const third = 'migrations/3.sql';
      const onBase = { [first]: city, [second]: byCity, [third]: 'ALTER TABLE users ADD COLUMN never INT;\n' };
      const { repository, pull } = open(onBase, { 'migrations/old/1.sql': city, [first]: null, [second]: null });
      repository.push({ files: { [third]: null } });
      const start = repository.tip().sha;
      repository.push({ files: { 'README.md': '##' } });
      const shipped = await scene.runner.run(job(pushEvent(scene.github.urls, repository, start)));
      assert.equal(shipped.conclusion, 'success', shipped.main.log);
      const run = await scene.runner.run(job(pullRequestEvent(scene.github.urls, pull, 'synchronize'), { checkout }));
      assert.equal(run.conclusion, 'success', run.main.log);
      assert.deepEqual(await plannedBy(run), [['migrations/old/1.sql', 'applied', false]]);
      const [comment] = repository.comments(pull);
      assert.match(comment?.body ?? '', /Completed on [\d: -]+ UTC as migrations\/1\.sql; it is not run again/u);
      assert.match(
        comment?.body ?? '',
        /migrations\/2\.sql is deleted\. It was applied on .*nothing of that is reverted/u,
      );
      assert.doesNotMatch(comment?.body ?? '', /migrations\/1\.sql is deleted/u);
    });
  }

  test('a pull request that brings no statement hears what became of those that its plan has shown', async () => {
    const { repository, pull: one } = open(
      { 'migrations/0.sql': 'ALTER TABLE users ADD COLUMN never INT;\n' },
      { [first]: city },
    );
    const start = repository.tip().sha;
    repository.push({ files: { 'README.md': '##' } });
    assert.equal((await scene.runner.run(job(pushEvent(scene.github.urls, repository, start)))).conclusion, 'success');
    await scene.runner.run(job(pullRequestEvent(scene.github.urls, one, 'opened')));
    one.merge({ by: repository.owner.login });
    const two = repository.openPullRequest({ title: 'Prune', author: 'mona', files: { 'migrations/0.sql': null } });
    await scene.runner.run(job(pullRequestEvent(scene.github.urls, two, 'opened')));
    const bodyOf = (): string => repository.comments(two)[0]?.body ?? '';
    assert.match(bodyOf(), /Ready to ship[\s\S]*also pending/u);
    const { sha } = repository.tip();
    two.merge({ by: repository.owner.login });
    const shipped = await scene.runner.run(job(pushEvent(scene.github.urls, repository, sha)));
    assert.equal(shipped.conclusion, 'success', shipped.main.log);
    assert.match(bodyOf(), /\*\*Shipped\. [^\n]*users[^\n]*\*\* It is told in #\d+\. \[log\][^\n]* What was planned:/u);
    assert.equal(repository.comments(two).length, 1);
  });

  test('a deleted file of which a part is reverted, or all, is told as that', async () => {
    const text = 'ALTER TABLE users ADD COLUMN a INT;\nALTER TABLE users ADD COLUMN b INT;\n';
    const { repository, pull } = open({ [first]: text }, { [first]: null });
    const start = repository.tip().sha;
    repository.push({ files: { 'README.md': '##' } });
    assert.equal((await scene.runner.run(job(pushEvent(scene.github.urls, repository, start)))).conclusion, 'success');
    for (const [where, says] of [
      ['WHERE ordinal = 2', /and only 1 of its 2 statements is reverted: a new file makes the change back/u],
      ['', /It was applied on [^\n]*, and is reverted\./u],
    ] as const) {
      await scene.database.query(`UPDATE ghostship_migrations SET state = 'reverted' ${where}`);
      await scene.runner.run(job(pullRequestEvent(scene.github.urls, pull, 'synchronize')));
      assert.match(repository.comments(pull)[0]?.body ?? '', says);
    }
  });

  test('of a deleted file that was applied in part it is said how much', async () => {
    const text = 'ALTER TABLE users ADD COLUMN a INT;\nALTER TABLE users ADD COLUMN b INT;\n';
    const { repository, pull } = open({ [first]: text }, { [first]: null });
    const start = repository.tip().sha;
    repository.push({ files: { 'README.md': '##' } });
    assert.equal((await scene.runner.run(job(pushEvent(scene.github.urls, repository, start)))).conclusion, 'success');
    await scene.database.query("UPDATE ghostship_migrations SET state = 'failed' WHERE ordinal = 2");
    await scene.runner.run(job(pullRequestEvent(scene.github.urls, pull, 'synchronize')));
    assert.match(
      repository.comments(pull)[0]?.body ?? '',
      /1\.sql is deleted\. Of its 2 statements 1 was applied on [^\n]*, and nothing of that is reverted/u,
    );
  });

  test('a pending file that has failed is told as that, and not as one from before Ghostship', async () => {
    await scene.database.query("UPDATE users SET name = 'same'");
    const unique = 'ALTER TABLE users ADD UNIQUE KEY one_name (name);\n';
    const { repository, pull } = open({ [first]: unique }, { [second]: city });
    const inputs = { ...scene.inputs, allow: 'add-unique-index' };
    const start = repository.tip().sha;
    repository.push({ files: { 'README.md': '##' } });
    const failed = await scene.runner.run(job(pushEvent(scene.github.urls, repository, start), { inputs }));
    assert.equal(failed.conclusion, 'failure');
    const page = async (): Promise<string> => {
      await scene.runner.run(job(pullRequestEvent(scene.github.urls, pull, 'synchronize'), { inputs }));
      return repository.comments(pull)[0]?.body ?? '';
    };
    const says =
      /Its last run failed on \d{4}-\d\d-\d\d [\d:]+ UTC[^|]*mend its file in a pull request, or take it away/u;
    const still = await page();
    assert.match(still, says);
    assert.doesNotMatch(still, /baseline/u);
    await scene.database.query("UPDATE users SET name = CONCAT('n', id)");
    const mended = await page();
    assert.match(mended, /Ready to ship/u);
    assert.match(mended, says);
    assert.match(mended, /Its last run failed on [^|]*Duplicate entry [^|]*'\. The next run begins it again/u);
  });

  test('a pending file that would be refused makes the plan red, with an annotation on it', async () => {
    const { repository, pull } = open({ [first]: 'ALTER TABLE users DROP COLUMN email;\n' }, { [second]: city });
    const run = await scene.runner.run(job(pullRequestEvent(scene.github.urls, pull, 'opened')));
    assert.equal(run.conclusion, 'failure');
    const [check] = repository.checkRuns(pull.headCommit.sha);
    assert.deepEqual(
      check?.annotations.flatMap(({ path, annotation_level }) => (annotation_level === 'failure' ? [path] : [])),
      [first],
    );
  });

  test('a pull request that changes no such file is not told of others', async () => {
    const { repository, pull } = open({ [first]: 'ALTER TABLE users DROP COLUMN email;\n' }, { 'src/app.ts': '' });
    const run = await scene.runner.run(job(pullRequestEvent(scene.github.urls, pull, 'opened')));
    assert.equal(run.conclusion, 'success', run.main.log);
    assert.deepEqual(repository.comments(pull), []);
  });

  test('where the ledger cannot be read, the changed files are planned, and that is said', async () => {
    const { repository, pull } = open({ [first]: city }, { [second]: byCity });
    const inputs = { ...scene.inputs, password: 'wrong' };
    const event = pullRequestEvent(scene.github.urls, pull, 'opened');
    const run = await scene.runner.run(job(event, { inputs, secrets: [] }));
    assert.deepEqual(await plannedBy(run), [[second, 'unplanned', false]]);
    assert.match(
      repository.comments(pull)[0]?.body ?? '',
      /Only the files that this pull request changes are planned/u,
    );
  });

  test('a migration without a checkout, or with globs that mean nothing, is an error', async () => {
    const { repository } = open({ [first]: city }, {});
    const event = pushEvent(scene.github.urls, repository, '0'.repeat(40));
    for (const [changes, says] of [
      [{ checkout: false }, /There are no files in[\s\S]*actions\/checkout/u],
      [{ inputs: { ...scene.inputs, files: 'db/**' } }, /No file matches the option files: db\/\*\*/u],
    ] as const) {
      const run = await scene.runner.run(job(event, changes));
      assert.deepEqual([run.conclusion, run.outputs['error-code']], ['failure', 'usage'], run.main.log);
      assert.match(run.main.log, says);
    }
  });

  test('a first run on old migrations names the baseline, whatever the pull request brings', async () => {
    const old = { [first]: 'CREATE TABLE users (id INT PRIMARY KEY);\n' };
    const { repository, pull } = open(old, { [second]: city });
    await scene.runner.run(job(pullRequestEvent(scene.github.urls, pull, 'opened')));
    assert.match(repository.comments(pull)[0]?.body ?? '', /ghostship baseline --through/u);
  });

  test('a baseline that names no file makes the plan red, and its page says so', async () => {
    const { repository, pull } = open({ [first]: city }, { [second]: city });
    const inputs = { ...scene.inputs, baseline: 'sql/1.sql' };
    const run = await scene.runner.run(job(pullRequestEvent(scene.github.urls, pull, 'opened'), { inputs }));
    assert.deepEqual([run.conclusion, run.outputs.state], ['failure', 'failed'], run.main.log);
    assert.match(
      repository.comments(pull)[0]?.body ?? '',
      /Not ready[\s\S]*baseline: sql\/1\.sql is none of the files/u,
    );
    const [check] = repository.checkRuns(pull.headCommit.sha);
    assert.match(check?.title ?? '', /^Not ready: baseline: sql\/1\.sql is none/u);
  });
});
