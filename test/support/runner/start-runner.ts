import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type GitHubEmulator, readOnly, type WorkflowRun } from '../github/index.ts';
import { readManifest } from './action-manifest.ts';
import type { ActionRun, RunningAction } from './action-run.ts';
import type { Job, StartedJob } from './job.ts';
import { makeJobFolder } from './job-folder.ts';
import { type RunnerSetup, RunningJob } from './run-job.ts';
import { oneProcessEach, StepHosts } from './start-script.ts';
import { type Grace, runnersGrace } from './stop-process.ts';

export interface RunnerOptions {
  readonly github: GitHubEmulator;
  /** Folder of the `action.yml`; its scripts must have been built. */
  readonly action: string;
  /** The `node` that runs the action; this process's own when left out. */
  readonly node?: string;
  /** The runner's own 7.5 s and 2.5 s when left out. */
  readonly grace?: Grace;
  /** Whether one process may run more than one step, which takes less time; default false. */
  readonly sharesProcesses?: boolean;
  /** For each step; default five minutes. */
  readonly timeoutMs?: number;
}

/** Runs an action as GitHub's own runner does. Disposing of it ends what still runs and removes its folders. */
export interface ActionRunner extends AsyncDisposable {
  /** @throws Error when a secret leaked, a step took too long, or the job is not one the runner can run */
  run(job: Job): Promise<ActionRun>;
  /** The same, without waiting for its end. */
  start(job: Job): Promise<RunningAction>;
}

export async function startRunner(options: RunnerOptions): Promise<ActionRunner> {
  const { github, action, node = process.execPath, grace = runnersGrace, timeoutMs = 300_000 } = options;
  const hosts = options.sharesProcesses === true ? new StepHosts() : null;
  const manifest = await readManifest(action);
  const folder = await mkdtemp(join(tmpdir(), 'ghostship-runner-'));
  return new FolderRunner(
    github,
    { action, manifest, node, starter: hosts ?? oneProcessEach, grace, timeoutMs },
    folder,
    hosts,
  );
}

class FolderRunner implements ActionRunner {
  readonly #github: GitHubEmulator;
  readonly #setup: RunnerSetup;
  readonly #folder: string;
  readonly #hosts: Disposable | null;
  readonly #running = new Map<RunningJob, Promise<unknown>>();

  constructor(github: GitHubEmulator, setup: RunnerSetup, folder: string, hosts: Disposable | null) {
    this.#hosts = hosts;
    this.#github = github;
    this.#setup = setup;
    this.#folder = folder;
  }

  async run(job: Job): Promise<ActionRun> {
    const { finished } = await this.start(job);
    return finished;
  }

  async start(job: Job): Promise<RunningAction> {
    const started = this.#startJob(job);
    const folder = await makeJobFolder(this.#folder, job.event, job.checkout ?? true);
    await job.before?.(folder.workspace);
    const running = new RunningJob(this.#setup, started, folder);
    const finished = running.run();
    this.#running.set(running, finished);
    // Whoever started it may look at the outcome later, or never: that alone must not end the process.
    finished.catch(() => undefined).finally(() => this.#running.delete(running));
    return {
      run: started.run,
      get log() {
        return running.log;
      },
      cancel: () => running.cancel(),
      kill: () => running.kill(),
      finished,
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const job of this.#running.keys()) job.kill();
    await Promise.allSettled(this.#running.values());
    this.#hosts?.[Symbol.dispose]();
    await rm(this.#folder, { recursive: true, force: true });
  }

  #startJob(job: Job): StartedJob {
    const { event, run = newRun(job) } = job;
    const { repository } = event;
    const permissions = event.isUntrusted ? readOnly(job.permissions) : job.permissions;
    return { job, run, github: this.#github, token: this.#github.token({ repository, permissions }) };
  }
}

function newRun({ event, workflow = 'ghostship.yml' }: Job): WorkflowRun {
  return event.repository.startRun({
    event: event.name,
    workflow,
    branch: event.branches?.head ?? event.ref.replace(/^refs\/heads\//, ''),
    sha: event.commit.sha,
    actor: event.repository.account(event.actor),
  });
}
