import type { ChangeStream } from '../../binlog/change-stream.ts';
import type { Barriers } from './barriers.ts';
import type { DirtyKeys } from './dirty-keys.ts';
import type { GoneKeys } from './gone-keys.ts';
import type { UnnamedStatements } from './unnamed-statements.ts';

/** With more keys in memory than this the stream is not read. A key takes about 100 bytes. */
const maxDirtyKeys = 200_000;

export interface ChangeReading {
  readonly stream: ChangeStream;
  /** Waits until readers can see what these committed XA transactions changed. A heartbeat does not prove that. */
  readonly untilVisible: (xids: readonly string[], signal: AbortSignal) => Promise<void>;
  readonly unnamed: UnnamedStatements;
  readonly dirty: DirtyKeys;
  readonly gone: GoneKeys;
  readonly barriers: Barriers;
}

/** Moves changed keys from the stream into the set of dirty keys until the signal is aborted. Waits while that set is full. */
export async function readChanges(
  { stream, untilVisible, unnamed, dirty, gone, barriers }: ChangeReading,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const changes = await stream.take(signal);
    const { keys, gone: rows, heartbeat: mark, beforeHeartbeat, xaCommits, progress } = changes;
    // Before the heartbeat is believed, which would say that nothing is missing.
    await unnamed.prove(changes.unnamed, signal);
    await untilVisible(xaCommits, signal);
    // Before their keys, so that none of these is written without it.
    await gone.add(rows);
    dirty.add(keys.slice(0, beforeHeartbeat));
    barriers.see(mark, progress);
    dirty.add(keys.slice(beforeHeartbeat));
    await dirty.waitForRoom(maxDirtyKeys, signal);
  }
}
