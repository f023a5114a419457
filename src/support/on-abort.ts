import { setMaxListeners } from 'node:events';

/**
 * Calls `listener` once when the signal is aborted, unless this is disposed before.
 *
 * All tasks of a migration wait on one signal. They are more than Node 20 allows without a warning; later versions have no
 * limit. Without it a leak goes unseen, so all listening goes through here, and whoever waits disposes in the end.
 */
export function onAbort(signal: AbortSignal, listener: () => void): Disposable {
  setMaxListeners(0, signal);
  signal.addEventListener('abort', listener, { once: true });
  return { [Symbol.dispose]: () => signal.removeEventListener('abort', listener) };
}

/** Waits for what does not listen to the signal itself: it goes on, and nobody waits for it any more. */
export async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return await new Promise<T>((resolve, reject) => {
    const listening = onAbort(signal, () => reject(signal.reason as Error));
    void work.then(resolve, reject).finally(() => listening[Symbol.dispose]());
    if (signal.aborted) reject(signal.reason as Error);
  });
}
