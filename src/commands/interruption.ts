import { GhostshipError } from '../support/errors.ts';

export interface Interruption extends Disposable {
  /** Aborted with a GhostshipError `aborted` once the process is asked to end. */
  readonly signal: AbortSignal;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Turns the signals that ask a process to end into one AbortSignal. So locks are released and tables tidied up first. A second
 * signal changes nothing. A process that is killed with SIGKILL leaves the tidying up to the next run.
 *
 * @param onFirst called with the name of the signal
 */
export function listenForInterruption(onFirst: (signal: string) => void): Interruption {
  const controller = new AbortController();
  const listener = (signal: string): void => {
    if (controller.signal.aborted) return;
    controller.abort(
      new GhostshipError('aborted', `The run was stopped (${signal}).`, {
        hint: 'Run it again when you like; it starts afresh.',
      }),
    );
    onFirst(signal);
  };
  for (const signal of signals) process.on(signal, listener);
  return {
    signal: controller.signal,
    [Symbol.dispose]() {
      for (const signal of signals) process.off(signal, listener);
    },
  };
}
