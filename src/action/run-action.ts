import { listenForInterruption } from '../commands/interruption.ts';
import { toGhostshipError } from '../commands/known-error.ts';
import { describeError } from '../commands/migrate/run-outcome.ts';
import { noConfig } from '../commands/options/config.ts';
import { readSettings } from '../commands/options/settings.ts';
import { errorText } from '../report/outcome-text.ts';
import type { ActionRun } from './action-run.ts';
import { chooseMode, type Mode } from './choose-mode.ts';
import { fail, log, notice } from './core.ts';
import { dispatchInputsOf, parseEvent } from './event.ts';
import { maskPasswords, readInputs } from './inputs.ts';
import { publish } from './outputs.ts';
import { readEvent } from './read-event.ts';
import { readReviewedConfig } from './reviewed-config.ts';
import { readRunnerEnvironment } from './runner-environment.ts';
import { TolerantWrites } from './tolerant-writes.ts';
import { whyNotMigrate } from './why-not-migrate.ts';

/** The action from its first line to its last; what goes wrong fails the step with a sentence, never with a stack. */
export async function runAction(): Promise<void> {
  using interruption = listenForInterruption((signal) =>
    log(
      `${signal}: stopping. Locks are given back first. What a migration has noted as copied is kept for its next run.`,
    ),
  );
  try {
    const inputs = readInputs();
    const runner = readRunnerEnvironment(process.env);
    const { name, payload } = await readEvent(process.env);
    const event = parseEvent(name, payload, runner.ref);
    const wanted = readSettings(inputs, noConfig).values.mode;
    const choice = chooseMode(wanted, event);
    if ('nothing' in choice) return log(choice.nothing);
    const { connectRepository } = await import('./github.ts');
    const repository = connectRepository(inputs['github-token'] ?? '');
    const { config, ...place } = await readReviewedConfig(repository, event, inputs, runner);
    maskPasswords(config.values);
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
      goesOnOnly: wanted === 'auto' && name === 'schedule',
    };
    await runMode(choice.mode, run, interruption.signal);
  } catch (error) {
    const described = describeError(toGhostshipError(error));
    publish({ state: described.code === 'aborted' ? 'aborted' : 'failed', 'error-code': described.code });
    fail(errorText(described, null));
  }
}

/** Each mode is loaded when it is chosen: a lint need not wait for a database driver and an engine. */
async function runMode(mode: Mode, run: ActionRun, signal: AbortSignal): Promise<void> {
  switch (mode) {
    case 'lint':
    case 'plan':
      return (await import('./plan-run.ts')).planRun(run, mode, signal);
    case 'rehearse':
      return (await import('./rehearse-run.ts')).rehearseRun(run, signal);
    case 'migrate':
      return (await import('./migrate-run.ts')).migrateRun(run, signal);
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
