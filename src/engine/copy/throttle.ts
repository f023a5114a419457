import { Doorbell } from '../../support/doorbell.ts';
import type { HoldReason } from '../events.ts';

/** Holds the copy, never the apply. Every hold has a reason with a name, so that a person sees why the copy waits. */
export class Throttle {
  readonly #holds = new Set<HoldReason>();
  readonly #released = new Doorbell();

  get holds(): readonly HoldReason[] {
    return [...this.#holds];
  }

  set(reason: HoldReason, held: boolean): void {
    if (held) this.#holds.add(reason);
    else if (this.#holds.delete(reason) && this.#holds.size === 0) this.#released.ring();
  }

  /** Waits until nothing holds the copy. */
  async pass(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    while (this.#holds.size > 0) {
      await this.#released.wait(signal);
      signal.throwIfAborted();
    }
  }
}
