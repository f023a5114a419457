/** One write, by the clock of `performance.now()`. */
export interface Write {
  /** When it was to begin. */
  readonly dueMs: number;
  /** From then until the server's answer: a write that had to queue behind a blocked one has waited as well. */
  readonly tookMs: number;
}

export interface Latency {
  readonly writes: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
}

export function latencyOf(writes: readonly Write[]): Latency {
  const sorted = writes.map(({ tookMs }) => tookMs).sort((a, b) => a - b);
  return {
    writes: sorted.length,
    p50Ms: quantile(sorted, 0.5),
    p99Ms: quantile(sorted, 0.99),
    maxMs: quantile(sorted, 1),
  };
}

/** Writes under way at any moment of the interval. */
export function writesDuring(writes: readonly Write[], fromMs: number, untilMs: number): Write[] {
  return writes.filter(({ dueMs, tookMs }) => dueMs <= untilMs && dueMs + tookMs >= fromMs);
}

export function median(values: readonly number[]): number {
  return quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );
}

/** Nearest rank; NaN of nothing. */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
