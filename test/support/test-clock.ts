import { mock } from 'node:test';
import { setImmediate } from 'node:timers/promises';

/** Short enough that no timer of the tested code is passed over. */
const stepMs = 10;
/** A few rounds of the event loop let everything go on that a timer has woken. */
const roundsAStep = 3;

/** Time that passes only as the test says, for `setTimeout` and `performance.now`; disposing it lets real time go on. */
export interface TestClock extends Disposable {
  readonly nowMs: number;
  pass(durationMs: number): Promise<void>;
  /**
   * Lets time pass until the condition holds.
   *
   * @throws Error naming `what` where that takes longer than `withinMs`
   */
  passUntil(condition: () => boolean, withinMs: number, what: string): Promise<void>;
}

/** One at a time in a process: all of it lives on this clock. */
export function startTestClock(): TestClock {
  mock.timers.enable({ apis: ['setTimeout'] });
  let nowMs = 0;
  const clock = mock.method(performance, 'now', () => nowMs);
  const step = async (): Promise<void> => {
    nowMs += stepMs;
    mock.timers.tick(stepMs);
    for (let round = 0; round < roundsAStep; round++) await setImmediate();
  };
  return {
    get nowMs() {
      return nowMs;
    },
    async pass(durationMs) {
      const untilMs = nowMs + durationMs;
      while (nowMs < untilMs) await step();
    },
    async passUntil(condition, withinMs, what) {
      const untilMs = nowMs + withinMs;
      while (!condition()) {
        if (nowMs >= untilMs) throw new Error(`${withinMs} ms passed without ${what}.`);
        await step();
      }
    },
    [Symbol.dispose]() {
      clock.mock.restore();
      mock.timers.reset();
    },
  };
}
