import { inspectTable, type TableDefinition } from '../../mysql/inspect-table.ts';
import type { Flavor } from '../../mysql/server.ts';
import { ServerError } from '../../mysql/server-errors.ts';
import type { Session } from '../../mysql/session.ts';
import { copyRange, selectBoundary } from '../../sql/copy.ts';
import { renameTable } from '../../sql/ghost.ts';
import type { TableName } from '../../sql/inspect.ts';
import type { Key } from '../../sql/keys.ts';
import { nowMs } from '../../support/clock.ts';
import { estimateBinlogBytes } from '../copy/binlog-volume.ts';
import { readKey } from '../copy/chunker.ts';
import type { CopyPlan } from '../mapping/copy-plan.ts';
import { planCloneAway } from '../tables/table-names.ts';
import type { Estimate } from './statement-plan.ts';

/** For the first rows of a table. */
export interface SampleLimit {
  readonly ms: number;
  readonly chunkRows: number;
  /** Tables with fewer rows are not sampled: they are copied in well under a second. */
  readonly minTableRows: number;
}

const maxSampleMs = 500;
/** For all statements of a plan. */
const allSamplesMs = 5_000;
/** A sample is a table made and dropped. Among many statements that is a fifth of the time of a plan (measured with 180). */
const manyPlannedMinRows = 1_000;
/** LOCK, DROP of the sentry and RENAME take about three times as long as one RENAME of an empty table. */
const cutoverPerRename = 3;

interface Means {
  readonly limit: SampleLimit;
  readonly flavor: Flavor;
  /** How long a RENAME of an empty table takes, which is the same for all of them. */
  readonly measureRename: () => Promise<number>;
}

/** @param statements of the plan; many of them leave little time for each */
export function limitSample(statements: number): SampleLimit {
  const ms = Math.min(maxSampleMs, allSamplesMs / Math.max(1, statements));
  return ms < maxSampleMs / 4
    ? { ms, chunkRows: 200, minTableRows: manyPlannedMinRows }
    : { ms, chunkRows: 2_000, minTableRows: 1 };
}

/**
 * Copies the first rows of a table that is not small into the clone, on the test replica and outside its binlog. From that it
 * estimates the whole copy. One session without a binlog is taken as a fair measure: two workers are faster, but the binlog,
 * indexes and verifying cost time.
 *
 * @param session with the settings of the copy and no binlog
 * @returns `null` where rows do not fit. The plan reports them elsewhere.
 */
export async function estimateCopy(
  session: Session,
  plan: CopyPlan,
  original: TableDefinition,
  { limit, flavor, measureRename }: Means,
): Promise<Estimate | null> {
  try {
    const renameMs = await measureRename();
    const isSampled = original.rowsEstimated >= limit.minTableRows;
    const sample = isSampled ? await copySample(session, plan, limit) : { rows: 0, tookMs: 0 };
    const msPerRow = sample.rows === 0 ? 0 : sample.tookMs / sample.rows;
    return {
      sampledRows: sample.rows,
      durationMs: original.rowsEstimated * msPerRow,
      diskBytes: original.dataBytes + original.indexBytes,
      binlogBytes: sample.rows === 0 ? original.dataBytes : await estimateBinlog(session, plan, original, flavor),
      cutoverMs: cutoverPerRename * renameMs,
    };
  } catch (error) {
    if (error instanceof ServerError) return null;
    throw error;
  }
}

/** By the row images of the sample. */
async function estimateBinlog(
  session: Session,
  { names }: CopyPlan,
  { rowsEstimated }: TableDefinition,
  flavor: Flavor,
): Promise<number> {
  const columns = (await inspectTable(session, names.ghost))?.columns ?? [];
  const work = { rowsCopied: rowsEstimated, changesApplied: 0 };
  return await estimateBinlogBytes(session, names.ghost, columns, flavor, work);
}

async function copySample(
  session: Session,
  { tables }: CopyPlan,
  { ms, chunkRows }: SampleLimit,
): Promise<{ rows: number; tookMs: number }> {
  const startedAt = nowMs();
  let rows = 0;
  let after: Key | null = null;
  do {
    const [boundary] = await session.rows(selectBoundary(tables, after, chunkRows));
    const upTo: Key | null = boundary === undefined ? null : readKey(tables, boundary);
    rows += (await session.run(copyRange(tables, { after, upTo }, null))).affectedRows;
    after = upTo;
  } while (after !== null && nowMs() - startedAt < ms);
  return { rows, tookMs: nowMs() - startedAt };
}

/** The mean of a RENAME to another name and one back, in milliseconds. */
export async function timeRename(session: Session, clone: TableName): Promise<number> {
  const away = planCloneAway(clone);
  const startedAt = nowMs();
  await session.run(renameTable(clone, away));
  await session.run(renameTable(away, clone));
  return (nowMs() - startedAt) / 2;
}
