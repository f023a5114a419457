import type mysql from 'mysql2/promise';
import type { Sql } from '../sql/sql.ts';
import { nowMs } from '../support/clock.ts';
import { messageOf } from '../support/errors.ts';
import type { OpenedConnection } from './connection.ts';
import type { Watch } from './lookout.ts';
import type { Naming } from './naming.ts';
import { ConnectionLost, isLastWord, refusal } from './server-errors.ts';
import type { Done, Row, Session } from './session.ts';
import type { Target } from './target.ts';

/**
 * The server ends sessions that ask nothing for as long as `wait_timeout` says, so that those of a process that is gone end by
 * themselves. This is a small part of it.
 */
const feedEveryMs = 10_000;

/** A session over the driver's connection. */
export class MysqlSession implements Session {
  readonly id: number;
  readonly target: Target;
  readonly purpose: string;
  readonly naming: Naming;
  readonly openedAtMs = nowMs();
  #statements = 0;
  #sentAtMs = nowMs();
  readonly #connection: OpenedConnection;
  readonly #watch: Watch;
  #feeding: NodeJS.Timeout;
  #lost: unknown = null;
  #isUnanswered = false;
  /**
   * How to end statements under way when the connection is dropped from here: the driver leaves them unanswered then. One
   * promise for all of them to race with would keep every answer for as long as the session lives.
   */
  readonly #underWay = new Set<(error: Error) => void>();

  constructor(connection: OpenedConnection, target: Target, purpose: string, watch: Watch, naming: Naming) {
    this.target = target;
    this.#connection = connection;
    this.#watch = watch;
    this.naming = naming;
    this.id = connection.driver.threadId;
    this.purpose = purpose;
    this.#feeding = setInterval(() => this.#feed(), feedEveryMs).unref();
    // Without a listener an idle connection that the server closes would end the process.
    connection.driver.on('error', (error: unknown) => {
      this.#lost ??= error;
    });
  }

  get statementCount(): number {
    return this.#statements;
  }

  get alive(): boolean {
    return this.#lost === null;
  }

  get isUnanswered(): boolean {
    return this.#isUnanswered || (!this.alive && this.#underWay.size > 0);
  }

  get underWayMs(): number {
    return this.#underWay.size === 0 ? 0 : nowMs() - this.#sentAtMs;
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

  feedEvery(intervalMs: number): void {
    clearInterval(this.#feeding);
    this.#feeding = setInterval(() => this.#feed(), intervalMs).unref();
  }

  starve(): void {
    clearInterval(this.#feeding);
  }

  destroy(): void {
    this.#giveUp(new Error('closed'));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.starve();
    if (this.#lost !== null) return this.#connection.cutOff();
    this.#lost = new Error('closed');
    await this.#connection.end();
    this.#endUnderWay();
  }

  #giveUp(why: Error): void {
    this.starve();
    this.#lost ??= why;
    this.#connection.cutOff();
    this.#endUnderWay();
  }

  #endUnderWay(): void {
    for (const end of this.#underWay) end(new ConnectionLost(this.purpose, this.#lost));
  }

  #feed(): void {
    if (this.#lost !== null || this.#underWay.size > 0) return;
    // What goes wrong is told by the next statement.
    this.#await(() => this.#connection.driver.ping()).catch(() => {});
  }

  #send(statement: Sql): Promise<[unknown, unknown]> {
    this.#statements++;
    return this.#await(() => this.#connection.driver.query(statement.text));
  }

  async #await<T>(ask: () => Promise<T>): Promise<T> {
    if (this.#lost !== null) throw new ConnectionLost(this.purpose, this.#lost);
    let end: (error: Error) => void = () => {};
    const ended = new Promise<never>((_, reject) => {
      end = reject;
    });
    this.#underWay.add(end);
    this.#sentAtMs = nowMs();
    using _watched = this.#watch(this.id, (why) => this.#giveUp(why));
    try {
      return await Promise.race([ask(), ended]);
    } catch (error) {
      const told = this.#translate(error);
      this.#isUnanswered ||= told instanceof ConnectionLost;
      throw told;
    } finally {
      this.#underWay.delete(end);
    }
  }

  #translate(error: unknown): Error {
    if (error instanceof ConnectionLost) return error;
    const { errno, sqlState, fatal } = error as { errno?: unknown; sqlState?: unknown; fatal?: unknown };
    const fromServer = typeof errno === 'number' && errno > 0 && typeof sqlState === 'string';
    if (fromServer && !isLastWord(errno)) {
      return refusal(errno, sqlState, this.naming.inTheirNames(messageOf(error)), error);
    }
    if (fatal === true || fromServer) this.#lost ??= error;
    return new ConnectionLost(this.purpose, error);
  }
}
