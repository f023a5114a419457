/** How long a cancelled step is given after each signal. */
export interface Grace {
  readonly afterSigintMs: number;
  readonly afterSigtermMs: number;
}

// The runner's own patience.
export const runnersGrace: Grace = { afterSigintMs: 7500, afterSigtermMs: 2500 };

export type StopSignal = 'SIGINT' | 'SIGTERM' | 'SIGKILL';

/**
 * Stops a process as the runner does when a run is cancelled: asks, asks again, kills. Signals go to the process
 * alone, not to its children.
 *
 * @param exited settles once the process is gone
 */
export async function stopProcess(
  send: (signal: StopSignal) => void,
  exited: Promise<unknown>,
  grace: Grace,
): Promise<void> {
  send('SIGINT');
  if (await settlesWithin(exited, grace.afterSigintMs)) return;
  send('SIGTERM');
  if (await settlesWithin(exited, grace.afterSigtermMs)) return;
  send('SIGKILL');
}

async function settlesWithin(promise: Promise<unknown>, timeoutMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), timeoutMs);
  });
  try {
    return await Promise.race([promise.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
