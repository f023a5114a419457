import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type GitHubEmulator, pullRequestEvent, pushEvent, startGitHub } from '../github/index.ts';
import { waitFor } from '../wait-for.ts';
import { type ActionRunner, type Grace, type Job, startRunner } from './index.ts';

const action = fileURLToPath(new URL('fixture', import.meta.url));
const secret = 'p@ss "word"';

/** Who listens has all the time it needs on a busy machine; the test of one who does not waits for this twice. */
const listening = { afterSigintMs: 30_000, afterSigtermMs: 30_000 };
const ignoring = { afterSigintMs: 1_000, afterSigtermMs: 1_000 };

function pullRequest(github: GitHubEmulator, { fork = false } = {}) {
  const repository = github.createRepository({ files: { 'migrations/0.sql': 'SELECT 0;\n' } });
  return repository.openPullRequest({
    title: 'Add 1',
    author: 'mona',
    fork,
    files: { 'migrations/1.sql': 'SELECT 1;\n' },
  });
}

function jobThat(deed: string, github: GitHubEmulator, pull = pullRequest(github)): Job {
  const event = pullRequestEvent(github.urls, pull, 'opened');
  return { event, inputs: { do: deed }, permissions: { contents: 'read', 'pull-requests': 'write' } };
}

/** They wait for processes more than they compute. */
const concurrency = 4;

for (const sharesProcesses of [false, true])
  describe(sharesProcesses ? 'the runner, steps sharing a process' : 'the runner', { concurrency }, () =>
    behaves((github, grace = listening) => startRunner({ github, action, grace, timeoutMs: 60_000, sharesProcesses })),
  );

