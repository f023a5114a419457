import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { after, before, test } from 'node:test';
import {
  issueCommentEvent,
  type PullRequest,
  pullRequestEvent,
  pullRequestTargetEvent,
  pushEvent,
  type Repository,
  type WorkflowEvent,
  workflowDispatchEvent,
} from '../support/github/index.ts';
import type { ActionRun, Job } from '../support/runner/index.ts';
import { testServers } from '../support/servers/index.ts';
import { createUsers, permissions, type Scene, setScene } from './scene.ts';

/* The config file decides where the password goes and what is allowed: it counts once it was reviewed, and not before. */

const [server] = testServers();
assert.ok(server !== undefined);

const path = '.github/ghostship.yml';
const harmless = { 'migrations/1.sql': 'ALTER TABLE users ADD COLUMN age INT;\n' };

let scene: Scene;
let rogue: Rogue;
before(async () => {
  scene = await setScene(server);
  rogue = await startRogue();
  await createUsers(scene, 1);
  await scene.database.query('CREATE TABLE orders (id INT PRIMARY KEY, note TEXT)');
});
after(async () => {
  await rogue[Symbol.asyncDispose]();
  await scene[Symbol.asyncDispose]();
});

interface Rogue extends AsyncDisposable {
  readonly url: string;
  connections: number;
}

/** A server that waits for somebody to come with a password. */
async function startRogue(): Promise<Rogue> {
  const listener = createServer((socket) => {
    rogue.connections += 1;
    socket.destroy();
  });
  await once(listener.listen(0, '127.0.0.1'), 'listening');
  const { port } = listener.address() as AddressInfo;
  return {
    url: `mysql://root@127.0.0.1:${port}/shop`,
    connections: 0,
    async [Symbol.asyncDispose]() {
      await once(listener.close(), 'close');
    },
  };
}

let counter = 1;
function createRepository(config: string | null = null, opening: { private?: boolean } = {}): Repository {
  const files = { 'README.md': '# Shop\n', ...(config === null ? {} : { [path]: config }) };
  const collaborators = { mona: 'write' } as const;
  return scene.github.createRepository({ name: `shop-${counter++}`, files, collaborators, ...opening });
}

function open(repository: Repository, files: Readonly<Record<string, string>>, base = 'main'): PullRequest {
  return repository.openPullRequest({ title: 'Change tables', author: 'mona', files, base });
}

function run(event: WorkflowEvent, changes: Partial<Job> = {}): Promise<ActionRun> {
  const { inputs, ...others } = changes;
  const secrets = [scene.inputs.password];
  return scene.runner.run({ event, inputs: { ...scene.inputs, ...inputs }, permissions, secrets, ...others });
}

const planOf = (pull: PullRequest, changes: Partial<Job> = {}): Promise<ActionRun> =>
  run(pullRequestEvent(scene.github.urls, pull, 'synchronize'), changes);

const noticesOf = ({ main }: ActionRun): string =>
  main.annotations
    .filter(({ level }) => level === 'notice')
    .map(({ message }) => message)
    .join('\n');

/** Every way in which a file that nobody reviewed gets into a run that has the password. */
const proposals: Readonly<
  Record<string, (repository: Repository, config: string) => Partial<Job> & { event: WorkflowEvent }>
> = {
  'a pull request': (repository, config) => ({
    event: pullRequestEvent(scene.github.urls, open(repository, { ...harmless, [path]: config }), 'opened'),
  }),
  'a pull request that is checked out beside the secrets': (repository, config) => {
    const pull = open(repository, { ...harmless, [path]: config });
    return { event: { ...pullRequestTargetEvent(scene.github.urls, pull, 'opened'), commit: pull.headCommit } };
  },
  'the base branch of a pull request, which anybody who may push can make': (repository, config) => {
    repository.push({ branch: 'stage', files: { [path]: config } });
    return { event: pullRequestEvent(scene.github.urls, open(repository, harmless, 'stage'), 'opened') };
  },
  'a push to another branch': (repository, config) => {
    const start = repository.tip().sha;
    repository.push({ branch: 'stage', files: { ...harmless, [path]: config } });
    return { event: pushEvent(scene.github.urls, repository, start, 'stage'), inputs: { mode: 'plan' } };
  },
  'a start by hand on another branch': (repository, config) => {
    repository.push({ branch: 'stage', files: { ...harmless, [path]: config } });
    const dispatch = { actor: 'mona', workflow: 'ship.yml', branch: 'stage' };
    return { event: workflowDispatchEvent(scene.github.urls, repository, dispatch), inputs: { mode: 'plan' } };
  },
  'a pull request that is checked out for a comment': (repository, config) => {
    const pull = open(repository, { ...harmless, [path]: config });
    const comment = repository.comment(pull, { author: 'mona', body: 'Plan this, please.' });
    const event = { ...issueCommentEvent(scene.github.urls, pull, comment), commit: pull.headCommit };
    return { event, inputs: { mode: 'plan' } };
  },
};

