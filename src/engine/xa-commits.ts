import { writeXid } from '../binlog/statement-event.ts';
import type { Flavor } from '../mysql/server.ts';
import type { Session } from '../mysql/session.ts';
import { xaRecoverReadable } from '../sql/inspect.ts';
import { nowMs, sleep } from '../support/clock.ts';
import { GhostshipError } from '../support/errors.ts';

const patienceMs = 60_000;
const lookEveryMs = 2;

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
  if (flavor === 'mysql' || xids.length === 0) return;
  const until = nowMs() + patienceMs;
  for (let prepared = await readPrepared(session); xids.some((xid) => prepared.has(xid)); ) {
    if (nowMs() > until) throw stillPrepared();
    await sleep(lookEveryMs, signal);
    prepared = await readPrepared(session);
  }
}

async function readPrepared(session: Session): Promise<ReadonlySet<string>> {
  const rows = await session.rows(xaRecoverReadable);
  return new Set(rows.map(({ formatID, data }) => readXid(String(data), Number(formatID))));
}

/** `X'6162',X'63'`, or as text where nothing of it would have to be escaped; the branch is left out where it is empty. */
function readXid(data: string, formatId: number): string {
  const parts = [...data.matchAll(/(X?)'([^']*)'/gu)].map(([, isHex, text]) =>
    Buffer.from(text ?? '', isHex === 'X' ? 'hex' : 'latin1'),
  );
  return writeXid(parts[0] ?? Buffer.of(), parts[1] ?? Buffer.of(), formatId);
}

function stillPrepared(): GhostshipError {
  return new GhostshipError(
    'stream-broken',
    'An XA transaction was committed, and a minute later it, or another with the same xid, was still prepared; whether its changes can be read is not known.',
    {
      hint: 'Commit or roll back what XA RECOVER lists, give every XA transaction an xid of its own, and run the migration again.',
    },
  );
}
