import { sleepUncancelled } from '../support/clock.ts';
import { statusOf } from './github-trouble.ts';

/** Pauses before each further try. After three lost answers nothing is tried any more. */
const pausesMs = [1000, 3000] as const;

/**
 * Creates something that must exist only once. When the answer is lost, the request may still have arrived. So each further
 * try looks for the thing first.
 *
 * @param create must not try again by itself
 * @throws what `create` throws, when it is certain that nothing was created
 */
export async function createOnce<T>(create: () => Promise<T>, find: () => Promise<T | null>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await create();
    } catch (error) {
      const pauseMs = pausesMs[attempt];
      if (pauseMs === undefined || !mayHaveArrived(error)) throw error;
      await sleepUncancelled(pauseMs);
      const found = await find();
      if (found !== null) return found;
    }
  }
}

/** A connection that broke counts as a status of 500 with this client. */
function mayHaveArrived(error: unknown): boolean {
  return (statusOf(error) ?? 0) >= 500;
}