for (const [name, propose] of Object.entries(proposals)) {
  test(`the password goes nowhere that is named only by ${name}`, async () => {
    rogue.connections = 0;
    const { event, ...changes } = propose(createRepository('max-lag: 2s\n'), `replica: ${rogue.url}\n`);
    const done = await run(event, changes);
    assert.equal(rogue.connections, 0, 'the rogue server was asked');
    assert.match(
      done.outputs['plan-digest'] ?? '',
      /^[0-9a-f]{64}$/u,
      `it was planned on the target: ${done.main.log}`,
    );
  });
}

test('a replica that the reviewed file names is used', async () => {
  rogue.connections = 0;
  const pull = open(createRepository(`replica: ${rogue.url}\n`), harmless);
  const { conclusion } = await planOf(pull);
  assert.equal(conclusion, 'failure', 'the server answers nothing');
  assert.ok(rogue.connections > 0);
});

test('a pull request cannot allow itself anything', async () => {
  const own: readonly string[] = [
    'allow: drop-column\n',
    'rules: { drop-column: off }\n',
    'overrides: [{ files: "migrations/**", rules: { drop-column: notice } }]\n',
    'overrides: [{ files: "migrations/**", allow: drop-column }]\n',
    'files: nothing/*.sql\n',
  ];
  for (const config of own) {
    const pull = open(createRepository(), {
      'migrations/1.sql': 'ALTER TABLE orders DROP COLUMN note;\n',
      [path]: config,
    });
    const done = await planOf(pull);
    assert.equal(done.conclusion, 'failure', config);
    assert.match(noticesOf(done), /changes \.github\/ghostship\.yml\. The plan goes by the file of main/u);
    assert.match(pull.base.repository.comments(pull)[0]?.body ?? '', /The plan goes by the file of main/u);
  }
});

