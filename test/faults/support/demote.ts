import mysql from 'mysql2/promise';
import type { RunningServer } from '../../support/servers/index.ts';
import { query, type Row } from '../../support/servers/test-database.ts';
import type { Trial } from './trial.ts';

/** On MariaDB whoever may do everything writes to a demoted source as well. This user may not. */
export const mover = 'mover';

export async function makeMover(source: RunningServer): Promise<void> {
  const { flavor, password } = source;
  await query(source, `CREATE USER ${mover}@'%' IDENTIFIED BY '${password}'`);
  const onServer = ['PROCESS', 'REPLICATION SLAVE', flavor === 'mysql' ? 'REPLICATION CLIENT' : 'BINLOG MONITOR'];
  const more =
    flavor === 'mysql'
      ? ['SET_ANY_DEFINER', 'ALLOW_NONEXISTENT_DEFINER', 'SYSTEM_USER']
      : ['REPLICA MONITOR', 'REPLICATION MASTER ADMIN', 'SET USER'];
  await query(source, `GRANT ${[...onServer, ...more].join()} ON *.* TO ${mover}@'%'`);
  await query(source, `GRANT ALL PRIVILEGES ON \`test\\_%\`.* TO ${mover}@'%'`);
}

/** Resolves when nobody can write any more. While tables are locked the server waits with it. */
export async function demote(source: RunningServer): Promise<void> {
  await query(source, `SET GLOBAL ${source.flavor === 'mysql' ? 'super_read_only' : 'read_only'} = ON`);
}

/** Whether a demotion waits for a lock. */
export async function isDemoting(source: RunningServer): Promise<boolean> {
  const processes = await query(source, 'SHOW PROCESSLIST');
  return processes.some(({ Info, State }) => /read_only = ON/u.test(String(Info)) && /^Waiting/iu.test(String(State)));
}

export async function takeWrites(source: RunningServer): Promise<void> {
  await query(source, 'SET GLOBAL read_only = OFF');
}

export async function promote(replica: RunningServer): Promise<void> {
  const statements =
    replica.flavor === 'mysql'
      ? ['STOP REPLICA', 'RESET REPLICA ALL', 'SET GLOBAL read_only = OFF']
      : ['STOP SLAVE', 'RESET SLAVE ALL', 'SET GLOBAL read_only = OFF'];
  for (const statement of statements) await query(replica, statement);
}

/** The database of the trial, as it was replicated. */
export function databaseOn(replica: RunningServer, { database: { name } }: Trial): Trial['database'] {
  const { host, port, user: admin, password } = replica;
  const connect = (options: mysql.ConnectionOptions = {}): Promise<mysql.Connection> =>
    mysql.createConnection({ host, port, user: admin, password, database: name, ...options });
  return {
    name,
    url: `${replica.url}${name}`,
    connect,
    async query(sql) {
      const connection = await connect();
      try {
        const [found] = await connection.query(sql);
        return Array.isArray(found) ? (found as Row[]) : [];
      } finally {
        await connection.end();
      }
    },
    async [Symbol.asyncDispose]() {},
  };
}
