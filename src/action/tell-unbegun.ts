import type { OutcomeError } from '../commands/migrate/run-outcome.ts';
import type { RawValues } from '../commands/options/parse-values.ts';
import { environmentName } from '../commands/options/value.ts';
import { chooseMode } from './choose-mode.ts';
import type { Event } from './event.ts';
import type { GitHubRepository } from './github.ts';
import type { RunnerEnvironment } from './runner-environment.ts';
import { targetName } from './target-name.ts';
import type { TolerantWrites } from './tolerant-writes.ts';

/** A run that could not begin. */
export interface Unbegun {
  readonly event: Event;
  readonly repository: GitHubRepository;
  readonly runner: RunnerEnvironment;
  readonly writes: TolerantWrites;
  readonly environment: string | null;
  /** False where the name that was given for the environment is none: its section of the comment is not known. */
  readonly isNamed: boolean;
}

interface Named {
  readonly inputs: RawValues;
  /** Empty where the config file has none, or cannot be read. */
  readonly namespace: string;
}

/** Tells the pull request what its run did not do, and why. The log alone is read by nobody. */
export async function tellUnbegun(
  { inputs, namespace, ...run }: Omit<Unbegun, 'environment' | 'isNamed'> & Named,
  error: OutcomeError,
): Promise<void> {
  const mode = begunBy(inputs.mode ?? '', run.event);
  // The inputs have not been read, or are wrong.
  const name = inputs.environment ? environmentName.safeParse(inputs.environment) : null;
  if (mode === null) return;
  const environment = targetName({ environment: name?.data ?? null, namespace });
  const unbegun = { ...run, environment, isNamed: name?.success !== false };
  if (mode === 'migrate') await (await import('./tell-not-migrated.ts')).tellNotMigrated(unbegun, error);
  else await (await import('./tell-no-plan.ts')).tellNoPlan(unbegun, mode, error);
}

/** The mode, if it is one that a pull request waits for. */
function begunBy(wanted: string, event: Event): 'lint' | 'plan' | 'migrate' | null {
  if (wanted === 'lint' || wanted === 'plan' || wanted === 'migrate') return wanted;
  if ((wanted !== '' && wanted !== 'auto') || event.kind === 'other') return null;
  const choice = chooseMode('auto', event);
  return 'mode' in choice && (choice.mode === 'plan' || choice.mode === 'migrate') ? choice.mode : null;
}
