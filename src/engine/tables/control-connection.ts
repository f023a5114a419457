import { askServer, type Server } from '../../mysql/server.ts';
import { connect, type Session } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import { serverTimeZone } from '../../sql/session-settings.ts';
import { readableSqlMode, strictSqlMode } from '../../sql/sql-mode.ts';
import { Sessions } from './sessions.ts';

/** The session that asks and decides, and sessions that change definitions. */
export interface ControlConnection extends AsyncDisposable {
  readonly server: Server;
  /** For questions: what SHOW CREATE TABLE prints must read the same whatever the server's mode. */
  readonly session: Session;
  /** In the server's own mode and time zone, so that an ALTER means what it means to everybody else. */
  readonly sessions: Sessions;
}

/** Like those of a control connection, for a statement of a person that converts rows. */
export function openStrictSessions(target: Target, server: Server, allow: readonly string[]): Sessions {
  return new Sessions(target, {
    timeZone: serverTimeZone,
    sqlMode: strictSqlMode(server.sqlMode, allow.includes('zero-dates')),
    pinnedSeconds: null,
  });
}

/**
 * @param allow with `zero-dates`, definitions may have them as defaults
 * @throws GhostshipError `cannot-connect`, `access-denied`
 */
export async function openControlConnection(target: Target, allow: readonly string[] = []): Promise<ControlConnection> {
  const session = await connect(target, 'asking the server');
  const server = await askServer(session);
  const sessions = new Sessions(target, {
    timeZone: serverTimeZone,
    sqlMode: readableSqlMode(server.sqlMode, allow.includes('zero-dates')),
    pinnedSeconds: null,
  });
  return {
    server,
    session,
    sessions,
    async [Symbol.asyncDispose]() {
      await sessions[Symbol.asyncDispose]();
      await session[Symbol.asyncDispose]();
    },
  };
}
