import { sleep } from './clock.ts';

/** After so long without a success nothing is tried any more. */
export const giveUpAfterMs = 30 * 60 * 1000;
const maxPauseMs = 30_000;

/** A longer and longer pause: 1 s after the first attempt, 30 s from the sixth on. */
export function backOff(attempts: number, signal: AbortSignal): Promise<void> {
  return sleep(Math.min(maxPauseMs, 500 * 2 ** attempts), signal);
}
