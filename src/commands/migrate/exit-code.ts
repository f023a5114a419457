import type { ErrorCode } from '../../support/errors.ts';
import { isDone, type OutcomeError, type RunOutcome } from './run-outcome.ts';

/** What a process ends with. Scripts rely on these numbers. */
export const exitCodes = {
  done: 0,
  /** The table is unchanged. */
  failed: 1,
  wrongUsage: 2,
  /** A table is changed although something failed, or nobody knows: a person must look. */
  mustLook: 3,
  /** There is a checkpoint; run it again to go on. */
  yielded: 75,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export function exitCodeOf(outcome: RunOutcome): ExitCode {
  const stopped = outcome.migrations.find(({ state }) => !isDone(state) && state !== 'queued');
  if (stopped !== undefined && stopped.tableState !== 'unchanged') return exitCodes.mustLook;
  if (isDone(outcome.state)) return exitCodes.done;
  if (outcome.state === 'yielded') return exitCodes.yielded;
  return exitCodeOfError(outcome.error);
}

/** For a command that ends with an error before there is an outcome. */
export function exitCodeOfError(error: OutcomeError | null): ExitCode {
  return error !== null && usageErrors.includes(error.code) ? exitCodes.wrongUsage : exitCodes.failed;
}

const usageErrors: readonly ErrorCode[] = ['usage', 'bad-target'];
