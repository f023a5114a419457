/**
 * Waits for both, whichever fails first: an error that nobody waits for would end the process.
 *
 * @param first belongs to somebody who closes it, also where the second fails
 * @param second is closed here where the first fails
 */
export async function openBoth<First, Second extends AsyncDisposable>(
  first: Promise<First>,
  second: Promise<Second>,
): Promise<readonly [First, Second]> {
  const [one, other] = await Promise.allSettled([first, second]);
  if (one.status === 'fulfilled' && other.status === 'fulfilled') return [one.value, other.value];
  if (other.status === 'fulfilled') await other.value[Symbol.asyncDispose]();
  throw [one, other].find((result) => result.status === 'rejected')?.reason;
}
