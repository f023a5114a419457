import { askServer, type Server } from '../../mysql/server.ts';
import { connect, type Session } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import { setSqlMode } from '../../sql/session-settings.ts';
import { raw, sql } from '../../sql/sql.ts';
import { Sessions } from './sessions.ts';

/**
 * The session that asks and decides, and sessions that change definitions. They have the settings that any client of the server
 * has, so that an ALTER means the same as for every other client.
 */
export interface ControlConnection extends AsyncDisposable {
  readonly server: Server;
  readonly session: Session;
  readonly sessions: Sessions;
}

/** @throws GhostshipError `cannot-connect`, `access-denied` */
export async function openControlConnection(target: Target): Promise<ControlConnection> {
  const session = await connect(target, 'asking the server');
  const server = await askServer(session);
  await session.run(setSqlMode(sql`${plainMode(server.sqlMode)}`));
  // Our own SQL uses backslash escapes, so they must work in these sessions.
  const sessions = new Sessions(target, server, {
    timeZone: raw('@@GLOBAL.time_zone'),
    sqlMode: sql`${modeWithEscapes(server.sqlMode)}`,
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

/** In this mode SHOW CREATE TABLE prints the same, whatever the server's mode is. */
function plainMode(globalMode: string): string {
  const unwanted = [
    'ANSI',
    'ANSI_QUOTES',
    'ORACLE',
    'PIPES_AS_CONCAT',
    'NO_BACKSLASH_ESCAPES',
    'NO_TABLE_OPTIONS',
    'NO_KEY_OPTIONS',
    'NO_FIELD_OPTIONS',
  ];
  return globalMode
    .split(',')
    .filter((mode) => !unwanted.includes(mode))
    .join(',');
}

function modeWithEscapes(globalMode: string): string {
  return globalMode
    .split(',')
    .filter((mode) => mode !== 'NO_BACKSLASH_ESCAPES')
    .join(',');
}
