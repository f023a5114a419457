export interface WaitOptions {
  readonly timeoutMs: number;
  /** What is waited for, as it reads after "Waited 5000 ms for": "the replica to catch up". */
  readonly what: string;
  /** Pause between two looks. */
  readonly everyMs?: number;
}

type Falsy = false | null | undefined | 0 | '';

/**
 * Looks again and again until the condition gives something truthy, and returns that.
 *
 * @throws what the condition throws, at once; an Error naming `what` once the time is over.
 */
export async function waitFor<T>(
  condition: () => T | Promise<T>,
  { timeoutMs, what, everyMs = 20 }: WaitOptions,
): Promise<Exclude<T, Falsy>> {
  const deadlineMs = performance.now() + timeoutMs;
  for (;;) {
    const found = await condition();
    if (isTruthy(found)) return found;
    if (performance.now() >= deadlineMs) throw new Error(`Waited ${timeoutMs} ms for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}

function isTruthy<T>(value: T): value is Exclude<T, Falsy> {
  return Boolean(value);
}
