import { sleep } from '../support/clock.ts';

/** Waited before each further try; three answers in a row are not lost by chance. */
const pausesMs = [1000, 3000] as const;

/**
 * Creates something of which there must be one. An answer that got lost does not tell whether the request did, so that
 * trying again means looking first.
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
