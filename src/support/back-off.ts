import { nowMs, sleep } from './clock.ts';

/** After so long without a success nothing is tried any more. */
export const giveUpAfterMs = 30 * 60 * 1000;
const maxPauseMs = 30_000;

/**
 * Tries, with a longer and longer pause, until something comes of it.
 *
 * @param attempt its answer is `null` where somebody was in the way
 * @throws what `gaveUp` gives, after half an hour
 */
export async function tryUntilGivenUp<Answer>(
  attempt: () => Promise<Answer | null>,
  gaveUp: (attempts: number) => Error,
  signal: AbortSignal,
): Promise<Answer> {
  const startedAt = nowMs();
  for (let attempts = 1; ; attempts += 1) {
    signal.throwIfAborted();
    const answer = await attempt();
    if (answer !== null) return answer;
    if (nowMs() - startedAt > giveUpAfterMs) throw gaveUp(attempts);
    await backOff(attempts, signal);
  }
}

/** A longer and longer pause: 1 s after the first attempt, 30 s from the sixth on. */
export function backOff(attempts: number, signal: AbortSignal): Promise<void> {
  return sleep(Math.min(maxPauseMs, 500 * 2 ** attempts), signal);
}
