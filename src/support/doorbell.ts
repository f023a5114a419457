import { onAbort } from './on-abort.ts';

/**
 * Wakes those who wait for news, without saying what the news is: they look for themselves. A ring with nobody at the
 * door is remembered, so that news between a look and a wait is not missed.
 */
export class Doorbell {
  #rung = false;
  #waiting = new Set<() => void>();

  ring(): void {
    if (this.#waiting.size === 0) {
      this.#rung = true;
      return;
    }
    const waiting = this.#waiting;
    this.#waiting = new Set();
    for (const wake of waiting) wake();
  }

  /** Resolves at the next ring, after `timeoutMs`, or when the signal is aborted; the caller looks which it was. */
  async wait(signal: AbortSignal, timeoutMs: number | null = null): Promise<void> {
    if (this.#rung || signal.aborted) {
      this.#rung = false;
      return;
    }
    await new Promise<void>((resolve) => {
      const timer = timeoutMs === null ? null : setTimeout(() => done(), timeoutMs);
      const done = (): void => {
        if (timer !== null) clearTimeout(timer);
        this.#waiting.delete(done);
        listening[Symbol.dispose]();
        resolve();
      };
      const listening = onAbort(signal, done);
      this.#waiting.add(done);
    });
  }
}