test('a pull request cannot allow itself another database, its base branch can', async () => {
  const statement = { 'migrations/1.sql': 'ALTER TABLE billing.orders ADD a INT;\n' };
  const config = 'databases: billing\n';
  const own = await planOf(open(createRepository(), { ...statement, [path]: config }));
  assert.equal(own.conclusion, 'failure');
  assert.match(own.main.log, /other-database: Names billing\.orders[\s\S]*option `?databases/u);
  const allowed = await planOf(open(createRepository(config), statement));
  assert.doesNotMatch(allowed.main.log, /other-database/u);
  assert.match(allowed.main.log, /unknown-table/u);
});

test('what the base branch allows is allowed, with a checkout and without, by its newest file', async () => {
  const repository = createRepository();
  const pull = open(repository, { 'migrations/1.sql': 'ALTER TABLE orders DROP COLUMN note;\n' });
  assert.equal((await planOf(pull)).conclusion, 'failure');
  repository.push({ files: { [path]: 'allow: drop-column\n' } });
  for (const checkout of [true, false]) {
    const done = await planOf(pull, { checkout });
    assert.equal(done.conclusion, 'success', done.main.log);
    assert.equal(noticesOf(done), '');
  }
});

test('who proposes statements that change rows does not allow them', async () => {
  const repository = createRepository();
  const statement = { 'migrations/1.sql': 'UPDATE users SET id = id;\n' };
  const pull = open(repository, { ...statement, [path]: 'data-statements: run\n' });
  const proposed = await planOf(pull, { checkout: true });
  assert.equal(proposed.conclusion, 'failure');
  repository.push({ files: { [path]: 'data-statements: run\n' } });
  const reviewed = await planOf(open(repository, statement), { checkout: true });
  assert.equal(reviewed.conclusion, 'success', reviewed.main.log);
});

test('after a merge the config that it brought along counts, and its statements wait for a person', async () => {
  const repository = createRepository();
  await scene.database.query('CREATE TABLE old (id INT PRIMARY KEY)');
  const pull = open(repository, { 'migrations/1.sql': 'DROP TABLE old;\n', [path]: 'allow: drop-table\n' });
  pull.merge({ by: repository.owner.login });
  // The branch has gone on since.
  repository.push({ files: { [path]: 'allow: zero-dates\n' } });
  const done = await run(pullRequestEvent(scene.github.urls, pull, 'closed'));
  assert.equal(done.outputs['error-code'], 'plan-changed', done.main.log);
  assert.match(done.main.log, /has come with a change of \.github\/ghostship\.yml/u);
  await scene.database.query('DROP TABLE old');
});

test('a pull request that breaks the config file is told so before the merge', async () => {
  const broken = ['workers: none\n', 'passwort: x\n', 'files: [a', 'max-lag: 3\n'];
  for (const config of broken) {
    const pull = open(createRepository(), { ...harmless, [path]: config });
    const done = await planOf(pull);
    assert.deepEqual([done.conclusion, done.outputs.state, done.outputs['error-code']], ['failure', 'failed', 'usage']);
    const [check] = pull.base.repository.checkRuns(pull.headCommit.sha);
    assert.equal(check?.conclusion, 'failure');
    assert.deepEqual(
      check?.annotations.map((annotation) => [annotation.path, annotation.annotation_level]),
      [[path, 'failure']],
    );
    assert.match(pull.base.repository.comments(pull)[0]?.body ?? '', /Not ready/u);
  }
});

test('a config file that GitHub does not give stops the run; that of the checkout does not stand in for it', async () => {
  rogue.connections = 0;
  const pull = open(createRepository(), { ...harmless, [path]: `replica: ${rogue.url}\n` });
  scene.github.failNext({ kind: 'status', status: 503 }, { operation: 'repos/get-content', times: 4 });
  const silent = await planOf(pull);
  assert.deepEqual([silent.conclusion, silent.outputs['error-code']], ['failure', 'config-not-readable']);

  const hidden = open(createRepository(null, { private: true }), { ...harmless, [path]: `replica: ${rogue.url}\n` });
  const refused = await planOf(hidden, { permissions: { checks: 'write', 'pull-requests': 'write' } });
  assert.deepEqual([refused.conclusion, refused.outputs['error-code']], ['failure', 'config-not-readable']);
  assert.match(refused.main.log, /contents: read/u);
  assert.equal(rogue.connections, 0);
  const allowed = await planOf(hidden);
  assert.match(allowed.outputs['plan-digest'] ?? '', /^[0-9a-f]{64}$/u, 'what the message advises helps');
});

test('a branch that is gone is no branch without a config file', async () => {
  const repository = createRepository('allow: drop-column\n');
  const pull = open(repository, harmless);
  const event = pullRequestEvent(scene.github.urls, pull, 'opened');
  pull.close();
  repository.branches.delete('main');
  const { outputs } = await run(event);
  assert.equal(outputs['error-code'], 'config-not-readable');
});

test('a file that was named must be on the branch, and in the repository', async () => {
  const repository = createRepository();
  const pull = open(repository, { ...harmless, 'ops/ghostship.yml': 'workers: 2\n' });
  for (const config of ['ops/ghostship.yml', './ops/../ops/ghostship.yml', '/etc/passwd', '../shop.yml', '.']) {
    const { conclusion, outputs, main } = await planOf(pull, { inputs: { config } });
    assert.deepEqual([conclusion, outputs['error-code']], ['failure', 'usage'], config);
    assert.match(main.log, /which is not (?:on main|in the repository)/u);
  }
  pull.merge({ by: repository.owner.login });
  const dispatch = { actor: 'mona', workflow: 'ship.yml' };
  const event = workflowDispatchEvent(scene.github.urls, repository, dispatch);
  const done = await run(event, { inputs: { mode: 'plan', config: './ops/ghostship.yml' } });
  assert.equal(done.conclusion, 'success', done.main.log);
});
