import type { Progress } from '../../binlog/change-stream.ts';

/** How it is known that a change has been delivered and that readers see it. */
export interface Barriers {
  /** Works until the signal is aborted. */
  run(signal: AbortSignal): Promise<void>;
  /**
   * When it returns, every change that was committed before the call has been delivered by the stream, is visible to readers and
   * is `ready`.
   */
  passBarrier(signal: AbortSignal): Promise<void>;
  /** Waits for news: keys may have become ready. */
  next(signal: AbortSignal): Promise<void>;
  /**
   * The reader of the stream calls it after the changes before a heartbeat became dirty keys.
   *
   * @param mark of the newest heartbeat that came back
   * @param progress `null` where there are heartbeats
   */
  see(mark: number, progress: Progress | null): void;
  /** How far the stream is behind the server. */
  readonly streamLagMs: number;
  /** Looks are numbered: the newest that was begun, that made keys ready, and whose place the stream has reached. */
  readonly marks: { readonly sent: number; readonly committed: number; readonly seen: number };
  /** How far behind a server is that has this heartbeat and not the next one. */
  ageMs(mark: number): number;
  /** How long the latest look took. Under load it takes longer. */
  readonly commitMs: number;
}
