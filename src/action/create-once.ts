import { sleep } from '../support/clock.ts';

/** Pauses before each further try. Three lost answers in a row are no accident. */
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
      await sleep(pauseMs, new AbortController().signal);
      const found = await find();
      if (found !== null) return found;
    }
  }
}

/** A connection that broke counts as a status of 500 with this client. */
function mayHaveArrived(error: unknown): boolean {
  const { status } = error as { status?: unknown };
  return typeof status === 'number' && status >= 500;
}
