import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import {
  issueCommentEvent,
  pullRequestEvent,
  type WorkflowEvent,
  workflowDispatchEvent,
} from '../support/github/index.ts';
import type { Job } from '../support/runner/index.ts';
import { testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { createUsers, permissions, type Scene, setScene } from './scene.ts';

/* What people hear of a migration that waits for them, and of its end. */

const [server] = testServers();
assert.ok(server !== undefined);

let scene: Scene;
before(async () => {
  scene = await setScene(server);
});
after(() => scene[Symbol.asyncDispose]());

/** Takes messages as Slack does. */
async function openWebhook() {
  const texts: string[] = [];
  const listener = createServer((request, response) => {
    void text(request).then((body) => {
      texts.push((JSON.parse(body) as { text: string }).text);
      response.end('ok');
    });
  }).listen(0, '127.0.0.1');
  await once(listener, 'listening');
  return {
    texts,
    url: `http://127.0.0.1:${(listener.address() as AddressInfo).port}/services/T0/verysecretpath`,
    async [Symbol.asyncDispose]() {
      listener.close();
      listener.closeAllConnections();
      await once(listener, 'close');
    },
  };
}

let counter = 1;

const widen = 'ALTER TABLE users MODIFY name VARCHAR(300), FORCE;';

async function mergedPull(config: string, statement = widen) {
  await scene.database.query('DROP TABLE IF EXISTS users, users_del, users_gho, users_ghc, ghostship_migrations');
  await createUsers(scene);
  const repository = scene.github.createRepository({
    name: `gate-${counter++}`,
    files: { '.github/ghostship.yml': config },
    collaborators: { mona: 'maintain' },
  });
  const files = { 'migrations/1.sql': `-- wider\n${statement}\n` };
  const pull = repository.openPullRequest({ title: 'Widen the name', author: 'mona', files });
  pull.merge({ by: 'mona' });
  const event = pullRequestEvent(scene.github.urls, pull, 'closed');
  const body = (): string[] => repository.comments(pull).map((comment) => comment.body);
  return { repository, pull, event, body };
}

const job = (event: WorkflowEvent, changes: Partial<Job> = {}): Job => ({
  event,
  inputs: scene.inputs,
  permissions,
  secrets: [scene.inputs.password, 'verysecretpath'],
  ...changes,
});

test('at the gate people are told what will happen and how to say yes, and at the end what came of it', async () => {
  await using webhook = await openWebhook();
  const { repository, pull, event, body } = await mergedPull(
    `cutover: wait\nlock-budget: 2s\nnotify: ${webhook.url}\nnotify-reviewers: [mona, '@acme/databases']\n`,
  );
  const running = await scene.runner.start(job(event));
  await waitFor(() => body().length === 1 && webhook.texts.length === 1, {
    timeoutMs: 60_000,
    what: 'the comment and the webhook to tell of the gate',
  });
  const [gate = ''] = body();
  for (const part of [
    /## ✋ Ghostship · users waits for a person/u,
    /copied and compared in the run that \w+ has started\. .*Writers then wait 2\.0\ss at most, and the old table is dropped/u,
    /```sql\nALTER TABLE users MODIFY name VARCHAR\(300\), FORCE\n```/u,
    /- write `\/ghostship cutover users` in a comment/u,
    /- run `ghostship cutover --table users` in a terminal/u,
    /- run your workflow for commands by hand on \[the Actions page\]\(\S+\/actions\), with the command `cutover users`/u,
    /`\/ghostship abort users`/u,
    /cc @mona @acme\/databases/u,
  ])
    assert.match(gate, part);
  assert.match(webhook.texts[0] ?? '', /users is copied and compared.*\/pull\/\d+$/u);
  const check = () => repository.allCheckRuns[0];
  await waitFor(() => /waiting for cutover.*say \/ghostship cutover users/u.test(check()?.title ?? ''), {
    timeoutMs: 30_000,
    what: 'the check run to show the gate',
  });
  assert.match(check()?.summary ?? '', /▰{24} \*\*100 %\*\* copied[\s\S]*- \*\*Lag:\*\*/u);

  const files = { 'migrations/2.sql': 'CREATE TABLE meanwhile (id INT PRIMARY KEY);\n' };
  const beside = repository.openPullRequest({ title: 'Beside it', author: 'mona', files });
  const planned = await scene.runner.run(job(pullRequestEvent(scene.github.urls, beside, 'opened')));
  assert.equal(planned.conclusion, 'success', 'what others wait for does not hold this one up');
  const plan = repository.comments(beside)[0]?.body ?? '';
  assert.match(
    plan,
    /No errors[\s\S]*also pending[\s\S]*Another migration of users is running[\s\S]*pull request #\S*1,/u,
  );

  const comment = repository.comment(pull, { author: 'mona', body: '/ghostship cutover' });
  await scene.runner.run(job(issueCommentEvent(scene.github.urls, pull, comment)));
  const run = await running.finished;
  assert.equal(run.conclusion, 'success', run.main.log);
  const [over = ''] = body();
  assert.match(over, /users waited for a person[\s\S]*It is over: shipped\*\*, see below/u);
  assert.doesNotMatch(over, /cutover users/u);
  // The answer to the command may be written after it.
  assert.match(body().find((text) => text.includes('Shipped')) ?? '', /Ghostship · Shipped/u);
  assert.match(webhook.texts.at(-1) ?? '', /Shipped\. users is changed/u);
  assert.equal(webhook.texts.length, 2);
  assert.match(run.main.summary, /Timeline of ALTER TABLE users[\s\S]*copying[\s\S]*waiting for cutover[\s\S]*ended/u);
  assert.deepEqual(
    check()?.annotations.map(({ path, start_line, annotation_level, title }) => [
      path,
      start_line,
      annotation_level,
      title,
    ]),
    ['Started', 'Copied', 'Verified', 'Waits for its cutover', 'Shipped'].map((title) => [
      'migrations/1.sql',
      2,
      'notice',
      title,
    ]),
  );
});

test('a run that ends at its gate asks for action, and a webhook from the environment that is gone is named without its address', async () => {
  const { repository, event, body } = await mergedPull('cutover: wait\ngate: yield\nnotify: env:SLACK_WEBHOOK\n');
  const env = { SLACK_WEBHOOK: 'http://127.0.0.1:9/verysecretpath' };
  const run = await scene.runner.run(job(event, { env }));
  assert.equal(run.outputs.state, 'yielded', run.main.log);
  assert.equal(repository.allCheckRuns[0]?.conclusion, 'action_required');
  const news = body().find((news) => /waits for a person/u.test(news)) ?? '';
  assert.match(news, /The run has ended meanwhile/u);
  assert.match(run.main.log, /webhook of notify could not be reached/u);
  assert.doesNotMatch(run.main.log + run.main.summary, /verysecretpath/u);

  const files = { 'migrations/2.sql': 'CREATE TABLE beside (id INT PRIMARY KEY);\n' };
  const beside = repository.openPullRequest({ title: 'Beside it', author: 'mona', files });
  await scene.runner.run(job(pullRequestEvent(scene.github.urls, beside, 'opened')));
  const plan = repository.comments(beside)[0]?.body ?? '';
  assert.match(plan, /A migration of users with this statement has been copied, and its swap waits for `cutover`\./u);
  assert.match(
    plan,
    /It is that of pull request #\S*1, since [-\d]{10} [:\d]{8} UTC, \S+\. The merge goes on with it\./u,
  );
});

test('a migration at its gate obeys a command that is given by hand', async () => {
  const { repository, event, body } = await mergedPull('cutover: wait\n');
  const running = await scene.runner.start(job(event));
  await waitFor(() => body().length === 1, { timeoutMs: 60_000, what: 'the comment about the gate' });
  const [, command = ''] = /with the command `([^`]+)`/u.exec(body()[0] ?? '') ?? [];
  const byHand = workflowDispatchEvent(scene.github.urls, repository, { actor: 'mona', workflow: 'commands.yml' });
  const told = await scene.runner.run(job(byHand, { inputs: { ...scene.inputs, command } }));
  assert.equal(told.conclusion, 'success', told.main.log);
  const run = await running.finished;
  assert.equal(run.outputs.state, 'completed', run.main.log);
});

test('a gate that a migration has left is closed in place, and a new one is news again', async () => {
  const { repository, pull, event, body } = await mergedPull('cutover: wait\ngate: yield\n');
  const gates = () => body().flatMap((text) => /users wait(?:s|ed) for a person|over: \w+/gu.exec(text) ?? []);
  const say = (words: string) =>
    scene.runner.run(
      job(issueCommentEvent(scene.github.urls, pull, repository.comment(pull, { author: 'mona', body: words }))),
    );
  for (let run = 0; run < 2; run += 1) {
    assert.equal((await scene.runner.run(job(event))).outputs.state, 'yielded');
    assert.deepEqual(gates(), ['users waits for a person'], 'a run that goes on says it once');
  }
  assert.equal((await say('/ghostship abort')).conclusion, 'success');
  assert.deepEqual(gates(), ['users waited for a person']);
  assert.match(body()[0] ?? '', /It is over: aborted/u);
  assert.equal((await say('/ghostship retry')).outputs.state, 'yielded');
  const answers = repository.comments(pull).filter((one) => one.body.startsWith('`/ghostship retry`'));
  assert.match(answers[0]?.body ?? '', /To be continued\.[\s\S]*Say \/ghostship cutover/u);
  assert.deepEqual(gates(), ['users waited for a person', 'users waits for a person']);
  assert.equal((await say('/ghostship cutover')).conclusion, 'success');
  assert.equal((await scene.runner.run(job(event))).outputs.state, 'completed');
  assert.deepEqual(gates(), ['users waited for a person', 'users waited for a person']);
});

test('a gate whose run is stopped is closed where nothing could be kept, and stays open where it is', async () => {
  const { database, runner } = scene;
  const stopped = async (statement: string, prepare: readonly string[]): Promise<readonly string[]> => {
    const { event, body } = await mergedPull('cutover: wait\n', statement);
    for (const sql of prepare) await database.query(sql);
    const running = await runner.start(job(event));
    await waitFor(() => body().length === 1, { timeoutMs: 60_000, what: 'the comment about the gate' });
    running.cancel();
    await running.finished;
    return body();
  };
  // By another collation the ghost has its rows in another order, so none of its ranges is kept.
  const [over = ''] = await stopped('ALTER TABLE codes MODIFY code VARCHAR(50) COLLATE utf8mb4_bin NOT NULL;', [
    'DROP TABLE IF EXISTS codes, codes_gho, codes_ghc',
    'CREATE TABLE codes (code VARCHAR(50) COLLATE utf8mb4_general_ci NOT NULL PRIMARY KEY)',
    "INSERT INTO codes VALUES ('a'), ('B')",
  ]);
  assert.match(over, /codes waited for a person[\s\S]*could not be kept.*The next run begins anew/u);
  assert.doesNotMatch(over, /ghostship cutover/u);
  const [waits = ''] = await stopped(widen, ['DELETE FROM users']);
  assert.match(waits, /users waits for a person[\s\S]*`\/ghostship cutover users`/u);
});

test('what is said in another pull request is told to the one whose migration obeys', async () => {
  const { repository, pull, event, body } = await mergedPull('cutover: wait\ngate: yield\n');
  assert.equal((await scene.runner.run(job(event))).outputs.state, 'yielded');
  const other = repository.openPullRequest({ title: 'Docs', author: 'mona', files: { 'README.md': '# Shop\n' } });
  const say = (place: typeof pull, words: string) =>
    scene.runner.run(
      job(issueCommentEvent(scene.github.urls, place, repository.comment(place, { author: 'mona', body: words }))),
    );
  const told = (words: string): string[] =>
    body().filter((text) => text.includes(`\`/ghostship ${words}\` was said by`));
  assert.equal((await say(other, '/ghostship pause users')).conclusion, 'success');
  assert.equal(told('pause users').length, 1, body().join('\n---\n'));
  assert.match(
    told('pause users')[0] ?? '',
    new RegExp(`mona in #\u200B?${other.number}\\. Nobody is working on it`, 'u'),
  );
  assert.equal((await say(pull, '/ghostship throttle 30')).conclusion, 'success');
  assert.deepEqual(told('throttle 30'), [], 'it is answered there');
  const byHand = workflowDispatchEvent(scene.github.urls, repository, { actor: 'mona', workflow: 'commands.yml' });
  const inputs = { ...scene.inputs, command: 'resume users' };
  assert.equal((await scene.runner.run(job(byHand, { inputs }))).conclusion, 'success');
  assert.match(told('resume users')[0] ?? '', /in a run that was started by hand/u);
  assert.equal((await say(pull, '/ghostship abort')).conclusion, 'success');
});

