import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { issueCommentEvent, pullRequestEvent, workflowDispatchEvent } from '../support/github/index.ts';
import type { Job, RunningAction } from '../support/runner/index.ts';
import { testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { createUsers, permissions, type Scene, setScene } from './scene.ts';

/* Commands to a migration that runs in another job, from comments and from a workflow somebody starts. */

const [server] = testServers();
assert.ok(server !== undefined);

let scene: Scene;
before(async () => {
  // Killed a second after it was asked to stop, so that being killed can be tested at all.
  scene = await setScene(server, { grace: { afterSigintMs: 500, afterSigtermMs: 500 } });
});
after(() => scene[Symbol.asyncDispose]());

let counter = 1;

/** A migration that is done but for the cutover, for which it waits. */
async function waitingMigration() {
  await scene.database.query('DROP TABLE IF EXISTS users, ghostship_migrations');
  await createUsers(scene);
  const repository = scene.github.createRepository({
    name: `shop-${counter++}`,
    files: { 'README.md': '# Shop\n' },
    collaborators: { mona: 'maintain', pusher: 'write', guest: 'read' },
  });
  const files = { 'migrations/1.sql': 'ALTER TABLE users ADD COLUMN city INT, MODIFY name VARCHAR(300);\n' };
  const pull = repository.openPullRequest({ title: 'Add cities', author: 'mona', files });
  pull.merge({ by: 'mona' });
  const event = pullRequestEvent(scene.github.urls, pull, 'closed');
  const running = await scene.runner.start(job(event, { cutover: 'wait' }));
  await untilState('waiting_for_cutover', running);
  const say = (author: string, body: string) => {
    const comment = repository.comment(pull, { author, body });
    return { comment, event: issueCommentEvent(scene.github.urls, pull, comment) };
  };
  const answers = () =>
    repository
      .comments(pull)
      .filter(({ body }) => body.startsWith('`/ghostship'))
      .map(({ body }) => body);
  return { repository, pull, running, say, answers };
}

function job(event: Job['event'], inputs: Readonly<Record<string, string>> = {}): Job {
  return { event, inputs: { ...scene.inputs, ...inputs }, permissions, secrets: [scene.inputs.password] };
}

async function untilState(state: string, running: RunningAction): Promise<void> {
  const ended = running.finished.then(({ main }) => {
    throw new Error(`The migration ended before it was ${state}:\n${main.log}`);
  });
  const seen = waitFor(
    async () => {
      const rows = await scene.database.query('SELECT state FROM ghostship_migrations').catch(() => []);
      return rows.some((row) => row.state === state);
    },
    { timeoutMs: 60_000, what: `the state ${state}` },
  );
  await Promise.race([seen, ended]);
}

test('a migration is watched in its check run, and obeys a comment by somebody who may push', async () => {
  const { repository, running, say, answers } = await waitingMigration();
  await waitFor(() => /users: waiting for cutover/u.test(repository.allCheckRuns[0]?.title ?? ''), {
    timeoutMs: 60_000,
    what: 'the check run to show the gate',
  });
  await scene.runner.run(job(say('mona', '/ghostship status').event));
  assert.match(answers()[0] ?? '', /users: [\s\S]*ALTER TABLE users ADD COLUMN city/u);

  const { comment, event } = say('mona', '/ghostship cutover\nplease');
  assert.equal((await scene.runner.run(job(event))).conclusion, 'success');
  assert.deepEqual(
    comment.reactions.map(({ content }) => content),
    ['eyes', '+1'],
  );
  assert.match(answers()[1] ?? '', /The migration of users was told: cutover\./u);
  assert.equal((await running.finished).conclusion, 'success');
  const columns = await scene.database.query('SHOW COLUMNS FROM users');
  assert.equal(columns.length, 4);
});

test('a stranger commands nothing, and small talk is no command', async () => {
  const { running, say, answers } = await waitingMigration();
  const stranger = say('guest', '/ghostship cutover');
  const refused = await scene.runner.run(job(stranger.event));
  assert.equal(refused.conclusion, 'failure');
  assert.deepEqual(
    stranger.comment.reactions.map(({ content }) => content),
    ['eyes', 'confused'],
  );
  assert.match(answers()[0] ?? '', /guest may not command migrations here/u);

  const talk = say('guest', 'What is /ghostship cutover?');
  assert.equal((await scene.runner.run(job(talk.event))).conclusion, 'success');
  assert.equal(answers().length, 1);
  await untilState('waiting_for_cutover', running);

  const wrong = say('mona', '/ghostship abort nowhere');
  assert.equal((await scene.runner.run(job(wrong.event))).outputs['error-code'], 'no-running-migration');
  await scene.runner.run(job(say('mona', '/ghostship abort users').event));
  const { conclusion, outputs } = await running.finished;
  assert.deepEqual([conclusion, outputs.state, outputs['table-state']], ['failure', 'aborted', 'unchanged']);
});

test('who has aborted a migration is told, and so is every plan: the next merge begins it again', async () => {
  const { repository, pull, running, say } = await waitingMigration();
  await scene.runner.run(job(say('mona', '/ghostship abort').event));
  assert.equal((await running.finished).outputs.state, 'aborted');
  const [own, ...others] = repository.comments(pull).filter(({ body }) => body.includes('Ghostship · Aborted'));
  assert.deepEqual(others, []);
  const again =
    /The next run begins it again, whatever merge starts it\. To keep it from running, take its file away in a pull request/u;
  assert.match(own?.body ?? '', /The migration was aborted by mona\./u);
  assert.match(own?.body ?? '', again);

  const files = { 'migrations/2.sql': 'ALTER TABLE users ADD COLUMN zip INT;\n' };
  const next = repository.openPullRequest({ title: 'Add zips', author: 'mona', files });
  const planned = await scene.runner.run(job(pullRequestEvent(scene.github.urls, next, 'opened')));
  assert.equal(planned.conclusion, 'success', planned.main.log);
  const [page] = repository.comments(next);
  assert.match(
    page?.body ?? '',
    /Its last run was ended on \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC \(#\W*1\): The migration was aborted by mona\./u,
  );
  assert.match(page?.body ?? '', again);

  await scene.database.query('DROP TABLE ghostship_migrations');
});

test('a workflow that somebody starts says what to do with its inputs', async () => {
  const { repository, running } = await waitingMigration();
  const event = workflowDispatchEvent(scene.github.urls, repository, { actor: 'mona', workflow: 'control.yml' });
  const status = await waitFor(
    async () => {
      const run = await scene.runner.run(job(event, { mode: 'status' }));
      return run.outputs.state === 'waiting_for_cutover' ? run : null;
    },
    { timeoutMs: 30_000, what: 'the status to show the gate' },
  );
  assert.match(status.main.summary, /users: waiting for cutover/u);

  // The event alone migrates, and the table is taken.
  assert.equal((await scene.runner.run(job(event))).outputs['error-code'], 'already-running');
  assert.equal((await scene.runner.run(job(event, { mode: 'control' }))).outputs['error-code'], 'usage');
  assert.equal(
    (await scene.runner.run(job(event, { mode: 'control', command: 'cutover users' }))).conclusion,
    'success',
  );
  assert.equal((await running.finished).conclusion, 'success');
});

test('what a killed job leaves is finished by its post step, and removed by abort', async () => {
  const { repository, running } = await waitingMigration();
  // The main step cannot finish its check run before it is killed; the post step tries longer than that.
  scene.github.failNext({ kind: 'reset' }, { operation: 'checks/update', times: 3 });
  running.cancel();
  const { main, post, conclusion } = await running.finished;
  assert.deepEqual([conclusion, main.signal, post?.exitCode], ['cancelled', 'SIGKILL', 0]);
  const [check] = repository.allCheckRuns;
  assert.deepEqual([check?.status, check?.conclusion], ['completed', 'cancelled']);
  assert.match(check?.title ?? '', /ended before it could report/u);

  const event = workflowDispatchEvent(scene.github.urls, repository, { actor: 'mona', workflow: 'control.yml' });
  // The server notices only after a while that the connection with the name lock is gone.
  const left = async (): Promise<number> => (await scene.database.query("SHOW TABLES LIKE 'users%'")).length;
  await waitFor(
    async () => {
      await scene.runner.run(job(event, { mode: 'control', command: 'abort users' }));
      return (await left()) === 1;
    },
    { timeoutMs: 60_000, what: 'the abort' },
  );
});
