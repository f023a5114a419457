import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { readPage } from '../report/read-page.ts';
import { issueCommentEvent, pullRequestEvent, type WorkflowEvent } from '../support/github/index.ts';
import type { ActionRun } from '../support/runner/index.ts';
import { catchUp, type RunningServer, startReplica, startServer } from '../support/servers/index.ts';
import { createUsers, permissions, type Scene, setScene } from './scene.ts';

/* What a rehearsal leaves on the page of a pull request. */

let source: RunningServer;
let replica: RunningServer;
let scene: Scene;
before(async () => {
  source = await startServer({ name: 'mysql-9.7' });
  replica = await startReplica(source);
  scene = await setScene(source);
  await createUsers(scene);
  await scene.database.query('CREATE TABLE orders (id INT PRIMARY KEY, note INT)');
  await scene.database.query('INSERT INTO orders VALUES (1, NULL)');
  for (const table of ['items', 'misfits'])
    await scene.database.query(`CREATE TABLE ${table} (id INT PRIMARY KEY, note VARCHAR(20))`);
  await scene.database.query("INSERT INTO items VALUES (1, 'a')");
  await scene.database.query('INSERT INTO misfits VALUES (1, NULL)');
  await catchUp(replica, source);
});
after(async () => {
  await scene[Symbol.asyncDispose]();
  await replica[Symbol.asyncDispose]();
  await source[Symbol.asyncDispose]();
});

type PullRequest = ReturnType<ReturnType<Scene['github']['createRepository']>['openPullRequest']>;

function openPullRequest(name: string, sql: string, fork = false): PullRequest {
  const repository = scene.github.createRepository({ name, files: { 'README.md': '# Shop\n' } });
  return repository.openPullRequest({ title: 'Change', author: 'mona', files: { 'migrations/1.sql': sql }, fork });
}

function openPullRequests(files: Readonly<Record<string, string>>) {
  const repository = scene.github.createRepository({
    name: `many-${Object.keys(files).length}`,
    files: { 'README.md': '# Shop\n' },
  });
  return { repository, opened: repository.openPullRequest({ title: 'Changes', author: 'mona', files }) };
}

function run(
  pull: PullRequest,
  inputs: Readonly<Record<string, string>>,
  event: WorkflowEvent = pullRequestEvent(scene.github.urls, pull, 'synchronize'),
): Promise<ActionRun> {
  const [, user] = /\/\/([^@]+)@/u.exec(scene.inputs.target) ?? [];
  const url = `mysql://${user}@${replica.host}:${replica.port}/${scene.database.name}`;
  return scene.runner.run({
    event,
    inputs: { ...scene.inputs, replica: url, ...inputs },
    permissions,
    secrets: [scene.inputs.password],
  });
}

const onlyComment = (pull: PullRequest): string => {
  const comments = pull.base.repository.comments(pull);
  assert.equal(comments.length, 1);
  return comments[0]?.body ?? '';
};

