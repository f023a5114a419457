import type { Session } from '../mysql/session.ts';
import { xaRecover } from '../sql/inspect.ts';
import { nowMs, sleep } from '../support/clock.ts';
import { GhostshipError } from '../support/errors.ts';

const patienceMs = 10_000;

/**
 * The rows of a transaction that is prepared already stand in the binlog before the position the stream will start at,
 * and become visible after it: nobody would tell us of them. The stream stops at the commit of one it has not seen; this
 * keeps it from coming to that.
 *
 * @throws GhostshipError `binlog-not-usable`
 */
export async function waitForPreparedXa(session: Session, signal: AbortSignal): Promise<void> {
  const until = nowMs() + patienceMs;
  for (;;) {
    // Not everybody may ask; then the stream's own check has to do.
    const prepared = await session.rows(xaRecover).catch(() => []);
    if (prepared.length === 0) return;
    if (nowMs() > until) throw stillPrepared(prepared.length);
    await sleep(200, signal);
  }
}

function stillPrepared(count: number): GhostshipError {
  return new GhostshipError(
    'binlog-not-usable',
    `${count} XA transactions are prepared and neither committed nor rolled back; what they changed could not be followed.`,
    {
      hint: 'Commit or roll them back (XA RECOVER lists them), then run the migration again.',
    },
  );
}
