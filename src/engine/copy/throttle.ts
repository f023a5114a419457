import { nowMs } from '../../support/clock.ts';
import { Doorbell } from '../../support/doorbell.ts';
import type { Hold, HoldReason, Reading } from '../events.ts';

/** A statement that waits for a lock takes long and works little. The rest after it is that of a statement of this length. */
const mostWorkMs = 2_000;

/** Holds the copy, never the apply. Every hold has a reason with a name, so that a person sees why the copy waits. */
export class Throttle {
  readonly #holds = new Map<HoldReason, { readonly sinceMs: number; readonly reading: Reading | null }>();
  readonly #news = new Doorbell();
  #watchesToLook = 0;
  #percent = 0;

  get holds(): readonly Hold[] {
    return [...this.#holds].map(([reason, { sinceMs, reading }]) => ({
      reason,
      forMs: Math.round(nowMs() - sinceMs),
      reading,
    }));
  }

  get isHeld(): boolean {
    return this.#holds.size > 0;
  }

  isHeldBy(reason: HoldReason): boolean {
    return this.#holds.has(reason);
  }

  /**
   * Lets the copy wait until a watch has looked for the first time: what it would hold must not begin before.
   * @returns what the watch calls after each look
   */
  awaitFirstLook(): () => void {
    let isAwaited = true;
    this.#watchesToLook++;
    return () => {
      if (!isAwaited) return;
      isAwaited = false;
      this.#watchesToLook--;
      this.#news.ring();
    };
  }

  /** @param reading what was seen at this look, where it is a number */
  set(reason: HoldReason, held: boolean, reading: Reading | null = null): void {
    if (held) this.#holds.set(reason, { sinceMs: this.#holds.get(reason)?.sinceMs ?? nowMs(), reading });
    else if (this.#holds.delete(reason) && this.#holds.size === 0) this.#news.ring();
  }

  /** The part of the time that the copy rests by command, in percent. */
  get percent(): number {
    return this.#percent;
  }

  /** @param percent 0 to 100; 100 holds the copy */
  slowTo(percent: number): void {
    this.#percent = percent;
    this.set('throttled', percent === 100);
    this.#news.ring();
  }

  /** Waits until nothing holds the copy. */
  async pass(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    while (this.#holds.size > 0 || this.#watchesToLook > 0) {
      await this.#news.wait(signal);
    }
  }

  /** Rests after a statement, so that its share of the time is what the throttle leaves. */
  async rest(workedMs: number, signal: AbortSignal): Promise<void> {
    const countedMs = Math.min(workedMs, mostWorkMs);
    for (const startedAt = nowMs(); this.#percent > 0 && this.#percent < 100; ) {
      const leftMs = (countedMs * this.#percent) / (100 - this.#percent) - (nowMs() - startedAt);
      if (leftMs <= 0) return;
      await this.#news.wait(signal, leftMs);
    }
  }
}
