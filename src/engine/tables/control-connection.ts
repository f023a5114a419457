import { askServer, type Server } from '../../mysql/server.ts';
import { connect, type Session } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import { serverTimeZone } from '../../sql/session-settings.ts';
import { definingSqlMode, givenSqlMode, strictSqlMode } from '../../sql/sql-mode.ts';
import { Sessions } from './sessions.ts';

/** The session that asks and decides, and sessions that change definitions. */
export interface ControlConnection extends AsyncDisposable {
  readonly server: Server;
  /** For questions: what SHOW CREATE TABLE prints must read the same whatever the server's mode. */
  readonly session: Session;
  /** In the server's own time zone, and as strict as the server is. Those for statements of a person have its whole mode. */
  readonly sessions: Sessions;
}

/** Like those of a control connection, for a statement of a person that converts rows. */
export function openStrictSessions(target: Target, server: Server, allow: readonly string[]): Sessions {
  const allowsZeroDates = allow.includes('zero-dates');
  const sqlMode = definingSqlMode(server.sqlMode, allowsZeroDates);
  const settings = { timeZone: serverTimeZone, sqlMode, pinnedSeconds: null };
  return new Sessions(target, settings, strictSqlMode(server.sqlMode, allowsZeroDates));
}

/**
 * @param allow with `zero-dates`, definitions may have them as defaults
 * @throws GhostshipError `cannot-connect`, `access-denied`
 */
export async function openControlConnection(target: Target, allow: readonly string[] = []): Promise<ControlConnection> {
  const session = await connect(target, 'asking the server');
  const server = await askServer(session);
  const allowsZeroDates = allow.includes('zero-dates');
  const sqlMode = definingSqlMode(server.sqlMode, allowsZeroDates);
  const settings = { timeZone: serverTimeZone, sqlMode, pinnedSeconds: null };
  const sessions = new Sessions(target, settings, givenSqlMode(server.sqlMode, allowsZeroDates));
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
