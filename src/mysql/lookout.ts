import { nowMs, sleepUncancelled } from '../support/clock.ts';
import { Ending, endOfProcess, patience } from './patience.ts';

/** Of a statement that is at work, the next looks come less and less often. */
const maxPauseMs = 30_000;
const looksUntilLost = 2;

/** What one look at the server has shown. */
export type Sight =
  | { readonly kind: 'seen'; readonly atWork: ReadonlySet<number> }
  /** It answers, and does not tell: it has no connection left, for instance. */
  | { readonly kind: 'hidden' }
  | { readonly kind: 'unreachable' };

/** Calls back once nobody will answer any more; disposed of as soon as there is an answer. */
export type Watch = (connectionId: number, giveUp: (why: Error) => void) => Disposable;

/**
 * A connection whose packets vanish never fails by itself. So whoever has waited for an answer for a while asks, on another
 * connection, what the server is doing for the first one. While it is at work the wait goes on, for as long as it takes; a long
 * statement has no deadline. Where the server does nothing, or cannot be reached, the answer is lost.
 *
 * All connections to one server share the looks.
 */
export class Lookout {
  readonly #look: () => Promise<Sight>;
  readonly #ending = new Ending();
  #looking: Promise<Sight> | null = null;

  constructor(look: () => Promise<Sight>) {
    this.#look = look;
  }

  readonly watch: Watch = (connectionId, giveUp) => {
    let isOver = false;
    const timer = setTimeout(() => void this.#follow(connectionId, giveUp, () => isOver), patience().silenceMs);
    const endings = [endOfProcess, this.#ending].map((ending) => ending.watch(() => giveUp(leftBehind())));
    return {
      [Symbol.dispose]() {
        isOver = true;
        clearTimeout(timer);
        for (const ending of endings) ending[Symbol.dispose]();
      },
    };
  };

  /** From now on a long statement has a deadline as well. */
  endSoon(): void {
    this.#ending.begin();
  }

  async #follow(connectionId: number, giveUp: (why: Error) => void, isOver: () => boolean): Promise<void> {
    let pauseMs = patience().silenceMs;
    let fruitlessSince = 0;
    for (let fruitless = 0; ; ) {
      const askedAt = nowMs();
      const sight = await this.#share();
      if (isOver()) return;
      const isAnswerDue = sight.kind === 'unreachable' || (sight.kind === 'seen' && !sight.atWork.has(connectionId));
      fruitless = isAnswerDue ? fruitless + 1 : 0;
      if (fruitless === 1) fruitlessSince = askedAt;
      const isEnough = sight.kind !== 'unreachable' || nowMs() - fruitlessSince >= patience().unreachableMs;
      if (fruitless >= looksUntilLost && isEnough) return giveUp(lost(sight));
      pauseMs = isAnswerDue ? patience().silenceMs : Math.min(maxPauseMs, pauseMs * 2);
      await sleepUncancelled(isAnswerDue ? patience().againMs : pauseMs);
      if (isOver()) return;
    }
  }

  #share(): Promise<Sight> {
    this.#looking ??= this.#look().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }
}

/** For the looks themselves: nobody looks after them. */
export function deadline(timeoutMs: number): Watch {
  return (_, giveUp) => {
    const timer = setTimeout(() => giveUp(new Error(`there was no answer within ${timeoutMs} ms`)), timeoutMs);
    return { [Symbol.dispose]: () => clearTimeout(timer) };
  };
}

function leftBehind(): Error {
  return new Error('the run was asked to end, and the server did not come to an end with the statement');
}

function lost(sight: Sight): Error {
  return new Error(
    sight.kind === 'unreachable'
      ? 'there is no answer any more, and the server cannot be reached'
      : 'there is no answer any more, though the server is up',
  );
}
