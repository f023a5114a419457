import { managedService } from '../../mysql/managed-service.ts';
import { ServerError } from '../../mysql/server-errors.ts';
import type { ServerFacts } from '../../mysql/server-facts.ts';
import type { Session } from '../../mysql/session.ts';
import { selectRdsRetention } from '../../sql/use.ts';
import type { MigrateOptions } from '../request.ts';
import { isOn } from './target.ts';

/** What decides how long nobody reads the binary log. */
export type GapOptions = Partial<Pick<MigrateOptions, 'cutover' | 'gate' | 'maxRuntimeMs'>>;

const hourMs = 3_600_000;

/** Somebody starts the next run by a schedule, or by hand on the next day. */
const lyingMs = 24 * hourMs;

/** Among writers a copy takes two to three times as long as a sample on an idle replica tells. */
const amongWriters = 3;

/**
 * Whether the server may purge what the migration still has to read. It is only a warning: a run that finds its position purged
 * compares all rows instead.
 *
 * @param session may be of any user
 * @param copyMs how long the copy is expected to take; `null` where nobody knows
 * @returns a sentence or two; `null` where the log is kept long enough
 */
export async function retentionWarning(
  session: Session,
  facts: ServerFacts,
  options: GapOptions,
  copyMs: number | null,
): Promise<string | null> {
  const keptMs = await retentionMs(session, facts);
  const gapMs = expectedGapMs(options, copyMs);
  if (keptMs === null || keptMs >= gapMs) return null;
  const kept = keptMs === 0 ? 'no longer than it must' : `for ${inHours(keptMs)}`;
  const why = mayYield(options, copyMs)
    ? `a run that yields may lie still for ${inHours(lyingMs)} or more before the next one goes on`
    : 'the copy may take as long';
  return `The server keeps its binary log ${kept}, and this migration may need ${inHours(gapMs)} of it: ${why}. Where a part that it needs is purged, nothing is lost, but the next run must compare every row of both tables, which reads each of them once more. Keep the log longer to avoid that.`;
}

/** Beside the copy itself, which reads the log all along but may fall behind, the time between two runs. */
function expectedGapMs(options: GapOptions, copyMs: number | null): number {
  return (copyMs ?? 0) * amongWriters + (mayYield(options, copyMs) ? lyingMs : 0);
}

function mayYield({ cutover, gate, maxRuntimeMs = null }: GapOptions, copyMs: number | null): boolean {
  if (cutover === 'wait' && gate === 'yield') return true;
  return maxRuntimeMs !== null && (copyMs === null || copyMs * amongWriters > maxRuntimeMs);
}

/** `null` where the server never purges by age. 0 where it purges as soon as it may. */
export async function retentionMs(session: Session, facts: ServerFacts): Promise<number | null> {
  const { variables } = facts;
  if (managedService(facts) === 'RDS') {
    const rows = await session.rows(selectRdsRetention).catch((error: unknown) => {
      if (error instanceof ServerError) return null;
      throw error;
    });
    const hours = rows?.[0]?.hours;
    if (rows !== null) return hours == null ? 0 : Number(hours) * hourMs;
  }
  if (variables.binlog_expire_logs_auto_purge !== undefined && !isOn(variables.binlog_expire_logs_auto_purge))
    return null;
  const seconds = Number(variables.binlog_expire_logs_seconds ?? 0);
  const days = Number(variables.expire_logs_days ?? 0);
  const ms = seconds > 0 ? seconds * 1_000 : days * 24 * hourMs;
  return ms > 0 ? ms : null;
}

function inHours(ms: number): string {
  if (ms < hourMs) return `${Math.max(1, Math.round(ms / 60_000))} min`;
  return `${Math.round(ms / hourMs)} h`;
}
