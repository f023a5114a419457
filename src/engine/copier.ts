import { isDuplicate, isLockConflict } from '../mysql/server-errors.ts';
import type { Session } from '../mysql/session.ts';
import { type CopyTables, copyRange } from '../sql/copy.ts';
import { nowMs } from '../support/clock.ts';
import type { Applier } from './applier.ts';
import type { ChunkSizer } from './chunk-sizer.ts';
import type { Chunk, Frontier } from './frontier.ts';
import type { Heart } from './heart.ts';
import { Patience } from './patience.ts';
import { dataDoesNotFit, duplicateRows } from './row-errors.ts';
import type { Throttle } from './throttle.ts';
import { refuseWarnings } from './warnings.ts';

export interface CopyWork {
  readonly tables: CopyTables;
  readonly frontier: Frontier;
  readonly applier: Applier;
  readonly heart: Heart;
  readonly sizer: ChunkSizer;
  readonly throttle: Throttle;
  readonly onCopied: (rows: number) => void;
}

/** Copies the whole table, one worker a session. */
export async function copyAllRows(work: CopyWork, sessions: readonly Session[], signal: AbortSignal): Promise<void> {
  await Promise.all(sessions.map((session) => copyChunks(work, session, signal)));
}

/** One worker: claims chunks and copies them until none is left. */
async function copyChunks(work: CopyWork, session: Session, signal: AbortSignal): Promise<void> {
  for (;;) {
    // Before the claim, not after it: a claimed chunk holds the changes of its range back.
    await work.throttle.pass(signal);
    const chunk = await work.frontier.claim(session, work.sizer.rows);
    if (chunk === null) return;
    await copyChunk(work, session, chunk, signal);
    work.frontier.complete(chunk);
  }
}

async function copyChunk(work: CopyWork, session: Session, chunk: Chunk, signal: AbortSignal): Promise<void> {
  for (const patience = new Patience(); ; ) {
    signal.throwIfAborted();
    try {
      const startedAt = nowMs();
      const { affectedRows, warningCount } = await session.run(copyRange(work.tables, chunk));
      await refuseWarnings(session, warningCount, 'copying rows');
      work.sizer.learn(affectedRows, nowMs() - startedAt);
      work.onCopied(affectedRows);
      return;
    } catch (error) {
      if (!isDuplicate(error) && !isLockConflict(error)) throw dataDoesNotFit(error, work.tables.original);
      if (patience.isOver) throw isDuplicate(error) ? duplicateRows(error, work.tables.original) : error;
      // The ghost may hold a unique value for a row that has given it up since (I6).
      await work.heart.drain(signal);
      await work.applier.settle(signal);
      await patience.wait(signal);
    }
  }
}
