import { randomBytes } from 'node:crypto';
import mysql from 'mysql2/promise';
import { catchUp, query, type Row, type RunningServer, startReplica, startServer } from '../support/servers/index.ts';
import { findInstallation } from '../support/servers/installation.ts';

/** A server with the shop's database, its replica, and the account that migrates. */
export interface Databases extends AsyncDisposable {
  readonly source: RunningServer;
  readonly replica: RunningServer;
  /** Without the password, as it stands in a workflow. */
  readonly targetUrl: string;
  readonly replicaUrl: string;
  readonly password: string;
}

export const databaseName = 'shop';

const server = 'mysql-9.7';

/** What fits the table and its copy, as on a server that has been given memory. */
const options = { innodb_buffer_pool_size: '768M' };

/** Everything a migration and a dry run need, and nothing else. */
const grants: readonly string[] = [
  `SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, ALTER, INDEX, LOCK TABLES, CREATE TEMPORARY TABLES, TRIGGER ON ${databaseName}.*`,
  'REPLICATION SLAVE, REPLICATION CLIENT, PROCESS, SESSION_VARIABLES_ADMIN ON *.*',
];

/** A session in the shop's database, as administrator. */
export interface Session extends AsyncDisposable {
  readonly query: (sql: string) => Promise<Row[]>;
}

export async function connect({ host, port, user, password }: RunningServer): Promise<Session> {
  const connection = await mysql.createConnection({ host, port, user, password, database: databaseName });
  return {
    async query(sql) {
      const [rows] = await connection.query(sql);
      return Array.isArray(rows) ? (rows as Row[]) : [];
    },
    [Symbol.asyncDispose]: () => connection.end(),
  };
}

/** The first time ever this fetches the server, and says so on stderr. */
export async function fetchServer(): Promise<void> {
  await findInstallation(server);
}

export async function startDatabases(): Promise<Databases> {
  const source = await startServer({ name: server, options });
  try {
    const replica = await startReplica(source, { options });
    const password = randomBytes(12).toString('hex');
    await query(source, `CREATE DATABASE ${databaseName}`);
    await query(source, `CREATE USER migrator IDENTIFIED BY '${password}'`);
    for (const grant of grants) await query(source, `GRANT ${grant} TO migrator`);
    await catchUp(replica, source);
    return {
      source,
      replica,
      targetUrl: urlFor(source),
      replicaUrl: urlFor(replica),
      password,
      async [Symbol.asyncDispose]() {
        await replica[Symbol.asyncDispose]();
        await source[Symbol.asyncDispose]();
      },
    };
  } catch (error) {
    await source[Symbol.asyncDispose]();
    throw error;
  }
}

function urlFor({ host, port }: RunningServer): string {
  return `mysql://migrator@${host}:${port}/${databaseName}`;
}
