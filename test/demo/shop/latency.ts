/** One write that was answered. */
export interface Write {
  /** By `Date.now()`, in milliseconds with a fraction. */
  readonly startedAt: number;
  readonly tookMs: number;
}

/** The writes that were under way at some moment from `from` to `to`. */
export function writesBetween(writes: readonly Write[], from: number, to: number): readonly Write[] {
  return writes.filter(({ startedAt, tookMs }) => startedAt <= to && startedAt + tookMs >= from);
}

/** In milliseconds; 0 for none. */
export function longestOf(writes: readonly Write[]): number {
  return writes.reduce((longest, { tookMs }) => Math.max(longest, tookMs), 0);
}

/** The median in milliseconds; 0 for none. */
export function usualOf(writes: readonly Write[]): number {
  const sorted = writes.map(({ tookMs }) => tookMs).toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