function behaves(runnerOn: (github: GitHubEmulator, grace?: Grace) => Promise<ActionRunner>): void {
  test('the action finds what the runner promises', async () => {
    await using github = await startGitHub();
    await using runner = await runnerOn(github);
    process.env.NOT_FOR_STEPS = 'ours';
    const pull = pullRequest(github);
    const job = jobThat('show-environment', github, pull);
    // The environment holds the token, and putting it out would be a leak.
    const inputs = { ...job.inputs, do: 'show-environment', 'github-token': 'none' };
    const { outputs, conclusion, run } = await runner.run({ ...job, inputs, env: { EXTRA: 'yes' } });
    const environment = JSON.parse(outputs.answer ?? '') as Record<string, string>;
    assert.equal(conclusion, 'success');
    const expected = {
      INPUT_DO: 'show-environment',
      INPUT_TWO_WORDS: '7',
      'INPUT_GITHUB-TOKEN': 'none',
      EXTRA: 'yes',
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_REPOSITORY: 'octo/shop',
      GITHUB_REF: 'refs/pull/1/merge',
      GITHUB_REF_NAME: '1/merge',
      GITHUB_HEAD_REF: 'change-1',
      GITHUB_BASE_REF: 'main',
      GITHUB_SHA: pull.testMerge()?.sha,
      GITHUB_API_URL: github.urls.api,
      GITHUB_RUN_ID: String(run.id),
      GITHUB_ACTOR: 'mona',
      RUNNER_ENVIRONMENT: 'github-hosted',
    };
    assert.deepEqual({ ...environment, ...expected }, environment);
    assert.equal(environment.NOT_FOR_STEPS, undefined);
  });

  test('the workspace holds the test merge, unless nobody checked it out', async () => {
    await using github = await startGitHub();
    await using runner = await runnerOn(github);
    const job = jobThat('read-workspace', github);
    assert.equal((await runner.run(job)).outputs.answer, 'SELECT 1;');
    const { conclusion, main } = await runner.run({ ...job, checkout: false });
    assert.equal(conclusion, 'failure');
    assert.match(main.log, /ENOENT/);
  });

  test('outputs, summary and state are read, and the post step gets what the main step left', async () => {
    await using github = await startGitHub();
    await using runner = await runnerOn(github);
    const { outputs, main, post } = await runner.run(jobThat('write-files', github));
    assert.equal(outputs.answer, 'one\ntwo=2');
    assert.equal(main.summary, '### Done\n');
    const seen: unknown = JSON.parse(post?.log ?? '');
    assert.deepEqual(seen, {
      left: 'behind',
      given: 'to the next',
      deed: 'write-files',
      firstPath: '/opt/fixture/bin',
    });
  });

  test('of a level ten annotations are kept, the others are known to be lost', async () => {
    await using github = await startGitHub();
    await using runner = await runnerOn(github);
    const { main } = await runner.run(jobThat('annotate', github));
    const warnings = main.annotations.filter(({ level }) => level === 'warning');
    assert.deepEqual([warnings.length, main.droppedAnnotations.length], [10, 2]);
    assert.deepEqual(main.annotations.at(-1), {
      level: 'error',
      message: 'Two\nlines',
      title: 'A, b',
      file: 'a:b.sql',
      line: 3,
      endLine: 4,
      column: 5,
      endColumn: 6,
    });
  });

  test('a step that fails fails the run, and the post step runs all the same', async () => {
    await using github = await startGitHub();
    await using runner = await runnerOn(github);
    const { conclusion, main, post, run } = await runner.run(jobThat('fail', github));
    assert.deepEqual([conclusion, main.exitCode, main.log, post?.exitCode], ['failure', 3, 'It went wrong.', 0]);
    assert.equal(run.progress, 'failure');
  });

  test('cancelling asks first; whoever listens is not asked again', async () => {
    await using github = await startGitHub();
    await using runner = await runnerOn(github);
    const running = await runner.start(jobThat('wait-for-signal', github));
    await waitFor(() => running.log.includes('waiting'), { timeoutMs: 20_000, what: 'the action to wait' });
    running.cancel();
    const { conclusion, main, post } = await running.finished;
    assert.deepEqual([conclusion, main.sentSignals, main.exitCode], ['cancelled', ['SIGINT'], 1]);
    assert.match(main.log, /asked to stop/);
    assert.equal(post?.exitCode, 0);
  });

  test('whoever does not listen is asked twice and killed', async () => {
    await using github = await startGitHub();
    await using runner = await runnerOn(github, ignoring);
    const running = await runner.start(jobThat('ignore-signals', github));
    await waitFor(() => running.log.includes('waiting'), { timeoutMs: 20_000, what: 'the action to wait' });
    running.cancel();
    const { conclusion, main } = await running.finished;
    assert.deepEqual([conclusion, main.signal], ['cancelled', 'SIGKILL']);
    assert.deepEqual(main.sentSignals, ['SIGINT', 'SIGTERM', 'SIGKILL']);
    assert.match(main.log, /no to SIGINT\nno to SIGTERM/);
  });

  test('a secret that was masked is hidden in log and summary', async () => {
    await using github = await startGitHub();
    await using runner = await runnerOn(github);
    const job = { ...jobThat('mask-then-say', github), secrets: [secret], env: { SECRET: secret } };
    const { main } = await runner.run(job);
    assert.equal(main.log, 'The word is ***, said twice: ***');
    assert.equal(main.summary, 'The word is ***\n');
  });

  test('a secret in the log, in an output or in a comment ends the run with an error that does not repeat it', async () => {
    await using github = await startGitHub();
    await using runner = await runnerOn(github);
    const places = {
      say: /the log of main/,
      'put-out': /the output answer of main/,
      comment: /the body of POST .*comments/,
    };
    for (const [deed, place] of Object.entries(places)) {
      const job = { ...jobThat(deed, github), secrets: [secret], env: { SECRET: secret } };
      await assert.rejects(runner.run(job), (error: Error) => {
        assert.match(error.message, place);
        assert.equal(error.message.includes(secret), false);
        return true;
      });
    }
  });

  test("an outsider's pull request has a token that only reads", async () => {
    await using github = await startGitHub();
    await using runner = await runnerOn(github);
    assert.equal((await runner.run(jobThat('comment', github))).outputs.answer, '201');
    const outsider = jobThat('comment', github, pullRequest(github, { fork: true }));
    assert.equal((await runner.run(outsider)).outputs.answer, '403');
  });

  test("an outsider's pull request has no secrets in its inputs", async () => {
    await using github = await startGitHub();
    await using runner = await runnerOn(github);
    const withSecret = (job: Job) => ({
      ...job,
      inputs: { ...job.inputs, 'Two words': `mysql://root:${secret}@db` },
      secrets: [secret],
    });
    await assert.rejects(runner.run(withSecret(jobThat('put-out-input', github))), /Secret 1 can be read/);
    const outsider = jobThat('put-out-input', github, pullRequest(github, { fork: true }));
    assert.equal((await runner.run(withSecret(outsider))).outputs.answer, 'mysql://root:@db');
  });

  test('a step that takes too long is ended, and that is an error', async () => {
    await using github = await startGitHub();
    await using runner = await startRunner({ github, action, timeoutMs: 1000 });
    await assert.rejects(runner.run(jobThat('ignore-signals', github)), /ran for more than 1000 ms/);
  });

  test('a run that was dispatched through the API is the run that runs', async () => {
    await using github = await startGitHub();
    await using runner = await runnerOn(github);
    const job = jobThat('write-files', github);
    const { repository, commit } = job.event;
    const actor = repository.account('octo');
    const run = repository.startRun({ event: 'push', workflow: 'ship.yml', branch: 'main', sha: commit.sha, actor });
    assert.equal((await runner.run({ ...job, run })).run, run);
    assert.equal(run.progress, 'success');
    assert.equal(repository.workflowRuns.length, 1);
  });

  test('an input the action does not have is a mistake', async () => {
    await using github = await startGitHub();
    await using runner = await runnerOn(github);
    const job = jobThat('write-files', github);
    await assert.rejects(runner.run({ ...job, inputs: { do: 'write-files', speed: '9' } }), /no input speed/);
  });

  test('a push checks out its branch', async () => {
    await using github = await startGitHub();
    await using runner = await runnerOn(github);
    const repository = github.createRepository({ files: { 'migrations/1.sql': 'SELECT 1;\n' } });
    const before = repository.tip().sha;
    repository.push({ files: { 'migrations/1.sql': 'SELECT 2;\n' } });
    const event = pushEvent(github.urls, repository, before);
    const { outputs } = await runner.run({ event, inputs: { do: 'read-workspace' }, permissions: {} });
    assert.equal(outputs.answer, 'SELECT 2;');
  });

  test('disposing ends what still runs, and leaves no folder', async () => {
    await using github = await startGitHub();
    const runner = await runnerOn(github);
    const running = await runner.start(jobThat('ignore-signals', github));
    await waitFor(() => running.log.includes('waiting'), { timeoutMs: 20_000, what: 'the action to wait' });
    await runner[Symbol.asyncDispose]();
    const { main, workspace } = await running.finished;
    assert.equal(main.signal, 'SIGKILL');
    assert.equal(existsSync(workspace), false);
  });
}
