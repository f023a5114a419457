import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  type CheckRun,
  issueCommentEvent,
  type PullRequest,
  pushEvent,
  scheduleEvent,
  type WorkflowEvent,
} from '../support/github/index.ts';
import type { ActionRun } from '../support/runner/index.ts';
import { testServers } from '../support/servers/index.ts';
import { createUsers, permissions, type Scene, setScene } from './scene.ts';

/* A run whose first statement yields: what has not got its turn waits, and the run that goes on begins it. */

const [server] = testServers();
assert.ok(server !== undefined);

let scene: Scene;
before(async () => {
  scene = await setScene(server);
});
after(() => scene[Symbol.asyncDispose]());

const run = (event: WorkflowEvent, inputs: Readonly<Record<string, string>> = {}): Promise<ActionRun> =>
  scene.runner.run({
    event,
    inputs: { ...scene.inputs, ...inputs },
    permissions,
    secrets: [scene.inputs.password],
  });

let counter = 1;

/** Two pull requests, merged before anything was run: the first stops at its gate. */
async function stoppedAtGate() {
  await scene.database.query(
    'DROP TABLE IF EXISTS users, users_del, users_gho, users_ghc, kid, toy, ghostship_migrations',
  );
  await createUsers(scene);
  await scene.database.query('CREATE TABLE kid (id INT PRIMARY KEY)');
  await scene.database.query('CREATE TABLE toy (id INT PRIMARY KEY)');
  const repository = scene.github.createRepository({
    name: `turns-${counter++}`,
    files: { '.github/ghostship.yml': 'cutover: wait\ngate: yield\nnamespace: shop\n' },
  });
  const open = (path: string, text: string): PullRequest =>
    repository.openPullRequest({ title: 'Change tables', author: 'mona', files: { [path]: text } });
  const one = open('migrations/1.sql', 'ALTER TABLE users MODIFY name VARCHAR(300), FORCE;\n');
  const other = open('migrations/2.sql', 'ALTER TABLE kid ADD COLUMN h INT;\nALTER TABLE toy ADD COLUMN h INT;\n');
  const { sha } = repository.tip();
  for (const pull of [one, other]) pull.merge({ by: repository.owner.login });
  const first = await run(pushEvent(scene.github.urls, repository, sha));
  assert.equal(first.outputs.state, 'yielded', first.main.log);
  const body = (pull: PullRequest): string[] => repository.comments(pull).map((comment) => comment.body);
  const command = (text: string): Promise<ActionRun> =>
    run(
      issueCommentEvent(
        scene.github.urls,
        one,
        repository.comment(one, { author: repository.owner.login, body: `/ghostship ${text}` }),
      ),
    );
  return { repository, one, other, body, first, command };
}

const scheduled = (repository: PullRequest['base']['repository']): Promise<ActionRun> =>
  run(scheduleEvent(scene.github.urls, repository, '17 * * * *'));

/** The newest row of each statement, in order. */
async function ledger(): Promise<(string | null | undefined)[]> {
  const rows = await scene.database.query(
    'SELECT file, ordinal, state FROM ghostship_migrations ORDER BY queued_at, file, ordinal',
  );
  const newest = new Map(rows.map(({ file, ordinal, state }) => [`${String(file)} ${String(ordinal)}`, state]));
  return [...newest.values()].map(String);
}

const runId = (check: CheckRun | undefined): string => check?.externalId.split('/')[0] ?? '';

test('what stands behind a gate waits, says for what, and follows in the run on schedule', async () => {
  const { repository, one, other, body, first, command } = await stoppedAtGate();
  assert.deepEqual(await ledger(), ['yielded', 'yielded', 'yielded']);
  assert.match(first.main.log, /2\sstatements wait behind it and follow in the same order: kid and toy/u);
  assert.match(
    body(one)[1] ?? '',
    /To be continued\. .*2\sstatements of other pull requests wait behind it and follow in the same order: kid \(#\u200B?2\) and toy \(#\u200B?2\)/u,
  );
  const [waits = '', ...more] = body(other);
  assert.deepEqual(more, []);
  assert.match(
    waits,
    /\*\*Not begun yet\. kid and toy wait behind the migration of users \(#\u200B?1\), which goes on in another run; they are begun after it\.\*\* Every row of users is copied/u,
  );

  const status = await command('status');
  assert.match(status.main.log, /kid: not begun; the next run begins it in its turn/u);
  const early = await scheduled(repository);
  assert.equal(early.outputs.state, 'yielded', early.main.log);
  assert.deepEqual(await ledger(), ['yielded', 'yielded', 'yielded']);

  assert.equal((await command('cutover')).conclusion, 'success');
  const last = await scheduled(repository);
  assert.equal(last.outputs.state, 'completed', last.main.log);
  assert.deepEqual(await ledger(), ['completed', 'completed', 'completed']);
  assert.match(last.main.log, /1 of 3: ALTER TABLE users[\s\S]*2 of 3: ALTER TABLE kid[\s\S]*3 of 3: ALTER TABLE toy/u);
  const checks = repository.allCheckRuns.filter(({ name }) => name === 'Ghostship migrate (shop)');
  assert.deepEqual(
    checks.map(({ conclusion, title }) => [conclusion, title?.split(':')[0]]),
    [
      ['success', 'Shipped in a later run'],
      ['success', 'Shipped in a later run'],
      ['success', 'Shipped'],
    ],
  );
  assert.match(
    checks[0]?.summary ?? '',
    new RegExp(`\\[The run that did it\\]\\(\\S+/actions/runs/${runId(checks[2])}\\)`, 'u'),
  );
  for (const pull of [one, other])
    assert.ok(
      body(pull).some((text) => text.includes('Ghostship (shop) · Shipped')),
      body(pull).join('\n---\n'),
    );
});

test('what stands behind a migration that is aborted for good is not begun by itself', async () => {
  const { repository, command } = await stoppedAtGate();
  assert.equal((await command('abort')).conclusion, 'success');
  assert.deepEqual(await ledger(), ['aborted', 'aborted', 'aborted']);
  assert.deepEqual(
    repository.allCheckRuns.map(({ conclusion, title }) => [conclusion, title]),
    [['cancelled', 'Ended in a later run']],
  );
  const idle = await scheduled(repository);
  assert.match(idle.main.log, /No migration has yielded/u);
});

test('what stands behind a run that has died is begun by the run that goes on', async () => {
  const { repository, command } = await stoppedAtGate();
  // As a run leaves them that could not say that they wait.
  await scene.database.query(
    "UPDATE ghostship_migrations SET state = 'queued', finished_at = NULL WHERE file = 'migrations/2.sql'",
  );
  assert.equal((await command('cutover')).conclusion, 'success');
  const last = await scheduled(repository);
  assert.equal(last.outputs.state, 'completed', last.main.log);
  assert.deepEqual(await ledger(), ['completed', 'completed', 'completed']);
});
