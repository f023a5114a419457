import type { Connection as DriverConnection } from 'mysql2';
import type mysql from 'mysql2/promise';
import { ordinary, type SessionSettings } from '../sql/session-settings.ts';
import type { Sql } from '../sql/sql.ts';
import { GhostshipError, messageOf } from '../support/errors.ts';
import { chooseSettings } from './choose-settings.ts';
import { explainConnectError } from './connect-errors.ts';
import { openConnection } from './connection.ts';
import { Naming } from './naming.ts';
import { ConnectionLost, ServerError, serverErrors } from './server-errors.ts';
import type { Target } from './target.ts';

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
  /** In which names the words of the server are told. */
  readonly naming: Naming;
  /** False once the connection is known to be gone. */
  readonly alive: boolean;
  /** Drops the connection at once; what it was doing is rolled back by the server. */
  destroy(): void;
}

/**
 * @param purpose what the connection is for, in the words of an error message: "copying rows"
 * @param settings in force, and seen to be, when this returns
 * @param naming shared by all sessions of a migration
 * @throws GhostshipError `cannot-connect`, `access-denied`, `unsupported-server` where the settings do not take
 */
export async function connect(
  target: Target,
  purpose: string,
  settings: SessionSettings = ordinary,
  naming = new Naming(),
): Promise<Session> {
  return open(await openConnection(target, purpose), target, purpose, settings, naming);
}

/**
 * The driver's own connection, for what takes more than statements. Prepared as {@link connect} does, with its errors.
 */
export async function connectDriver(
  target: Target,
  purpose: string,
  settings: SessionSettings,
): Promise<DriverConnection> {
  const connection = await openConnection(target, purpose);
  await open(connection, target, purpose, settings, new Naming());
  // Not in the type declarations of what wraps it.
  return (connection as unknown as { connection: DriverConnection }).connection;
}

async function open(
  connection: mysql.Connection,
  target: Target,
  purpose: string,
  settings: SessionSettings,
  naming: Naming,
): Promise<Session> {
  const session = new MysqlSession(connection, purpose, naming);
  try {
    await chooseSettings(session, target, settings);
    return session;
  } catch (error) {
    session.destroy();
    throw error instanceof GhostshipError ? error : explainConnectError(error, target, purpose, null);
  }
}

class MysqlSession implements Session {
  readonly id: number;
  readonly purpose: string;
  readonly naming: Naming;
  #statements = 0;
  #connection: mysql.Connection;
  #lost: unknown = null;
  /**
   * How to end statements under way when the connection is dropped from here: the driver leaves them unanswered then. One
   * promise for all of them to race with would keep every answer for as long as the session lives.
   */
  readonly #underWay = new Set<(error: Error) => void>();

  constructor(connection: mysql.Connection, purpose: string, naming: Naming) {
    this.naming = naming;
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
      return new ServerError(errno, sqlState, this.naming.inTheirNames(messageOf(error)), error);
    }
    if (fatal === true || fromServer) this.#lost = error;
    return new ConnectionLost(this.purpose, error);
  }
}
