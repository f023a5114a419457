import { randomBytes } from 'node:crypto';
import mysql from 'mysql2/promise';
import type { Login, ServerAddress } from './running-server.ts';

export type Row = Readonly<Record<string, unknown>>;

/** An empty database of one test; dropped when disposed, with all that is in it. */
export interface TestDatabase extends AsyncDisposable {
  readonly name: string;
  /** `mysql://user:password@host:port/name` */
  readonly url: string;
  /** On a connection of its own that stays open: session settings and temporary tables last. */
  query(sql: string): Promise<Row[]>;
  /** Another connection, for the caller to end. What is still open at disposal is cut. */
  connect(options?: mysql.ConnectionOptions): Promise<mysql.Connection>;
}

export async function createDatabase(server: ServerAddress): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await query(server, `CREATE DATABASE ${name}`);
  const open = new Set<mysql.Connection>();
  const connect = async (options: mysql.ConnectionOptions = {}): Promise<mysql.Connection> => {
    const connection = await mysql.createConnection({ ...addressOf(server), database: name, ...options });
    open.add(connection);
    return connection;
  };
  const own = await connect();
  return {
    name,
    url: `${server.url}${name}`,
    query: (sql) => rowsOf(own, sql),
    connect,
    async [Symbol.asyncDispose]() {
      // An open transaction on one of its tables would hold the DROP up.
      for (const connection of open) connection.destroy();
      await query(server, `DROP DATABASE IF EXISTS ${name}`);
    },
  };
}

/** Runs one statement on a connection made for it. */
export async function query(server: Login, sql: string): Promise<Row[]> {
  const connection = await mysql.createConnection(addressOf(server));
  try {
    return await rowsOf(connection, sql);
  } finally {
    await connection.end();
  }
}

async function rowsOf(connection: mysql.Connection, sql: string): Promise<Row[]> {
  const [rows] = await connection.query(sql);
  return Array.isArray(rows) ? (rows as Row[]) : [];
}

function addressOf({ host, port, user, password }: Login): mysql.ConnectionOptions {
  return { host, port, user, password };
}
