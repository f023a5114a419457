import { writeXid } from '../../binlog/statement-event.ts';
import type { Flavor } from '../../mysql/server.ts';
import type { Session } from '../../mysql/session.ts';
import { xaRecover, xaRecoverReadable } from '../../sql/inspect.ts';
import { nowMs, sleep } from '../../support/clock.ts';
import { GhostshipError } from '../../support/errors.ts';

/**
 * The rows of a transaction that is prepared already stand in the binlog before the position the stream starts at, and
 * become visible after it: no row event will tell of them. So all that are prepared now must end before the first row is
 * copied; the stream passes over their commits as long as no heartbeat has come back, and stops at unknown ones later.
 * Called once the position is known.
 *
 * @throws GhostshipError `binlog-not-usable`
 */
export async function waitForPreparedXa(session: Session, signal: AbortSignal): Promise<void> {
  const list = (): Promise<string[]> => listAll(session);
  await waitUntilGone(await list(), list, { patienceMs: 10_000, lookEveryMs: 200 }, stillPrepared, signal);
}

/**
 * Waits until readers see what these XA transactions changed, whose commits the stream has delivered.
 *
 * MariaDB writes the commit of a prepared XA transaction to the binlog first and then tells the engine, in no order with other
 * commits: a heartbeat behind it in the binlog proves nothing (measured on 10.11, the committing thread short of processor: one in
 * ten was not visible yet when the heartbeat was). It leaves XA RECOVER after the engine has committed it. MySQL commits in order.
 *
 * @param xids as {@link writeXid} makes them
 * @throws GhostshipError `stream-broken` where one is still listed after a minute
 */
export async function waitForXaCommits(
  xids: readonly string[],
  flavor: Flavor,
  session: Session,
  signal: AbortSignal,
): Promise<void> {
  if (flavor === 'mysql') return;
  const list = (): Promise<string[]> => listByName(session);
  await waitUntilGone(xids, list, { patienceMs: 60_000, lookEveryMs: 2 }, notSeenToEnd, signal);
}

async function waitUntilGone(
  waitingFor: readonly string[],
  list: () => Promise<string[]>,
  { patienceMs, lookEveryMs }: { readonly patienceMs: number; readonly lookEveryMs: number },
  tooLate: (count: number) => GhostshipError,
  signal: AbortSignal,
): Promise<void> {
  if (waitingFor.length === 0) return;
  const until = nowMs() + patienceMs;
  for (;;) {
    const listed = new Set(await list());
    const left = waitingFor.filter((xid) => listed.has(xid));
    if (left.length === 0) return;
    if (nowMs() > until) throw tooLate(left.length);
    await sleep(lookEveryMs, signal);
  }
}

/** Not everybody may ask; then the stream's own check has to do. */
async function listAll(session: Session): Promise<string[]> {
  const rows = await session.rows(xaRecover).catch(() => []);
  return rows.map((row) => JSON.stringify(row));
}

/** On MariaDB everybody may ask. */
async function listByName(session: Session): Promise<string[]> {
  const rows = await session.rows(xaRecoverReadable);
  return rows.map(({ formatID, data }) => readXid(String(data), Number(formatID)));
}

/** `X'6162',X'63'`, or as text where nothing of it would have to be escaped; the branch is left out where it is empty. */
function readXid(data: string, formatId: number): string {
  const parts = [...data.matchAll(/(X?)'([^']*)'/gu)].map(([, isHex, text]) =>
    Buffer.from(text ?? '', isHex === 'X' ? 'hex' : 'latin1'),
  );
  return writeXid(parts[0] ?? Buffer.of(), parts[1] ?? Buffer.of(), formatId);
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

function notSeenToEnd(): GhostshipError {
  return new GhostshipError(
    'stream-broken',
    'An XA transaction was committed, and a minute later it, or another with the same xid, was still prepared; whether its changes can be read is not known.',
    {
      hint: 'Commit or roll back what XA RECOVER lists, give every XA transaction an xid of its own, and run the migration again.',
    },
  );
}
