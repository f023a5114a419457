import type { Session } from '../mysql/session.ts';
import { xaRecover } from '../sql/inspect.ts';
import { nowMs, sleep } from '../support/clock.ts';
import { GhostshipError } from '../support/errors.ts';

const patienceMs = 10_000;
const lookEveryMs = 200;

/**
 * The rows of a transaction that is prepared already stand in the binlog before the position the stream starts at, and
 * become visible after it: no row event will tell of them. So all that are prepared now must end before the first row is
 * copied; the stream passes over their commits as long as no heartbeat has come back, and stops at unknown ones later.
 * Called once the position is known.
 *
 * @throws GhostshipError `binlog-not-usable`
 */
export async function waitForPreparedXa(session: Session, signal: AbortSignal): Promise<void> {
  const until = nowMs() + patienceMs;
  const waitingFor = await readPrepared(session);
  for (let left = waitingFor; left.length > 0; ) {
    if (nowMs() > until) throw stillPrepared(left.length);
    await sleep(lookEveryMs, signal);
    const prepared = new Set(await readPrepared(session));
    left = waitingFor.filter((xid) => prepared.has(xid));
  }
}

/** Not everybody may ask; then the stream's own check has to do. */
async function readPrepared(session: Session): Promise<string[]> {
  const rows = await session.rows(xaRecover).catch(() => []);
  return rows.map((row) => JSON.stringify(row));
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