test('a rehearsal has a section of its own, which a later plan leaves as it is', async () => {
  const pull = openPullRequest('shop', 'ALTER TABLE users MODIFY name VARCHAR(300);\n');
  await run(pull, {});
  const rehearsed = await run(pull, { mode: 'rehearse' });
  assert.equal(rehearsed.conclusion, 'success', rehearsed.main.log);
  const { state, algorithm, differences, 'table-state': tableState } = rehearsed.outputs;
  assert.deepEqual([state, algorithm, differences, tableState], ['completed', 'copy', '0', 'unchanged']);
  assert.ok(Number(rehearsed.outputs['rows-copied']) >= 1_000);
  const { text } = readPage(await readFile(rehearsed.outputs.report ?? '', 'utf8'));
  assert.match(text, /users completed copy .*Differences 0 of .*Timeline Phases .*Definition CREATE TABLE `users` \(/u);
  assert.doesNotMatch(text, /_rh[ocps]/u, 'names of ours');
  const sections = /Ready to ship[\s\S]*Rehearsal · Rehearsed[\s\S]*rows compared, all equal/u;
  assert.match(onlyComment(pull), sections);
  const checks = pull.base.repository.checkRuns(pull.headCommit.sha);
  const conclusionOf = (name: string): unknown => checks.find((check) => check.name === name)?.conclusion;
  assert.deepEqual(['Ghostship plan', 'Ghostship rehearse'].map(conclusionOf), ['success', 'success']);
  await run(pull, {});
  assert.match(onlyComment(pull), sections);
  const old = /This is the rehearsal of an earlier commit/gu;
  assert.doesNotMatch(onlyComment(pull), old);
  for (const length of [400, 500]) {
    pull.push({ 'migrations/1.sql': `ALTER TABLE users MODIFY name VARCHAR(${length});\n` });
    await run(pull, {});
    assert.equal(onlyComment(pull).match(old)?.length, 1);
  }
  await run(pull, { mode: 'rehearse' });
  assert.doesNotMatch(onlyComment(pull), old);
});

test('a label asks for a rehearsal behind a plan that is green', async () => {
  const pull = openPullRequest('labelled', 'ALTER TABLE users MODIFY name VARCHAR(300);\n');
  pull.labels.add('ghostship:rehearse');
  const { conclusion, outputs, main } = await run(pull, {});
  assert.equal(conclusion, 'success', main.log);
  assert.deepEqual([outputs.state, outputs['table-state'], outputs.differences], ['completed', 'unchanged', '0']);
  assert.match(outputs['plan-digest'] ?? '', /^[0-9a-f]{64}$/u);
  assert.match(onlyComment(pull), /Ready to ship[\s\S]*Rehearsal · Rehearsed[\s\S]*rows compared, all equal/u);
  assert.match(main.summary, /Ready to ship[\s\S]*Rehearsed/u);
  const checks = pull.base.repository.checkRuns(pull.headCommit.sha).map(({ name }) => name);
  assert.deepEqual(checks.toSorted(), ['Ghostship plan', 'Ghostship rehearse']);

  pull.push({ 'migrations/1.sql': 'ALTER TABLE users DROP COLUMN email;\n' });
  await run(pull, {});
  const names = pull.base.repository.checkRuns(pull.headCommit.sha).map(({ name }) => name);
  assert.deepEqual(names, ['Ghostship plan'], 'what is red was rehearsed');
  await run(pull, { mode: 'plan', allow: 'drop-column' });
  assert.ok(!pull.base.repository.checkRuns(pull.headCommit.sha).some(({ name }) => name === 'Ghostship rehearse'));
});

test('a rehearsal that cannot begin says so on the page, and the next one that can replaces that', async () => {
  const pull = openPullRequest('without-replica', 'ALTER TABLE users MODIFY name VARCHAR(300);\n');
  pull.labels.add('ghostship:rehearse');
  const { conclusion } = await run(pull, { replica: '' });
  assert.equal(conclusion, 'failure');
  assert.match(onlyComment(pull), /Ready to ship[\s\S]*Rehearsal · Not rehearsed[\s\S]*replica: it is missing/u);
  assert.equal((await run(pull, {})).conclusion, 'success');
  assert.match(onlyComment(pull), /Rehearsal · Rehearsed/u);
  assert.doesNotMatch(onlyComment(pull), /Not rehearsed/u);
});

test('a comment asks for one, and the answer says how it went', async () => {
  const pull = openPullRequest('commented', 'ALTER TABLE users MODIFY name VARCHAR(300);\n');
  const { repository } = pull.base;
  await run(pull, {});
  const said = async (author: string, body: string) => {
    const comment = repository.comment(pull, { author, body });
    const event = issueCommentEvent(scene.github.urls, pull, comment);
    const { main } = await run(pull, {}, event);
    const answer = repository.comments(pull).findLast((one) => one.body.startsWith('`/ghostship'))?.body ?? '';
    return { answer, reactions: comment.reactions.map(({ content }) => content), log: main.log };
  };
  assert.match((await said('stranger', '/ghostship rehearse')).answer, /rehearse needs the permission write/u);
  const { answer, reactions, log } = await said('octo', '/Ghostship Rehearse');
  assert.match(answer, /Rehearsed/u, log);
  assert.deepEqual(reactions, ['eyes', '+1']);
  const page = repository.comments(pull).find(({ body }) => body.startsWith('<!-- ghostship -->'))?.body ?? '';
  assert.match(page, /Ready to ship[\s\S]*Rehearsal · Rehearsed[\s\S]*rows compared, all equal/u);
  pull.merge({ by: 'octo' });
  assert.match((await said('octo', '/ghostship rehearse')).answer, /is not open, so there is nothing to rehearse/u);
});

test('what does not fit shows there', async () => {
  const pull = openPullRequest('misfit', 'ALTER TABLE orders MODIFY note INT NOT NULL;\n');
  const { conclusion, outputs } = await run(pull, { mode: 'rehearse' });
  assert.equal(conclusion, 'failure');
  assert.deepEqual([outputs.state, outputs['error-code']], ['failed', 'data-does-not-fit']);
  assert.match(onlyComment(pull), /Rehearsal failed[\s\S]*data-does-not-fit/u);
});

test('what is refused or fails keeps nothing else from being rehearsed, and the answer says why', async () => {
  const { repository, opened } = openPullRequests({
    'migrations/1.sql': 'ALTER TABLE users MODIFY name VARCHAR(300);\n',
    'migrations/2.sql': 'ALTER TABLE orders DROP COLUMN note;\n',
    'migrations/3.sql': 'ALTER TABLE orders ADD COLUMN more INT;\n',
    'migrations/4.sql': 'ALTER TABLE misfits MODIFY note INT NOT NULL;\n',
    'migrations/5.sql': 'CREATE VIEW v AS SELECT 1;\n',
    'migrations/6.sql': 'ALTER TABLE items MODIFY note VARCHAR(300);\n',
  });
  const comment = repository.comment(opened, { author: 'octo', body: '/ghostship rehearse' });
  await run(opened, {}, issueCommentEvent(scene.github.urls, opened, comment));
  const bodies = repository.comments(opened).map(({ body }) => body);
  const page = bodies.find((body) => body.startsWith('<!-- ghostship -->')) ?? '';
  const row = (table: string, what: string): RegExp => new RegExp(`\\| \`ALTER TABLE ${table} [^|]*\\| ${what}`, 'u');
  for (const table of ['users MODIFY', 'items MODIFY']) assert.match(page, row(table, '✅&nbsp;rehearsed'));
  for (const table of ['orders DROP', 'misfits MODIFY']) assert.match(page, row(table, '❌&nbsp;failed'));
  assert.match(page, row('orders ADD', '⏭️&nbsp;not rehearsed'));
  assert.match(page, /orders\W+It builds on an earlier statement/u);
  assert.doesNotMatch(page, /queued/u);
  const answer = bodies.find((body) => body.startsWith('`/ghostship')) ?? '';
  assert.match(answer, /orders: [^\n]*drop-column/u);
  assert.match(answer, /misfits: [^\n]*NULL/u);
  assert.match(answer, /CREATE VIEW/u);
});

test('a file that cannot be read is told, and the others are rehearsed', async () => {
  const { opened } = openPullRequests({
    'migrations/1.sql': 'ALTER TABLE users MODIFY name VARCHAR(300);\n',
    'migrations/2.sql': "ALTER TABLE orders COMMENT 'open;\n",
  });
  const { conclusion } = await run(opened, { mode: 'rehearse' });
  assert.equal(conclusion, 'failure');
  assert.match(onlyComment(opened), /Rehearsal failed[\s\S]*2\.sql[\s\S]*✅&nbsp;rehearsed/u);
});

test('a fork reaches no replica, and without one nothing is rehearsed', async () => {
  const fork = openPullRequest('forked', 'ALTER TABLE users ADD extra INT;\n', true);
  const refused = await run(fork, { mode: 'rehearse' });
  assert.match(refused.main.log, /comes from a fork/u);
  assert.deepEqual(fork.base.repository.comments(fork), []);
  const pull = openPullRequest('alone', 'ALTER TABLE users ADD extra INT;\n');
  const { conclusion, outputs } = await run(pull, { mode: 'rehearse', replica: '' });
  assert.equal(conclusion, 'failure');
  assert.equal(outputs['error-code'], 'bad-target');
});
