import { listenForInterruption } from '../commands/interruption.ts';
import { toGhostshipError } from '../commands/known-error.ts';
import { describeError, type OutcomeError } from '../commands/migrate/run-outcome.ts';
import { noConfig } from '../commands/options/config.ts';
import { readSettings } from '../commands/options/settings.ts';
import { errorText } from '../report/outcome-text.ts';
import { messageOf } from '../support/errors.ts';
import type { ActionRun } from './action-run.ts';
import { checkoutFolder } from './checkout-folder.ts';
import { chooseMode, type Mode } from './choose-mode.ts';
import { fail, log, notice } from './core.ts';
import { dispatchInputsOf, parseEvent } from './event.ts';
import type { GitHubRepository } from './github.ts';
import { maskSecrets, readInputs } from './inputs.ts';
import { publish } from './outputs.ts';
import { Patience } from './patience.ts';
import { readEvent } from './read-event.ts';
import { isLabelled } from './rehearse-label.ts';
import { readReviewedConfig } from './reviewed-config.ts';
import { type RunnerEnvironment, readRunnerEnvironment } from './runner-environment.ts';
import { whyNotPlanned } from './still-open.ts';
import { TolerantWrites } from './tolerant-writes.ts';
import { whyNotMigrate } from './why-not-migrate.ts';

/** The action from its first line to its last; what goes wrong fails the step with a sentence, never with a stack. */
export async function runAction(): Promise<void> {
  using interruption = listenForInterruption((signal) =>
    log(
      `${signal}: stopping. Locks are given back first. What a migration has noted as copied is kept for its next run.`,
    ),
  );
  let tellPull: TellPull | null = null;
  try {
    const inputs = readInputs();
    const runner = await atCheckout(readRunnerEnvironment(process.env));
    const { name, payload } = await readEvent(process.env);
    const event = parseEvent(name, payload, runner.ref);
    const connect = async (patience: Patience | null): Promise<GitHubRepository> =>
      (await import('./github.ts')).connectRepository(inputs['github-token'] ?? '', patience);
    tellPull = async (error) => {
      const repository = await connect(new Patience(planPatienceMs));
      const { tellUnbegun } = await import('./tell-unbegun.ts');
      // What is wrong may be the config file itself.
      const read = await readReviewedConfig(repository, event, inputs, runner).catch(() => null);
      const namespace = read?.config.values.namespace ?? '';
      await tellUnbegun({ event, repository, runner, writes: new TolerantWrites(), inputs, namespace }, error);
    };
    const { mode: wanted, command } = readSettings(inputs, noConfig).values;
    const choice = chooseMode(wanted, event, command);
    if ('nothing' in choice) return log(choice.nothing);
    const repository = await connect(patienceFor(choice.mode));
    const { config, ...place } = await readReviewedConfig(repository, event, inputs, runner);
    maskSecrets(config.values);
    const limit = runner.limitMs === null ? {} : { 'max-runtime': `${runner.limitMs}ms` };
    const settings = readSettings(inputs, { ...config, values: { ...limit, ...config.values } });
    const objection = choice.mode === 'migrate' ? whyNotMigrate(event, settings.values.branches) : null;
    if (objection !== null) return notice(objection);
    const run = {
      settings,
      config: place,
      event,
      repository,
      runner,
      writes: new TolerantWrites(),
      dispatchInputs: dispatchInputsOf(name, payload),
      byEvent: wanted === 'auto',
      orderedFor: null,
      goesOnOnly: wanted === 'auto' && command === null && name === 'schedule',
    };
    await runMode(choice.mode, run, interruption.signal, () => {
      // From here on the mode has a check run of its own, and tells what goes wrong.
      tellPull = null;
    });
  } catch (error) {
    const described = describeError(toGhostshipError(error));
    publish({ state: described.code === 'aborted' ? 'aborted' : 'failed', 'error-code': described.code });
    fail(errorText(described, null));
    const [{ summarize }, { runFailure }] = await Promise.all([
      import('./job-summary.ts'),
      import('../report/outcome-markdown.ts'),
    ]);
    await summarize(runFailure(described), { failures: [] });
    await tellPull?.(described).catch((failure: unknown) => notice(messageOf(failure)));
  }
}

async function atCheckout(runner: RunnerEnvironment): Promise<RunnerEnvironment> {
  return { ...runner, workspace: await checkoutFolder(runner.workspace, runner.repositoryUrl) };
}

type TellPull = (error: OutcomeError) => Promise<void>;

/** People wait for a plan. A migration may wait long for GitHub before it begins: nobody has to look at it. */
function patienceFor(mode: Mode): Patience | null {
  return mode === 'plan' || mode === 'lint' ? new Patience(planPatienceMs) : null;
}

/** With a second for each request after that it is less than a minute. */
const planPatienceMs = 50_000;

/**
 * Each mode is loaded when it is chosen: a lint need not wait for a database driver and an engine.
 *
 * @param onBegin once nothing is in the way any more
 */
async function runMode(mode: Mode, run: ActionRun, signal: AbortSignal, onBegin: () => void): Promise<void> {
  if (mode !== 'migrate') onBegin();
  switch (mode) {
    case 'lint':
    case 'plan':
      return await planAndRehearse(mode, run, signal);
    case 'rehearse':
      await (await import('./rehearse-run.ts')).rehearseRun(run, signal);
      return;
    case 'migrate':
      await (await import('./migrate-run.ts')).migrateRun(run, signal, onBegin);
      return;
    case 'control':
      return (await import('./control-run.ts')).controlRun(run, signal);
    case 'revert':
      return (await import('./revert-run.ts')).revertRun(run, signal);
    case 'status':
      return (await import('./status-run.ts')).statusRun(run, signal);
    case 'cleanup':
      return (await import('./cleanup-run.ts')).cleanupRun(run, signal);
  }
}

/** What is red need not be rehearsed. */
async function planAndRehearse(mode: 'lint' | 'plan', run: ActionRun, signal: AbortSignal): Promise<void> {
  const objection = await whyNotPlanned(run);
  if (objection !== null) return notice(objection);
  const { isGood } = await (await import('./plan-run.ts')).planRun(run, mode, signal);
  if (!isGood || !run.byEvent || !isLabelled(run.event)) return;
  await (await import('./rehearse-run.ts')).rehearseRun(run, signal);
}
