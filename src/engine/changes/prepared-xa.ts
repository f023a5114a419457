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
 * @param tell is told of those that it still waits for after two seconds
 * @returns false where the user may not see them. Then only the stream checks for such transactions
 * @throws GhostshipError `binlog-not-usable`
 */
export async function waitForPreparedXa(
  session: Session,
  tell: (xids: readonly string[]) => Promise<void>,
  signal: AbortSignal,
): Promise<boolean> {
  const waitingFor = await listAll(session).catch(() => null);
  if (waitingFor === null) return false;
  const list = (): Promise<string[]> => listAll(session);
  const patience = { timeoutMs: 10_000, lookEveryMs: 200, tellAfterMs: 2_000, tell };
  await waitUntilGone(waitingFor, list, patience, (left) => stillPrepared(left.map(nameIn)), signal);
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
  await waitUntilGone(xids, list, { timeoutMs: 60_000, lookEveryMs: 2, tellAfterMs: null }, notSeenToEnd, signal);
}

interface Times {
  readonly timeoutMs: number;
  readonly lookEveryMs: number;
}

type Patience =
  | (Times & { readonly tellAfterMs: null })
  | (Times & { readonly tellAfterMs: number; readonly tell: (xids: readonly string[]) => Promise<void> });

async function waitUntilGone(
  waitingFor: readonly string[],
  list: () => Promise<string[]>,
  patience: Patience,
  tooLate: (left: readonly string[]) => GhostshipError,
  signal: AbortSignal,
): Promise<void> {
  if (waitingFor.length === 0) return;
  const { timeoutMs, lookEveryMs } = patience;
  const startedAt = nowMs();
  let isTold = patience.tellAfterMs === null;
  for (;;) {
    const listed = new Set(await list());
    const left = waitingFor.filter((xid) => listed.has(xid));
    if (left.length === 0) return;
    if (nowMs() - startedAt > timeoutMs) throw tooLate(left);
    if (patience.tellAfterMs !== null && !isTold && nowMs() - startedAt > patience.tellAfterMs) {
      isTold = true;
      await patience.tell(left.map(nameIn));
    }
    await sleep(lookEveryMs, signal);
  }
}

async function listAll(session: Session): Promise<string[]> {
  const rows = await session.rows(xaRecover);
  return rows.map((row) => JSON.stringify(row));
}

/** @param row as {@link listAll} gives it. `data` is all of the xid in one: text on MySQL, bytes on MariaDB. */
function nameIn(row: string): string {
  const { data } = JSON.parse(row) as { readonly data: string | { readonly data: readonly number[] } };
  const bytes = typeof data === 'string' ? Buffer.from(data) : Buffer.from(data.data);
  const isPlain = bytes.every((byte) => byte >= 0x20 && byte < 0x7f);
  return isPlain ? `'${bytes.toString('latin1')}'` : `X'${bytes.toString('hex')}'`;
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

function stillPrepared(xids: readonly string[]): GhostshipError {
  return new GhostshipError(
    'binlog-not-usable',
    `XA transactions are prepared and neither committed nor rolled back: ${listed(xids)}. Their changes cannot be followed.`,
    {
      hint: 'Commit or roll them back (XA RECOVER lists them), then run the migration again.',
    },
  );
}

/** @returns the first few of them, and how many more there are */
export function listed(xids: readonly string[]): string {
  const more = xids.length - maxListed;
  return `${xids.slice(0, maxListed).join(', ')}${more > 0 ? `, and ${more} more` : ''}`;
}

const maxListed = 5;

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
