import { reasonOf } from './clock.ts';
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

  /**
   * Resolves at the next ring or after `timeoutMs`; the caller looks which it was.
   *
   * @throws the signal's reason as soon as it is aborted: whoever waits in a loop would never leave it
   */
  async wait(signal: AbortSignal, timeoutMs: number | null = null): Promise<void> {
    signal.throwIfAborted();
    if (this.#rung) {
      this.#rung = false;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const timer = timeoutMs === null ? null : setTimeout(() => wake(), timeoutMs);
      const leave = (): void => {
        if (timer !== null) clearTimeout(timer);
        this.#waiting.delete(wake);
        listening[Symbol.dispose]();
      };
      const wake = (): void => {
        leave();
        resolve();
      };
      const listening = onAbort(signal, () => {
        leave();
        reject(reasonOf(signal));
      });
      this.#waiting.add(wake);
    });
  }
}
