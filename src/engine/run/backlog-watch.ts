import { nowMs, sleep } from '../../support/clock.ts';
import type { Applier } from '../changes/applier.ts';
import type { BacklogTrend } from '../changes/backlog-trend.ts';
import type { Barriers } from '../changes/barriers.ts';
import type { DirtyKeys } from '../changes/dirty-keys.ts';
import type { Throttle } from '../copy/throttle.ts';
import type { Recorder } from './recorder.ts';

/** With a backlog like this the copy waits, so that the apply gets the server. */
const holdCopyAboveKeys = 20_000;
const lookEveryMs = 100;
const reportEveryMs = 1_000;

export interface BacklogWatch {
  readonly throttle: Throttle;
  readonly dirty: DirtyKeys;
  readonly barriers: Barriers;
  readonly applier: Applier;
  readonly trend: BacklogTrend;
  readonly recorder: Recorder;
  readonly maxLagMs: number;
}

/**
 * Holds the copy while the apply is behind, and reports the progress.
 * @throws GhostshipError `cannot-keep-up`
 */
export async function watchBacklog(watch: BacklogWatch, signal: AbortSignal): Promise<void> {
  const { throttle, dirty, barriers, applier, trend, recorder, maxLagMs } = watch;
  for (let reportedAt = 0; ; ) {
    const [waiting, streamLagMs] = [dirty.count, barriers.streamLagMs];
    throttle.set('dirty-keys', waiting > holdCopyAboveKeys, {
      of: null,
      observed: waiting,
      limit: holdCopyAboveKeys,
      unit: 'keys',
    });
    throttle.set('stream-lag', streamLagMs > maxLagMs, {
      of: null,
      observed: Math.round(streamLagMs),
      limit: maxLagMs,
      unit: 'ms',
    });
    const isBehind = waiting > holdCopyAboveKeys || streamLagMs > maxLagMs;
    const backlog = { delivered: dirty.addedCount, applied: applier.applied, waiting, streamLagMs };
    trend.check({ ...backlog, atMs: nowMs() }, isBehind && !applier.isSuspended && !throttle.isHeldBy('table-locked'));
    if (nowMs() - reportedAt >= reportEveryMs) {
      recorder.reportProgress();
      reportedAt = nowMs();
    }
    await sleep(lookEveryMs, signal);
  }
}
