import { resolve } from 'node:path';
import { listenForInterruption } from '../commands/interruption.ts';
import { toGhostshipError } from '../commands/known-error.ts';
import { refuseNotYet } from '../commands/not-yet.ts';
import { options } from '../commands/options.ts';
import { readConfig } from '../commands/read-config.ts';
import { describeError } from '../commands/run-outcome.ts';
import { readSettings } from '../commands/settings.ts';
import { errorText } from '../report/outcome-text.ts';
import type { ActionRun } from './action-run.ts';
import { chooseMode, type Mode } from './choose-mode.ts';
import { fail, log } from './core.ts';
import { Delivery } from './delivery.ts';
import { parseEvent } from './event.ts';
import { readInputs } from './inputs.ts';
import { publish } from './outputs.ts';
import { readEvent } from './read-event.ts';
import { readSurroundings } from './surroundings.ts';

/** The action from its first line to its last; what goes wrong fails the step with a sentence, never with a stack. */
export async function runAction(): Promise<void> {
  using interruption = listenForInterruption((signal) =>
    log(`${signal}: stopping. Locks are given back and tables tidied up first.`),
  );
  try {
    const inputs = readInputs();
    const surroundings = readSurroundings(process.env);
    const { name, payload } = await readEvent(process.env);
    const event = parseEvent(name, payload);
    const path = resolve(surroundings.workspace, inputs.config || options.config.default);
    const settings = readSettings(inputs, await readConfig(path, inputs.config !== '', surroundings.workspace));
    const choice = chooseMode(settings.values.mode, event);
    if ('nothing' in choice) return log(choice.nothing);
    const { connectHub } = await import('./github.ts');
    const run = {
      settings,
      event,
      hub: connectHub(inputs['github-token'] ?? ''),
      surroundings,
      delivery: new Delivery(),
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
    case 'migrate':
      return (await import('./migrate-run.ts')).migrateRun(run, signal);
    case 'control':
      return (await import('./control-run.ts')).controlRun(run, signal);
    case 'status':
      return (await import('./look-run.ts')).statusRun(run, signal);
    case 'cleanup':
      return (await import('./look-run.ts')).cleanupRun(run, signal);
    case 'rehearse':
    case 'revert':
      return refuseNotYet(mode);
  }
}
