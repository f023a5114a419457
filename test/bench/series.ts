import { type Latency, latencyOf, type Write } from './latency.ts';
import type { Status } from './status-trace.ts';

/** What happened over time, from the start of a rebuild. */
export interface Series {
  readonly copy: readonly { readonly atMs: number; readonly rowsPerSecond: number }[];
  readonly lag: readonly { readonly atMs: number; readonly streamLagMs: number; readonly dirtyKeys: number }[];
  readonly writes: readonly (Latency & { readonly atMs: number })[];
}

const bucketMs = 250;

export function seriesOf(startedAtMs: number, trace: readonly Status[], writes: readonly Write[]): Series {
  return {
    copy: trace.slice(1).map(({ atMs, progress }, index) => {
      const before = trace[index]?.progress ?? progress;
      const rows = progress.rowsCopied - before.rowsCopied;
      return {
        atMs: Math.round(atMs - startedAtMs),
        rowsPerSecond: Math.round((rows * 1000) / Math.max(1, progress.elapsedMs - before.elapsedMs)),
      };
    }),
    lag: trace.map(({ atMs, progress }) => ({
      atMs: Math.round(atMs - startedAtMs),
      streamLagMs: progress.streamLagMs,
      dirtyKeys: progress.dirtyKeys,
    })),
    writes: [...Map.groupBy(writes, ({ dueMs }) => Math.floor((dueMs - startedAtMs) / bucketMs))]
      .sort(([a], [b]) => a - b)
      .map(([bucket, some]) => ({ atMs: Math.max(0, (bucket + 0.5) * bucketMs), ...latencyOf(some) })),
  };
}
