import type { TableDefinition } from '../../mysql/inspect-table.ts';
import { ServerError } from '../../mysql/server-errors.ts';
import type { Session } from '../../mysql/session.ts';
import { copyRange, selectBoundary } from '../../sql/copy.ts';
import { renameTable } from '../../sql/ghost.ts';
import type { TableName } from '../../sql/inspect.ts';
import type { Key } from '../../sql/keys.ts';
import { nowMs } from '../../support/clock.ts';
import { readKey } from '../copy/chunker.ts';
import type { CopyPlan } from '../mapping/copy-plan.ts';
import { markClone } from '../tables/empty-clone.ts';
import { planCloneAway } from '../tables/table-names.ts';
import type { Estimate } from './statement-plan.ts';

const sampleMs = 500;
const sampleRows = 2_000;
/** LOCK, DROP of the sentry and RENAME take about three times as long as one RENAME of an empty table. */
const cutoverPerRename = 3;

/**
 * Copies the first rows into the clone, on the test replica and outside its binlog. From that it estimates the whole copy. One
 * session without a binlog is taken as a fair measure: two workers are faster, but the binlog, indexes and verifying cost time.
 *
 * @param session with the settings of the copy and no binlog
 * @returns `null` where rows do not fit. The plan reports them elsewhere.
 */
export async function estimateCopy(
  session: Session,
  plan: CopyPlan,
  original: TableDefinition,
): Promise<Estimate | null> {
  try {
    await markClone(session, plan.names.ghost);
    const sample = await copySample(session, plan);
    const msPerRow = sample.rows === 0 ? 0 : sample.tookMs / sample.rows;
    return {
      sampledRows: sample.rows,
      durationMs: original.rowsEstimated * msPerRow,
      diskBytes: original.dataBytes + original.indexBytes,
      binlogBytes: original.dataBytes,
      cutoverMs: cutoverPerRename * (await timeRename(session, plan.names.ghost)),
    };
  } catch (error) {
    if (error instanceof ServerError) return null;
    throw error;
  }
}

async function copySample(session: Session, { tables }: CopyPlan): Promise<{ rows: number; tookMs: number }> {
  const startedAt = nowMs();
  let rows = 0;
  let after: Key | null = null;
  do {
    const [boundary] = await session.rows(selectBoundary(tables, after, sampleRows));
    const upTo: Key | null = boundary === undefined ? null : readKey(tables, boundary);
    rows += (await session.run(copyRange(tables, { after, upTo }, null))).affectedRows;
    after = upTo;
  } while (after !== null && nowMs() - startedAt < sampleMs);
  return { rows, tookMs: nowMs() - startedAt };
}

/** The mean of a RENAME to another name and one back. */
async function timeRename(session: Session, clone: TableName): Promise<number> {
  const away = planCloneAway(clone);
  const startedAt = nowMs();
  await session.run(renameTable(clone, away));
  await session.run(renameTable(away, clone));
  return (nowMs() - startedAt) / 2;
}
