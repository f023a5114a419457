import { onAbort } from './on-abort.ts';

/** Milliseconds on a clock that never jumps; only differences mean anything. */
export function nowMs(): number {
  return performance.now();
}

/** Resolves after the time has passed; rejects with the signal's reason as soon as it is aborted. */
export function sleep(durationMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const listening = onAbort(signal, () => {
      clearTimeout(timer);
      reject(reasonOf(signal));
    });
    const timer = setTimeout(() => {
      listening[Symbol.dispose]();
      resolve();
    }, durationMs);
  });
}

/** Like {@link sleep}, where the wait must not be cancelled, such as while the end of a RENAME must be known. */
export function sleepUncancelled(durationMs: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, durationMs);
  });
}

/** The servers count lock waits and idle limits in whole seconds, and 1 is the smallest (MySQL manual, "Server System Variables"). */
export function wholeSeconds(durationMs: number): number {
  return Math.max(1, Math.floor(durationMs / 1000));
}

export function reasonOf(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new Error(String(signal.reason));
}
