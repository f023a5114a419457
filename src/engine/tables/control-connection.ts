import { askServer, type Server } from '../../mysql/server.ts';
import { connect, type Session } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import { ordinary, serverTimeZone } from '../../sql/session-settings.ts';
import { definingSqlMode, givenSqlMode, strictSqlMode, withZeroDates } from '../../sql/sql-mode.ts';
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
export function openStrictSessions(target: Target, { server, sessions }: ControlConnection): Sessions {
  const settings = { timeZone: serverTimeZone, sqlMode: definingSqlMode(server.sqlMode), pinnedSeconds: null };
  return new Sessions(target, settings, { naming: sessions.naming, givenSqlMode: strictSqlMode(server.sqlMode) });
}

/**
 * @param allow with `zero-dates`, the server's sql_mode is taken to be without what forbids them
 * @param isLogged whether what its sessions write goes to the binary log
 * @throws GhostshipError `cannot-connect`, `access-denied`
 */
export async function openControlConnection(
  target: Target,
  allow: readonly string[] = [],
  isLogged = true,
): Promise<ControlConnection> {
  const session = await connect(target, 'asking the server', { ...ordinary, isLogged });
  const asked = await askServer(session).catch(async (error: unknown) => {
    await session[Symbol.asyncDispose]();
    throw error;
  });
  const server = allow.includes('zero-dates') ? { ...asked, sqlMode: withZeroDates(asked.sqlMode) } : asked;
  const settings = { timeZone: serverTimeZone, sqlMode: definingSqlMode(server.sqlMode), pinnedSeconds: null };
  const sessions = new Sessions(target, settings, { givenSqlMode: givenSqlMode(server.sqlMode), isLogged });
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
