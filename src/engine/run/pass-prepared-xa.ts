import { writeStatus } from '../../sql/changelog.ts';
import { nowMs } from '../../support/clock.ts';
import { listed, waitForPreparedXa } from '../changes/prepared-xa.ts';
import type { MigrationContext } from './context.ts';

/**
 * Waits for the XA transactions that are prepared now. What takes long is a hold with their names, in the log and in `status`.
 *
 * @returns as {@link waitForPreparedXa} does
 * @throws GhostshipError as {@link waitForPreparedXa} does
 */
export async function passPreparedXa(
  { control: { session }, names, recorder }: MigrationContext,
  signal: AbortSignal,
): Promise<boolean> {
  const startedAtMs = nowMs();
  const since = new Date().toISOString().slice(11, 19);
  const show = async (lockedBy: string | null): Promise<void> => {
    recorder.heldBefore =
      lockedBy === null ? [] : [{ reason: 'prepared-xa', forMs: Math.round(nowMs() - startedAtMs), reading: null }];
    recorder.lockedBy = lockedBy;
    recorder.reportProgress();
    await session.run(writeStatus(names.changelog, JSON.stringify(recorder.status())));
  };
  let isShown = false;
  const tell = async (xids: readonly string[]): Promise<void> => {
    isShown = true;
    await show(`XA ${listed(xids)}, since ${since} UTC`);
    recorder.notice(
      `XA transactions are prepared and neither committed nor rolled back: ${listed(xids)}. The migration has waited for them since ${since} UTC, and gives up after ten seconds.`,
    );
  };
  const isKnown = await waitForPreparedXa(session, tell, signal);
  if (isShown) await show(null);
  return isKnown;
}
