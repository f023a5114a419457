import { isDuplicate, isLockConflict } from '../../mysql/server-errors.ts';
import type { Session } from '../../mysql/session.ts';
import { type CopyTables, copyRange, selectKeys } from '../../sql/copy.ts';
import type { Key } from '../../sql/keys.ts';
import { nowMs } from '../../support/clock.ts';
import type { ChunkSizer } from './chunk-sizer.ts';
import { type Chunk, type Chunker, readKey } from './chunker.ts';
import type { Pace } from './pace.ts';
import { RetryBudget } from './retry-budget.ts';
import { dataDoesNotFit } from './row-errors.ts';
import type { Throttle } from './throttle.ts';
import { areHarmless } from './warnings.ts';

export interface CopyWork {
  readonly tables: CopyTables;
  readonly chunker: Chunker;
  readonly pace: Pace;
  readonly sizer: ChunkSizer;
  readonly throttle: Throttle;
  readonly onCopied: (rows: number) => void;
  /** Takes the keys of a chunk whose rows collide with rows of the ghost; they must be applied like changed keys. */
  readonly onDuplicates: (keys: readonly Key[]) => void;
  /**
   * Looks what the ghost has of a chunk already. Gives the number of its rows where they are as in the original; `null` where
   * none of them is in the ghost any more.
   */
  readonly compare: ((session: Session, chunk: Chunk) => Promise<number | null>) | null;
}

/** Copies the whole table. Each session is one worker. */
export async function copyAllRows(work: CopyWork, sessions: readonly Session[], signal: AbortSignal): Promise<void> {
  await Promise.all(sessions.map((session, worker) => copyChunks(work, session, worker, signal)));
}

/** One worker: claims chunks and copies them until none is left. */
async function copyChunks(work: CopyWork, session: Session, worker: number, signal: AbortSignal): Promise<void> {
  for (;;) {
    // The worker waits before the claim, not after it, because changes in the range of a claimed chunk must wait.
    await work.throttle.pass(signal);
    await work.pace.pass(worker, 'copying', work.chunker, signal);
    const chunk = await work.chunker.claim(session, work.sizer.rows);
    if (chunk === null) return work.pace.endTurns();
    const startedAt = nowMs();
    const equal = await compareChunk(work, session, chunk, signal);
    if (equal !== null) work.onCopied(equal);
    work.chunker.complete(chunk, equal ?? (await copyChunk(work, session, chunk, signal)));
    if (!work.chunker.isClaimed) await work.throttle.rest(nowMs() - startedAt, signal);
  }
}

async function compareChunk(
  { compare, tables }: CopyWork,
  session: Session,
  chunk: Chunk,
  signal: AbortSignal,
): Promise<number | null> {
  for (const budget = new RetryBudget(); compare !== null; ) {
    signal.throwIfAborted();
    try {
      return await compare(session, chunk);
    } catch (error) {
      if (!isLockConflict(error) || budget.isSpent()) throw dataDoesNotFit(error, tables.original);
    }
  }
  return null;
}

/** @returns how many rows the chunk has */
async function copyChunk(work: CopyWork, session: Session, chunk: Chunk, signal: AbortSignal): Promise<number> {
  for (const budget = new RetryBudget(); ; ) {
    signal.throwIfAborted();
    try {
      const startedAt = nowMs();
      const { affectedRows, warningCount } = await session.run(copyRange(work.tables, chunk, work.sizer.restEvery));
      // More rows have come into the chunk than the server keeps warnings for. The applier writes them a few at a time.
      if (!(await areHarmless(session, warningCount, 'copying rows'))) return handToApplier(work, session, chunk);
      work.sizer.learn(affectedRows, nowMs() - startedAt);
      work.onCopied(affectedRows);
      return affectedRows;
    } catch (error) {
      if (isDuplicate(error)) return handToApplier(work, session, chunk);
      if (!isLockConflict(error) || budget.isSpent()) throw dataDoesNotFit(error, work.tables.original);
    }
  }
}

/**
 * Where a row of the ghost holds a unique value that its row in the original may have given up since (I6), the applier can resolve
 * that row by row. So every key of the chunk becomes a changed key, and its row is counted when it is applied.
 */
async function handToApplier(work: CopyWork, session: Session, chunk: Chunk): Promise<number> {
  const rows = await session.rows(selectKeys(work.tables, chunk));
  work.onDuplicates(rows.map((row) => readKey(work.tables, row)));
  return rows.length;
}
