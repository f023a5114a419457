import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import {
  type GitHubEmulator,
  issueCommentEvent,
  type PullRequest,
  pullRequestEvent,
  startGitHub,
  type WorkflowEvent,
} from '../support/github/index.ts';
import { refuseNodeWarnings, traceWarnings } from '../support/node-warnings.ts';
import { type ActionRunner, startRunner } from '../support/runner/index.ts';
import { type BuiltAction, buildAction } from './build-action.ts';
import { permissions } from './scene.ts';

/*
 * What a run of dist/ loads is what somebody waits for before anything happens. Node itself tells what that was: it
 * writes down the coverage of every script it has loaded.
 */

const driver = /node_modules\/(?:mysql2|@vlasky\/zongji)\/|src\/mysql\/session\.ts/u;
const engine = /src\/binlog\/|src\/engine\/(?:plan|migrate)\.ts|node_modules\/node-sql-parser\//u;
const hub = /node_modules\/(?:undici|@octokit\/[^/]+|@actions\/github)\//u;
const charts = /node_modules\/(?:echarts|zrender)\//u;
const yaml = /node_modules\/yaml\//u;

let built: BuiltAction;
let github: GitHubEmulator;
let runner: ActionRunner;
before(async () => {
  built = await buildAction();
  github = await startGitHub();
  runner = await startRunner({ github, action: built.folder });
});
after(async () => {
  await runner[Symbol.asyncDispose]();
  await github[Symbol.asyncDispose]();
  await built[Symbol.asyncDispose]();
});

test('a lint of the action loads neither a driver nor the engine, and its post step nothing to talk to GitHub', async () => {
  const { main, post } = await runJob(pullRequestEvent(github.urls, openPullRequest(), 'opened'), { mode: 'lint' });
  assert.match(main.join('\n'), hub, 'it writes a check run');
  assertWithout(main, [driver, engine, charts, yaml]);
  assertWithout(post, [driver, engine, charts, yaml, hub]);
});

test('a comment that is not for Ghostship loads nothing to talk to GitHub', async () => {
  const pull = openPullRequest();
  const comment = pull.base.repository.comment(pull, { author: 'mona', body: 'Looks good.' });
  const { main } = await runJob(issueCommentEvent(github.urls, pull, comment));
  assertWithout(main, [driver, engine, charts, yaml, hub]);
});

test('the command line loads neither a driver nor the engine for help and lint', async () => {
  for (const command of ['--help', 'lint']) assertWithout(await runCli([command]), [driver, engine, charts, yaml]);
});

test('a migration loads the engine only once there is something to do', async () => {
  const nowhere = ['--target', 'mysql://root@127.0.0.1:1/shop', '--alter', 'ALTER TABLE users ADD COLUMN age INT'];
  for (const command of ['plan', 'migrate']) {
    const loaded = await runCli([command, ...nowhere]);
    assert.match(loaded.join('\n'), driver, 'it tries to reach the server');
    assertWithout(loaded, [engine, charts, yaml]);
  }
});

function assertWithout(loaded: readonly string[], unwanted: readonly RegExp[]): void {
  assert.deepEqual(
    loaded.filter((module) => unwanted.some((pattern) => pattern.test(module))),
    [],
  );
}

function openPullRequest(): PullRequest {
  const repository = github.createRepository({ name: `shop-${counter++}`, files: { 'README.md': '# Shop\n' } });
  const files = { 'migrations/1.sql': 'ALTER TABLE users ADD COLUMN age INT;\n' };
  return repository.openPullRequest({ title: 'Add an age', author: 'mona', files });
}
let counter = 1;

async function runJob(
  event: WorkflowEvent,
  inputs: Readonly<Record<string, string>> = {},
): Promise<{ main: string[]; post: string[] }> {
  return watch(async (coverage) => {
    const run = await runner.run({ event, inputs, permissions, env: { NODE_V8_COVERAGE: coverage } });
    assert.equal(run.conclusion, 'success', run.main.log);
    return { main: await loadedFrom('main.js', coverage), post: await loadedFrom('post.js', coverage) };
  });
}

function runCli(args: readonly string[]): Promise<string[]> {
  return watch(async (coverage) => {
    const options = { cwd: coverage, reject: false, env: { NODE_V8_COVERAGE: coverage } };
    const { stderr } = await execa(
      process.execPath,
      [traceWarnings, join(built.folder, 'dist/cli.js'), ...args],
      options,
    );
    refuseNodeWarnings(stderr);
    return loadedFrom('cli.js', coverage);
  });
}

async function watch<T>(run: (coverage: string) => Promise<T>): Promise<T> {
  const coverage = await mkdtemp(join(tmpdir(), 'ghostship-coverage-'));
  try {
    return await run(coverage);
  } finally {
    await rm(coverage, { recursive: true });
  }
}

/** The modules in all files of dist/ that the process which started with `entry` has loaded. */
async function loadedFrom(entry: string, coverage: string): Promise<string[]> {
  for (const name of await readdir(coverage)) {
    const { result } = JSON.parse(await readFile(join(coverage, name), 'utf8')) as { result: { url: string }[] };
    const files = result.flatMap(({ url }) => (url.startsWith('file:') ? [fileURLToPath(url)] : []));
    if (files.includes(join(built.folder, 'dist', entry)))
      return files.flatMap((file) => built.modules.get(file) ?? []);
  }
  throw new Error(`No process has told what it loaded from ${entry}.`);
}
