import { writeXid } from '../../binlog/statement-event.ts';
import type { Server } from '../../mysql/server.ts';
import { isServerError } from '../../mysql/server-errors.ts';
import type { Session } from '../../mysql/session.ts';
import { isBelow } from '../../mysql/version.ts';
import { xaRecover, xaRecoverBytes, xaRecoverReadable } from '../../sql/inspect.ts';
import { nowMs, sleep } from '../../support/clock.ts';
import { GhostshipError } from '../../support/errors.ts';

/**
 * Waits until all XA transactions that are prepared now have ended. Their rows are in the binlog before the position where the
 * stream starts, and become visible after it, so no row event will tell of them. They must end before the first row is copied.
 * The stream ignores their commits until the first heartbeat has come back. Later it stops at an unknown commit.
 * Call it once the position is known.
 *
 * @returns false where the user may not see them. Then only the stream checks for such transactions
 * @throws GhostshipError `binlog-not-usable`
 */
export async function waitForPreparedXa(session: Session, signal: AbortSignal): Promise<boolean> {
  const first = await listAll(session).catch(() => null);
  if (first === null) return false;
  const list = (): Promise<string[]> => listAll(session);
  await waitUntilGone(first, list, { timeoutMs: 10_000, lookEveryMs: 200 }, stillPrepared, signal);
  return true;
}

/**
 * Waits until readers see what these XA transactions changed. The stream has delivered their commits.
 *
 * MariaDB writes the commit of a prepared XA transaction to the binlog first and then tells the engine, in no order with other
 * commits. So a later heartbeat in the binlog proves nothing (measured on 10.11, with little processor time for the committing
 * thread: one in ten was not visible when the heartbeat was). The transaction leaves XA RECOVER after the engine has committed it.
 * MySQL commits in order since 8.0.30 (its release notes: XA transactions take part in the ordered commit); before, it is waited
 * for in the same way.
 *
 * @param xids as {@link writeXid} writes them
 * @throws GhostshipError `stream-broken` where one is still listed after a minute, or where this user may not see the list
 */
export async function waitForXaCommits(
  xids: readonly string[],
  server: Pick<Server, 'flavor' | 'version'>,
  session: Session,
  signal: AbortSignal,
): Promise<void> {
  if (xids.length === 0 || (server.flavor === 'mysql' && !isBelow(server.version, '8.0.30'))) return;
  const list = (): Promise<string[]> =>
    server.flavor === 'mysql' ? listByBytes(session, server.version) : listByName(session);
  await waitUntilGone(xids, list, { timeoutMs: 60_000, lookEveryMs: 2 }, notSeenToEnd, signal);
}

async function waitUntilGone(
  waitingFor: readonly string[],
  list: () => Promise<string[]>,
  { timeoutMs, lookEveryMs }: { readonly timeoutMs: number; readonly lookEveryMs: number },
  tooLate: (count: number) => GhostshipError,
  signal: AbortSignal,
): Promise<void> {
  if (waitingFor.length === 0) return;
  const until = nowMs() + timeoutMs;
  for (;;) {
    const listed = new Set(await list());
    const left = waitingFor.filter((xid) => listed.has(xid));
    if (left.length === 0) return;
    if (nowMs() > until) throw tooLate(left.length);
    await sleep(lookEveryMs, signal);
  }
}

async function listAll(session: Session): Promise<string[]> {
  const rows = await session.rows(xaRecover);
  return rows.map((row) => JSON.stringify(row));
}

/** On MariaDB every user may ask. */
async function listByName(session: Session): Promise<string[]> {
  const rows = await session.rows(xaRecoverReadable);
  return rows.map(({ formatID, data }) => readXid(String(data), Number(formatID)));
}

/** It takes XA_RECOVER_ADMIN. */
async function listByBytes(session: Session, version: string): Promise<string[]> {
  const rows = await session.rows(xaRecoverBytes).catch((error: unknown) => {
    throw isServerError(error, 'ER_XAER_RMERR', 'ER_SPECIFIC_ACCESS_DENIED_ERROR') ? notShown(version) : error;
  });
  return rows.map(({ formatID, gtrid_length: length, data }) => {
    const bytes = Buffer.from(String(data).replace(/^0x/iu, ''), 'hex');
    return writeXid(bytes.subarray(0, Number(length)), bytes.subarray(Number(length)), Number(formatID));
  });
}

/** The server writes `X'6162',X'63'`, or plain text where nothing has to be escaped. It leaves out an empty branch. */
function readXid(data: string, formatId: number): string {
  const parts = [...data.matchAll(/(X?)'([^']*)'/gu)].map(([, isHex, text]) =>
    Buffer.from(text ?? '', isHex === 'X' ? 'hex' : 'latin1'),
  );
  return writeXid(parts[0] ?? Buffer.of(), parts[1] ?? Buffer.of(), formatId);
}

function stillPrepared(count: number): GhostshipError {
  return new GhostshipError(
    'binlog-not-usable',
    `${count} XA transactions are prepared and neither committed nor rolled back. Their changes cannot be followed.`,
    {
      hint: 'Commit or roll them back (XA RECOVER lists them), then run the migration again.',
    },
  );
}

function notShown(version: string): GhostshipError {
  return new GhostshipError(
    'stream-broken',
    `A prepared XA transaction that changed the table was committed. MySQL ${version} makes its rows visible at some later moment, and this user may not see when.`,
    {
      hint: 'Grant XA_RECOVER_ADMIN to the user of the target URL, then run the migration again.',
    },
  );
}

function notSeenToEnd(): GhostshipError {
  return new GhostshipError(
    'stream-broken',
    'An XA transaction was committed. A minute later it, or another with the same xid, was still prepared. It is not known whether its changes can be read.',
    {
      hint: 'Commit or roll back what XA RECOVER lists, give every XA transaction an xid of its own, and run the migration again.',
    },
  );
}
