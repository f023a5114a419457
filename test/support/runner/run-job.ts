import { join } from 'node:path';
import type { ActionManifest } from './action-manifest.ts';
import type { ActionRun, StepResult } from './action-run.ts';
import { type Environment, inputEnvironment, jobEnvironment, stepEnvironment } from './environment.ts';
import { readFileCommand } from './file-command.ts';
import type { StartedJob } from './job.ts';
import { type JobFolder, makeStepFiles, readStepFiles } from './job-folder.ts';
import { Masks } from './masks.ts';
import { placesInRequests, refuseLeaks } from './secret-guard.ts';
import type { ScriptStarter } from './start-script.ts';
import { Step } from './step.ts';
import { StepLog } from './step-log.ts';
import type { Grace } from './stop-process.ts';

/** What the runner brings to every job. */
export interface RunnerSetup {
  /** Folder of `action.yml`. */
  readonly action: string;
  readonly manifest: ActionManifest;
  /** The `node` that runs the steps. */
  readonly node: string;
  readonly starter: ScriptStarter;
  readonly grace: Grace;
  readonly timeoutMs: number;
}

/** The main step, then the post step with the state the main step left, then a look whether a secret got out. */
export class RunningJob {
  readonly #setup: RunnerSetup;
  readonly #started: StartedJob;
  readonly #folder: JobFolder;
  readonly #masks = new Masks();
  readonly #mainLog = new StepLog(this.#masks);
  readonly #firstRequest: number;
  #current: Step | null = null;
  #isCancelled = false;
  #isMainOver = false;
  #isKilled = false;

  constructor(setup: RunnerSetup, started: StartedJob, folder: JobFolder) {
    this.#setup = setup;
    this.#started = started;
    this.#folder = folder;
    this.#firstRequest = started.github.requests.length;
  }

  get log(): string {
    return this.#mainLog.text;
  }

  /** A main step that is over is cancelled no more, and a post step has minutes of its own. */
  cancel(): void {
    if (this.#isMainOver) return;
    this.#isCancelled = true;
    this.#current?.cancel(this.#setup.grace);
  }

  /** Ends whatever step runs, at once. */
  kill(): void {
    this.#isKilled = true;
    this.#current?.kill();
  }

  async run(): Promise<ActionRun> {
    const { manifest } = this.#setup;
    const { run } = this.#started;
    const { workspace, temp } = this.#folder;
    run.progress = 'in_progress';
    const main = await this.#step(manifest.runs.main, this.#mainLog, {}, null);
    this.#isMainOver = true;
    const ofMain = this.#isCancelled ? 'cancelled' : main.exitCode === 0 ? 'success' : 'failure';
    const { post: script } = manifest.runs;
    const post = script !== undefined && this.#isDue(ofMain) ? await this.#postStep(script, main) : null;
    const conclusion = ofMain === 'success' && post !== null && post.exitCode !== 0 ? 'failure' : ofMain;
    run.progress = conclusion;
    this.#refuseLeaks(main, post);
    return { conclusion, main, post, outputs: main.outputs, run, workspace, temp };
  }

  #isDue(conclusion: ActionRun['conclusion']): boolean {
    const condition = this.#setup.manifest.runs['post-if'];
    const met = { success: 'success()', failure: 'failure()', cancelled: 'cancelled()' }[conclusion];
    return condition === 'always()' || condition === met;
  }

  async #postStep(script: string, main: StepResult): Promise<StepResult> {
    const state = Object.fromEntries(Object.entries(main.state).map(([name, value]) => [`STATE_${name}`, value]));
    return this.#step(script, new StepLog(this.#masks), state, main);
  }

  async #step(script: string, log: StepLog, extra: Environment, before: StepResult | null): Promise<StepResult> {
    const { action, manifest, node, starter, grace, timeoutMs } = this.#setup;
    const isMain = before === null;
    const files = await makeStepFiles(this.#folder);
    const ofJob = { ...jobEnvironment(this.#started, this.#folder), ...before?.env, ...extra };
    const inputs = inputEnvironment(manifest, this.#started);
    const env = stepEnvironment(ofJob, inputs, files, before?.addedPaths ?? []);
    const process = { node, script: join(action, script), cwd: this.#folder.workspace, env, timeoutMs };
    const step = new Step(process, starter, log);
    this.#current = step;
    if (this.#isKilled) step.kill();
    if (this.#isCancelled && isMain) step.cancel(grace);
    const exit = await step.exited;
    const written = await readStepFiles(files);
    return {
      ...exit,
      log: log.text,
      annotations: log.annotations,
      droppedAnnotations: log.dropped,
      summary: this.#masks.apply(written.summary),
      outputs: readFileCommand(written.output),
      state: readFileCommand(written.state),
      env: readFileCommand(written.env),
      addedPaths: written.path.split('\n').filter((line) => line !== ''),
    };
  }

  #refuseLeaks(main: StepResult, post: StepResult | null): void {
    const { job, token, github } = this.#started;
    const steps = post === null ? { main } : { main, post };
    const places = Object.entries(steps).flatMap(([name, { log, annotations, summary, outputs }]) => [
      { name: `the log of ${name}`, text: log },
      {
        name: `the annotations of ${name}`,
        text: annotations.map(({ title, message }) => `${title}\n${message}`).join('\n'),
      },
      { name: `the summary of ${name}`, text: summary },
      ...Object.entries(outputs).map(([output, text]) => ({ name: `the output ${output} of ${name}`, text })),
    ]);
    const requests = placesInRequests(github.requests.slice(this.#firstRequest));
    refuseLeaks([...(job.secrets ?? []), token], [...places, ...requests]);
  }
}
