import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  issueCommentEvent,
  type PullRequest,
  pullRequestEvent,
  pushEvent,
  type Repository,
  type WorkflowEvent,
  workflowDispatchEvent,
} from '../support/github/index.ts';
import type { Job } from '../support/runner/index.ts';
import { testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { createUsers, permissions, type Scene, setScene } from './scene.ts';

/* Two databases of one repository: each with its own part of the comment, its own checks, its own ledger. */

const [server] = testServers();
assert.ok(server !== undefined);

let staging: Scene;
let production: Scene;
before(async () => {
  staging = await setScene(server);
  production = await setScene(server);
  for (const scene of [staging, production]) await createUsers(scene);
});
after(async () => {
  await production[Symbol.asyncDispose]();
  await staging[Symbol.asyncDispose]();
});

/** A job of an environment. All events are of the GitHub of staging, and so is the runner. */
const job = (event: WorkflowEvent, environment: 'staging' | 'production', others: Partial<Job> = {}): Job => {
  const { inputs } = { staging, production }[environment];
  return {
    event,
    permissions,
    secrets: [inputs.password],
    ...others,
    inputs: { ...inputs, environment, ...others.inputs },
  };
};

let counter = 1;
function openPullRequest(files: Readonly<Record<string, string>>): PullRequest {
  const name = `envs-${counter++}`;
  const repository = staging.github.createRepository({ name, files: { 'README.md': '# Shop\n' } });
  return repository.openPullRequest({ title: 'Change tables', author: 'mona', files });
}

const bodies = (pull: PullRequest): string[] => pull.base.repository.comments(pull).map(({ body }) => body);

const plan = (pull: PullRequest, environment: 'staging' | 'production') =>
  staging.runner.run(job(pullRequestEvent(staging.github.urls, pull, 'synchronize'), environment));

test('two environments that plan at the same time share one comment, and neither hides the other', async () => {
  for (const isFirst of [true, false]) {
    const pull = openPullRequest({ 'migrations/1.sql': 'ALTER TABLE users MODIFY name VARCHAR(300);\n' });
    if (!isFirst) await Promise.all([plan(pull, 'staging'), plan(pull, 'production')]);
    pull.push({ 'migrations/1.sql': 'ALTER TABLE users MODIFY name VARCHAR(301);\n' });
    const operation = isFirst ? 'issues/create-comment' : 'issues/update-comment';
    // Both have read the comment before either writes.
    const hold = staging.github.hold(operation);
    const both = Promise.all([plan(pull, 'staging'), plan(pull, 'production')]);
    await waitFor(() => hold.waiting === 2, { what: `two requests of ${operation}`, timeoutMs: 60_000 });
    hold[Symbol.dispose]();
    const runs = await both;
    assert.deepEqual(
      runs.map(({ conclusion }) => conclusion),
      ['success', 'success'],
      runs.map(({ main }) => main.log).join('\n'),
    );
    const [body = '', ...others] = bodies(pull);
    assert.deepEqual(others, []);
    for (const name of ['staging', 'production']) assert.ok(body.includes(`## 🚢 Ghostship (${name}) · `), name);
    assert.ok(!body.includes('VARCHAR(300)'), 'a section of the commit before');
    assert.deepEqual(
      pull.base.repository
        .checkRuns(pull.headCommit.sha)
        .map(({ name }) => name)
        .sort(),
      ['Ghostship plan (production)', 'Ghostship plan (staging)'],
    );
    assert.equal(new Set(runs.map(({ outputs }) => outputs['comment-id'])).size, 1);
  }
});

test('a database belongs to one environment: every command for another one refuses it', async () => {
  const pull = openPullRequest({ 'migrations/1.sql': 'ALTER TABLE users ADD COLUMN a INT;\n' });
  pull.merge({ by: 'octo' });
  const push = pushEvent(staging.github.urls, pull.base.repository, pull.base.repository.tip().parents[0] ?? '');
  const first = await staging.runner.run(job(push, 'staging'));
  assert.equal(first.conclusion, 'success', first.main.log);
  const again = await staging.runner.run(job(push, 'staging'));
  assert.equal(again.conclusion, 'success', again.main.log);
  // A job whose input environment was copied and not changed.
  const mistaken = { ...staging.inputs, environment: 'production', command: 'abort' };
  const secrets = [staging.inputs.password];
  const dispatch = workflowDispatchEvent(staging.github.urls, pull.base.repository, {
    actor: 'octo',
    workflow: 'ghostship.yml',
  });
  for (const mode of ['plan', 'migrate', 'rehearse', 'revert', 'cleanup', 'control']) {
    const inputs = { ...mistaken, mode, replica: mode === 'rehearse' ? staging.inputs.target : '' };
    const { conclusion, main, outputs } = await staging.runner.run({ event: dispatch, permissions, secrets, inputs });
    assert.equal(conclusion, 'failure', `${mode}: ${main.log}`);
    assert.match(main.log, /is that of the environment staging, and this run is for production/u, mode);
    assert.equal(outputs['error-code'], 'usage', mode);
  }
  const rows = await staging.database.query('SELECT file, state FROM ghostship_migrations');
  assert.deepEqual(rows, [{ file: 'migrations/1.sql', state: 'completed' }]);
});

/** A repository whose merge of a pull request was pushed, with staging before production in its config file. */
async function pushed(files: Readonly<Record<string, string>>, config = 'after: staging\n') {
  for (const { database } of [staging, production]) {
    await database.query('DROP TABLE IF EXISTS users, users_del, ghostship_migrations');
    await createUsers({ database });
  }
  const repository = staging.github.createRepository({
    name: `envs-${counter++}`,
    files: { '.github/ghostship.yml': config },
  });
  const { sha } = repository.tip();
  const pull = repository.openPullRequest({ title: 'Change tables', author: 'mona', files });
  for (const environment of ['staging', 'production'] as const) await plan(pull, environment);
  pull.merge({ by: 'octo' });
  return { repository, pull, event: pushEvent(staging.github.urls, repository, sha) };
}

const ledgerOf = (scene: Scene) => scene.database.query("SHOW TABLES LIKE 'ghostship_migrations'");

const checkOf = (repository: Repository, name: string, sha = repository.tip().sha) =>
  repository.checkRuns(sha).findLast((check) => check.name === name) ?? null;

test('production waits until staging has shipped the same commit', async () => {
  const { repository, pull, event } = await pushed({ 'migrations/1.sql': 'ALTER TABLE users ADD COLUMN a INT;\n' });
  assert.match(bodies(pull)[0] ?? '', /After the merge staging must ship it before production does\./u);
  const early = await staging.runner.run(job(event, 'production'));
  assert.equal(early.conclusion, 'success', early.main.log);
  assert.equal(early.outputs.state, 'queued');
  assert.deepEqual(await ledgerOf(production), []);
  const check = checkOf(repository, 'Ghostship migrate (production)');
  assert.deepEqual([check?.conclusion, check?.title], ['neutral', 'Not yet: staging comes first']);
  assert.match(bodies(pull)[0] ?? '', /Not yet: staging comes first\.[\s\S]*Ghostship \(production\) · Ready to ship/u);

  const first = await staging.runner.run(job(event, 'staging'));
  assert.equal(first.outputs.state, 'completed', first.main.log);
  const then = await staging.runner.run(job(event, 'production'));
  assert.equal(then.outputs.state, 'completed', then.main.log);
  assert.equal(checkOf(repository, 'Ghostship migrate (production)')?.conclusion, 'success');
  const [page = '', ...ends] = bodies(pull);
  assert.equal(page.match(/\*\*Shipped\*\*, see \[below\]/gu)?.length, 2, page);
  const shipped = ends.map((end) => /Ghostship \((\w+)\) · Shipped/u.exec(end)?.[1] ?? '');
  assert.deepEqual(new Set(shipped), new Set(['production', 'staging']));

  // A newer commit is not shipped by the success of the one before.
  repository.push({ files: { 'migrations/2.sql': 'ALTER TABLE users ADD COLUMN b INT;\n' } });
  const newer = await staging.runner.run(
    job(pushEvent(staging.github.urls, repository, event.commit.sha), 'production'),
  );
  assert.equal(newer.outputs.state, 'queued', newer.main.log);
});

test('what staging has reverted it has not shipped: neither the commit, nor one that came before the revert, nor a later one', async () => {
  const wide = { 'migrations/1.sql': 'ALTER TABLE users MODIFY name VARCHAR(300) NOT NULL;\n' };
  const { repository, pull, event } = await pushed(wide, 'after: staging\nretired: keep\n');
  const ship = async (environment: 'staging' | 'production', one: WorkflowEvent) => {
    const { outputs, main } = await staging.runner.run(job(one, environment));
    return { state: outputs.state, log: main.log };
  };
  assert.equal((await ship('staging', event)).state, 'completed');
  const push = (files: Readonly<Record<string, string | null>>): WorkflowEvent => {
    const before = repository.tip().sha;
    repository.push({ files });
    return pushEvent(staging.github.urls, repository, before);
  };
  const second = push({ 'README.md': 'Shop\n' });
  assert.equal((await ship('staging', second)).state, 'completed');
  const comment = repository.comment(pull, { author: 'octo', body: '/ghostship revert' });
  const reverted = await ship('staging', issueCommentEvent(staging.github.urls, pull, comment));
  assert.equal(reverted.state, 'reverted', reverted.log);
  const third = push({ 'README.md': 'A shop\n' });
  assert.equal((await ship('staging', third)).state, 'completed');

  for (const one of [event, second, third]) {
    const { state, log } = await ship('production', one);
    assert.equal(state, 'queued', log);
    assert.match(log, /staging has reverted statement 1 of migrations\/1\.sql, which this run would ship/u);
  }
  assert.deepEqual(await ledgerOf(production), []);
  const check = checkOf(repository, 'Ghostship migrate (staging)');
  assert.equal(check?.conclusion, 'neutral');
  assert.match(check?.summary ?? '', /statement 1 of migrations\/1\.sql is reverted in staging/u);

  await staging.database.query('DROP TABLE users_del');
  // As the page advises: the file goes, and what is still wanted stands in a new one.
  const last = push({
    'migrations/1.sql': null,
    'migrations/2.sql': 'ALTER TABLE users MODIFY name VARCHAR(301) NOT NULL;\n',
  });
  for (const environment of ['staging', 'production'] as const) {
    const { state, log } = await ship(environment, last);
    assert.equal(state, 'completed', log);
  }
  assert.equal(checkOf(repository, 'Ghostship migrate (production)')?.conclusion, 'success');
});

test('what staging has reverted holds nobody back who has it', async () => {
  const files = { 'migrations/1.sql': 'ALTER TABLE users MODIFY name VARCHAR(300) NOT NULL;\n' };
  const { pull, repository, event } = await pushed(files, 'after: staging\nretired: keep\n');
  for (const environment of ['staging', 'production'] as const)
    assert.equal((await staging.runner.run(job(event, environment))).outputs.state, 'completed');
  const comment = repository.comment(pull, { author: 'octo', body: '/ghostship revert' });
  await staging.runner.run(job(issueCommentEvent(staging.github.urls, pull, comment), 'staging'));
  const { outputs, main } = await staging.runner.run(job(event, 'production'));
  assert.equal(outputs.state, 'completed', main.log);
});

test('a failure of staging holds production back', async () => {
  const { repository, event } = await pushed({ 'migrations/1.sql': 'ALTER TABLE users ADD UNIQUE KEY k (name);\n' });
  const failed = await staging.runner.run(job(event, 'staging', { inputs: { allow: 'add-unique-index' } }));
  assert.equal(failed.conclusion, 'failure', failed.main.log);
  assert.equal(checkOf(repository, 'Ghostship migrate (staging)')?.conclusion, 'failure');
  const { outputs } = await staging.runner.run(job(event, 'production', { inputs: { allow: 'add-unique-index' } }));
  assert.equal(outputs.state, 'queued');
  assert.deepEqual(await ledgerOf(production), []);
});

test('a run that does not say which environment it is for, or is not told what staging has done, begins nothing', async () => {
  const { event } = await pushed({ 'migrations/1.sql': 'ALTER TABLE users ADD COLUMN a INT;\n' });
  const nameless = await staging.runner.run(job(event, 'production', { inputs: { environment: '' } }));
  for (const text of [nameless.main.log, nameless.main.summary])
    assert.match(text, /after: staging, and this run has no environment/u);
  staging.github.failNext({ kind: 'status', status: 502 }, { operation: 'checks/list-for-ref', times: 9 });
  const blind = await staging.runner.run(job(event, 'production'));
  assert.match(blind.main.log, /Whether staging has shipped commit \w+ is not known/u);
  for (const { conclusion } of [nameless, blind]) assert.equal(conclusion, 'failure');
  assert.deepEqual(await ledgerOf(production), []);
});
