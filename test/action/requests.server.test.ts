import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { pauseMs } from '../../src/action/live-check-run.ts';
import { run as runCli } from '../cli/cli.ts';
import { pullRequestEvent } from '../support/github/index.ts';
import { testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { createUsers, permissions, type Scene, setScene } from './scene.ts';

/*
 * A repository has 1,000 requests an hour for all of its workflows. A migration of an hour may take 150 of them. What repeats is
 * counted while a migration waits, in the emulator; how often it repeats in an hour is reckoned from its own pauses.
 */

const [server] = testServers();
assert.ok(server !== undefined);

let scene: Scene;
before(async () => {
  scene = await setScene(server);
  await createUsers(scene);
});
after(() => scene[Symbol.asyncDispose]());

const most = 150;
const watchedMs = 16_000;
const hourMs = 3_600_000;

/** Of check runs, where each look shows something new. */
function updatesOfAnHour(): number {
  let updates = 0;
  for (let elapsedMs = 0; elapsedMs < hourMs; elapsedMs += pauseMs(elapsedMs, 0)) updates += 1;
  return updates;
}

test('a migration of an hour takes 150 requests at most', async () => {
  const { github, inputs, runner, database } = scene;
  const repository = github.createRepository({
    name: 'shop',
    files: { 'README.md': '# Shop\n', '.github/ghostship.yml': 'cutover: wait\n' },
  });
  const files = { 'migrations/1.sql': 'ALTER TABLE users MODIFY name VARCHAR(300), FORCE;\n' };
  const pull = repository.openPullRequest({ title: 'Widen the name', author: 'mona', files });
  const secrets = [inputs.password];
  await runner.run({ event: pullRequestEvent(github.urls, pull, 'opened'), inputs, permissions, secrets });
  pull.merge({ by: 'mona' });

  const first = github.requests.length;
  const event = pullRequestEvent(github.urls, pull, 'closed');
  const running = await runner.start({ event, inputs, permissions, secrets });
  await waitFor(() => repository.comments(pull).some(({ body }) => body.includes('users waits for a person')), {
    timeoutMs: 60_000,
    what: 'the gate',
  });
  const atGate = github.requests.length;
  await sleep(watchedMs);
  const repeated = github.requests.slice(atGate).map(({ operation }) => operation);
  assert.deepEqual(
    repeated.filter((operation) => operation !== 'checks/update'),
    [],
  );
  assert.ok(repeated.length <= 1 + watchedMs / pauseMs(0, 0), `${repeated.length} updates in ${watchedMs} ms`);

  const environment = { GHOSTSHIP_PASSWORD: inputs.password };
  const cut = await runCli(process.cwd(), ['cutover', '--table', 'users', '--target', inputs.target], environment);
  assert.equal(cut.exitCode, 0, cut.stderr);
  const done = await running.finished;
  assert.equal(done.conclusion, 'success', done.main.log);
  const [column] = await database.query("SHOW COLUMNS FROM users LIKE 'name'");
  assert.equal(column?.Type, 'varchar(300)');

  const total = github.requests.length - first - repeated.length;
  assert.ok(total + updatesOfAnHour() <= most, `${total} besides ${updatesOfAnHour()} updates of the check run`);
});
