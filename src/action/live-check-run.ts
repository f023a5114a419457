import { nowMs, sleep } from '../support/clock.ts';
import type { CheckOutput, CheckRun } from './check-run.ts';

/** As often as anybody looks. */
const shortestPauseMs = 5_000;

/** A migration of days must leave the token's 1,000 requests an hour to others. */
const longestPauseMs = 60_000;

/**
 * Keeps a check run up to date while a migration runs. The migration never waits for it: when GitHub is slow or down, only the
 * updates are late.
 */
export class LiveCheckRun implements AsyncDisposable {
  readonly #check: CheckRun;
  readonly #look: () => CheckOutput;
  readonly #closing = new AbortController();
  readonly #updating: Promise<void>;

  constructor(check: CheckRun, look: () => CheckOutput) {
    this.#check = check;
    this.#look = look;
    this.#updating = this.#keepUpdating();
  }

  /** After this nothing is sent any more. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#closing.abort();
    await this.#updating;
  }

  async #keepUpdating(): Promise<void> {
    const { signal } = this.#closing;
    const startedAt = nowMs();
    let sent = '';
    let failures = 0;
    while (!signal.aborted) {
      const output = this.#look();
      const text = JSON.stringify(output);
      if (text !== sent) {
        const arrived = await this.#check.update(output).then(
          () => true,
          () => false,
        );
        failures = arrived ? 0 : failures + 1;
        if (arrived) sent = text;
      }
      await sleep(pauseMs(nowMs() - startedAt, failures), signal).catch(() => undefined);
    }
  }
}

/** The longer a migration runs, the slower its progress changes. */
function pauseMs(elapsedMs: number, failures: number): number {
  const wanted = Math.max(shortestPauseMs, elapsedMs / 20) * 2 ** failures;
  return Math.min(longestPauseMs, wanted);
}