test('a table that was made in the same run waits at its gate without a row, and is swapped by order', async () => {
  const made = 'CREATE TABLE items (id INT PRIMARY KEY, size INT);\nALTER TABLE items MODIFY size BIGINT;';
  await scene.database.query('DROP TABLE IF EXISTS items, items_gho, items_ghc');
  const { repository, pull, event, body } = await mergedPull('cutover: wait\ngate: yield\n', made);
  const run = await scene.runner.run(job(event));
  assert.equal(run.outputs.state, 'yielded', run.main.log);
  assert.match(body().find((news) => /items waits for a person/u.test(news)) ?? '', /The run has ended meanwhile/u);
  const comment = repository.comment(pull, { author: 'mona', body: '/ghostship cutover items' });
  const told = await scene.runner.run(job(issueCommentEvent(scene.github.urls, pull, comment)));
  assert.equal(told.conclusion, 'success', told.main.log);
  const last = await scene.runner.run(job(event));
  assert.equal(last.outputs.state, 'completed', last.main.log);
  const [column] = await scene.database.query("SHOW COLUMNS FROM items LIKE 'size'");
  assert.match(String(column?.Type), /^bigint/u);
});

test('annotations that GitHub did not confirm come once', async () => {
  const { repository, event } = await mergedPull('cutover: auto\n');
  scene.github.failNext({ kind: 'lost-answer' }, { operation: 'checks/update', times: 1 });
  const run = await scene.runner.run(job(event));
  assert.equal(run.conclusion, 'success', run.main.log);
  const titles = repository.allCheckRuns[0]?.annotations.map(({ title }) => title) ?? [];
  assert.deepEqual(titles, [...new Set(titles)]);
  assert.ok(titles.includes('Started') && titles.includes('Shipped'), titles.join());
});
