import { execFileSync } from 'node:child_process';
import type mysql from 'mysql2/promise';
import type { Flavor } from '../../support/servers/index.ts';

/** More than there are processors on the machines that the tests run on. */
const busySessions = 4;

/** Takes the processors from every session that is starved, for as long as the server lives. */
export async function keepBusy(connect: () => Promise<mysql.Connection>): Promise<void> {
  for (let count = 0; count < busySessions; count++) {
    const session = await connect();
    // Ends with its connection.
    session.query("SELECT BENCHMARK(1000000000000, MD5('busy'))").catch(() => {});
  }
}

/**
 * Leaves a session's thread what processor nobody else wants: what the server does for it takes long, and others overtake it
 * wherever the server lets them.
 */
export async function starve(session: mysql.Connection, flavor: Flavor): Promise<void> {
  execFileSync('chrt', ['--idle', '--pid', '0', String(await threadOf(session, flavor))]);
}

async function threadOf(session: mysql.Connection, flavor: Flavor): Promise<number> {
  const question =
    flavor === 'mysql'
      ? 'SELECT THREAD_OS_ID AS id FROM performance_schema.threads WHERE PROCESSLIST_ID = CONNECTION_ID()'
      : 'SELECT TID AS id FROM information_schema.PROCESSLIST WHERE ID = CONNECTION_ID()';
  const [[row]] = (await session.query(question)) as unknown as [[{ id: number }]];
  return row.id;
}
