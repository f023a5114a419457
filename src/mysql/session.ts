import mysql from 'mysql2/promise';
import { keepAlive } from '../sql/session-settings.ts';
import type { Sql } from '../sql/sql.ts';
import { GhostshipError, messageOf } from '../support/errors.ts';
import { ConnectionLost, ServerError, serverErrors } from './server-errors.ts';
import { describeTarget, type Target } from './target.ts';

/** Numbers beyond 2^53 and DECIMAL arrive as text; dates as the server writes them; JSON as text. */
export type Row = Readonly<Record<string, string | number | null>>;

export interface Done {
  readonly affectedRows: number;
  readonly warningCount: number;
}

/** One connection with one purpose. Never pooled: locks, session settings and the name lock live and die with it. */
export interface Session extends AsyncDisposable {
  /** The server's connection id, as in the process list. */
  readonly id: number;
  readonly purpose: string;
  /** @throws ServerError, ConnectionLost */
  rows(statement: Sql): Promise<Row[]>;
  /** @throws ServerError, ConnectionLost */
  run(statement: Sql): Promise<Done>;
  /** Statements sent so far. */
  readonly statementCount: number;
  /** False once the connection is known to be gone. */
  readonly alive: boolean;
  /** Drops the connection at once; what it was doing is rolled back by the server. */
  destroy(): void;
}

const connectTimeoutMs = 10_000;

/**
 * @param purpose what the connection is for, in the words of an error message: "copying rows"
 * @throws GhostshipError `cannot-connect` or `access-denied`
 */
export async function connect(target: Target, purpose: string): Promise<Session> {
  try {
    const connection = await mysql.createConnection(connectionOptions(target));
    await connection.query(keepAlive.text);
    return new MysqlSession(connection, purpose);
  } catch (error) {
    throw connectError(error, target);
  }
}

/** What both mysql2 and the change stream need to reach a target. */
export function connectionOptions(target: Target): mysql.ConnectionOptions {
  return {
    host: target.host,
    port: target.port,
    user: target.user,
    password: target.password,
    database: target.database,
    charset: 'utf8mb4',
    connectTimeout: connectTimeoutMs,
    dateStrings: true,
    supportBigNumbers: true,
    jsonStrings: true,
    flags: ['-FOUND_ROWS'],
    // The driver would note the stack of every statement sent: 6 % of our processor time among writers (measured).
    trace: false,
    ...(target.sslMode === 'verify-ca' || target.sslMode === 'verify-identity'
      ? { ssl: { rejectUnauthorized: true, verifyIdentity: target.sslMode === 'verify-identity' } }
      : target.sslMode === 'required'
        ? { ssl: { rejectUnauthorized: false } }
        : {}),
  };
}

class MysqlSession implements Session {
  readonly id: number;
  readonly purpose: string;
  #statements = 0;
  #connection: mysql.Connection;
  #lost: unknown = null;
  /**
   * How to end statements under way when the connection is dropped from here: the driver leaves them unanswered then. One
   * promise for all of them to race with would keep every answer for as long as the session lives.
   */
  readonly #underWay = new Set<(error: Error) => void>();

  constructor(connection: mysql.Connection, purpose: string) {
    this.#connection = connection;
    this.id = connection.threadId;
    this.purpose = purpose;
    // Without a listener an idle connection that the server closes would end the process.
    connection.on('error', (error: unknown) => {
      this.#lost = error;
    });
  }

  get statementCount(): number {
    return this.#statements;
  }

  get alive(): boolean {
    return this.#lost === null;
  }

  async rows(statement: Sql): Promise<Row[]> {
    const [rows] = await this.#send(statement);
    return Array.isArray(rows) ? (rows as Row[]) : [];
  }

  async run(statement: Sql): Promise<Done> {
    const [result] = await this.#send(statement);
    if (Array.isArray(result)) return { affectedRows: 0, warningCount: 0 };
    const header = result as mysql.ResultSetHeader;
    return { affectedRows: header.affectedRows, warningCount: header.warningStatus };
  }

  destroy(): void {
    this.#lost ??= new Error('closed');
    this.#connection.destroy();
    for (const end of this.#underWay) end(new ConnectionLost(this.purpose, this.#lost));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#lost !== null) return this.#connection.destroy();
    this.#lost = new Error('closed');
    await this.#connection.end().catch(() => this.#connection.destroy());
  }

  async #send(statement: Sql): Promise<[unknown, unknown]> {
    if (this.#lost !== null) throw new ConnectionLost(this.purpose, this.#lost);
    let end: (error: Error) => void = () => {};
    const ended = new Promise<never>((_, reject) => {
      end = reject;
    });
    this.#underWay.add(end);
    this.#statements++;
    try {
      return await Promise.race([this.#connection.query(statement.text), ended]);
    } catch (error) {
      throw this.#translate(error);
    } finally {
      this.#underWay.delete(end);
    }
  }

  #translate(error: unknown): Error {
    if (error instanceof ConnectionLost) return error;
    const { errno, sqlState, fatal } = error as { errno?: unknown; sqlState?: unknown; fatal?: unknown };
    const fromServer = typeof errno === 'number' && errno > 0 && typeof sqlState === 'string';
    if (fromServer && errno !== serverErrors.ER_SERVER_SHUTDOWN && errno !== serverErrors.ER_CONNECTION_KILLED) {
      return new ServerError(errno, sqlState, messageOf(error), error);
    }
    if (fatal === true || fromServer) this.#lost = error;
    return new ConnectionLost(this.purpose, error);
  }
}

function connectError(error: unknown, target: Target): GhostshipError {
  const errno = (error as { errno?: unknown }).errno;
  const words = messageOf(error);
  const denied = [
    serverErrors.ER_ACCESS_DENIED_ERROR,
    serverErrors.ER_DBACCESS_DENIED_ERROR,
    serverErrors.ER_BAD_DB_ERROR,
  ].some((number) => number === errno);
  return denied
    ? new GhostshipError('access-denied', `The server refused ${describeTarget(target)}: ${words}`, {
        hint: 'Check the user, the password, the database name and from which hosts the user may connect.',
        cause: error,
      })
    : new GhostshipError(
        'cannot-connect',
        `Cannot reach ${describeTarget(target)}: ${words || String((error as { code?: unknown }).code)}`,
        {
          hint: 'Check host and port, that the server is up, and that this machine may reach it.',
          cause: error,
        },
      );
}
