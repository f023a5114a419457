import type { Server } from '../../mysql/server.ts';
import { isServerError } from '../../mysql/server-errors.ts';
import { connect, type Done, type Session } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import { killQuery } from '../../sql/cutover.ts';
import { setNoSnapshotIsolation, setReadCommitted, setSession, withChecks } from '../../sql/session-settings.ts';
import type { Sql } from '../../sql/sql.ts';
import { reasonOf } from '../../support/clock.ts';
import { onAbort } from '../../support/on-abort.ts';

/** Opens connections that all have the same settings, and closes them all. */
export class Sessions implements AsyncDisposable {
  readonly #target: Target;
  readonly #server: Server;
  readonly #opened = new Set<Session>();
  readonly #settings: { readonly timeZone: Sql; readonly sqlMode: Sql };

  constructor(target: Target, server: Server, settings: { readonly timeZone: Sql; readonly sqlMode: Sql }) {
    this.#target = target;
    this.#server = server;
    this.#settings = settings;
  }

  /** @throws GhostshipError `cannot-connect`, `access-denied` */
  async open(purpose: string): Promise<Session> {
    const session = await connect(this.#target, purpose);
    this.#opened.add(session);
    await session.run(setReadCommitted);
    await session.run(setNoSnapshotIsolation).catch((error: unknown) => {
      if (!isServerError(error, 'ER_UNKNOWN_SYSTEM_VARIABLE')) throw error;
    });
    await session.run(setSession({ ...this.#settings, flavor: this.#server.flavor }));
    return session;
  }

  /**
   * For a statement of a person, to be taken or refused by the server as if that person had typed it.
   *
   * @throws GhostshipError `cannot-connect`, `access-denied`
   */
  async openWithChecks(purpose: string): Promise<Session> {
    const session = await this.open(purpose);
    await session.run(withChecks);
    return session;
  }

  async openMany(count: number, purpose: string): Promise<Session[]> {
    return Promise.all(Array.from({ length: count }, () => this.open(purpose)));
  }

  /** Runs a long statement. An abort also stops it on the server. */
  async runLong(session: Session, statement: Sql, signal: AbortSignal): Promise<Done> {
    signal.throwIfAborted();
    using _listening = onAbort(signal, () => void this.#stop(session));
    try {
      return await session.run(statement);
    } catch (error) {
      throw signal.aborted ? reasonOf(signal) : error;
    }
  }

  async #stop(session: Session): Promise<void> {
    try {
      await using killer = await connect(this.#target, 'stopping a statement');
      await killer.run(killQuery(session.id));
    } catch {
      // The server cannot be reached. It has stopped the statement already, or will notice that the connection is gone.
      session.destroy();
    }
  }

  /** The ids of our open connections on the server. */
  get ids(): readonly number[] {
    return [...this.#opened].filter((session) => session.alive).map((session) => session.id);
  }

  /** How many statements were sent so far, also on sessions that are closed now. */
  get statementCount(): number {
    return [...this.#opened].reduce((sum, session) => sum + session.statementCount, 0);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // When a run is given up, a copy statement may be under way. Closing the session ends it, so nobody waits for it.
    await Promise.all([...this.#opened].map((session) => session[Symbol.asyncDispose]()));
  }
}
