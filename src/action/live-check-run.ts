import type { Annotation } from '../report/annotation.ts';
import { nowMs, sleep } from '../support/clock.ts';
import type { CheckOutput, CheckRun } from './check-run.ts';

/** As often as anybody looks. */
const shortestPauseMs = 5_000;

/** A migration of days must leave the token's 1,000 requests an hour to others. */
const longestPauseMs = 60_000;

/** What there is to show at a moment. */
export interface Look {
  readonly output: CheckOutput;
  /** All of them; the list only grows. */
  readonly annotations: readonly Annotation[];
}

/**
 * Keeps a check run up to date while a migration runs. The migration never waits for it: when GitHub is slow or down, only the
 * updates are late.
 */
export class LiveCheckRun implements AsyncDisposable {
  readonly #check: CheckRun;
  readonly #look: () => Look;
  #annotated = 0;
  /** An update that failed may have arrived: its answer may be what was lost. */
  #isUnsure = false;
  readonly #closing = new AbortController();
  readonly #updating: Promise<void>;

  constructor(check: CheckRun, look: () => Look) {
    this.#check = check;
    this.#look = look;
    this.#updating = this.#keepUpdating();
  }

  /** How many of the annotations GitHub has; the others are to be sent with the end. */
  async countAnnotated(): Promise<number> {
    if (!this.#isUnsure) return this.#annotated;
    return await this.#check.countAnnotations().catch(() => this.#annotated);
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
      const look = this.#look();
      const text = JSON.stringify(look);
      if (text !== sent) {
        const arrived = await this.#send(look).then(
          () => true,
          () => false,
        );
        failures = arrived ? 0 : failures + 1;
        if (arrived) sent = text;
      }
      await sleep(pauseMs(nowMs() - startedAt, failures), signal).catch(() => undefined);
    }
  }

  async #send({ output, annotations }: Look): Promise<void> {
    if (this.#isUnsure) this.#annotated = await this.#check.countAnnotations();
    this.#isUnsure = true;
    this.#annotated += await this.#check.update(output, annotations.slice(this.#annotated));
    this.#isUnsure = false;
  }
}

/** The longer a migration runs, the slower its progress changes. */
export function pauseMs(elapsedMs: number, failures: number): number {
  const wanted = Math.max(shortestPauseMs, elapsedMs / 20) * 2 ** failures;
  return Math.min(longestPauseMs, wanted);
}
