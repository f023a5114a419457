import { connect, type Done, type Session } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import { killQuery } from '../../sql/cutover.ts';
import { migrating, patientSeconds, type SessionSettings } from '../../sql/session-settings.ts';
import type { Sql } from '../../sql/sql.ts';
import { reasonOf } from '../../support/clock.ts';
import { onAbort } from '../../support/on-abort.ts';
import { settleAll } from '../../support/settle-all.ts';

/** What is almost done is let finish. */
const graceMs = 1_000;
const stopWithinMs = 4_000;

/** Opens connections that all have the same settings, and closes them all: those, too, that are still being opened when it ends. */
export class Sessions implements AsyncDisposable {
  readonly #target: Target;
  readonly #opened = new Set<Session>();
  readonly #opening = new Set<Promise<Session>>();
  readonly #settings: SessionSettings;

  constructor(target: Target, settings: Pick<SessionSettings, 'sqlMode' | 'timeZone' | 'pinnedSeconds'>) {
    this.#target = target;
    this.#settings = migrating(settings);
  }

  /** @throws GhostshipError as {@link connect} does */
  open(purpose: string): Promise<Session> {
    return this.#open(purpose, this.#settings);
  }

  /** For what tells the time itself, such as a heartbeat: by the server's clock even where the others have it pinned. */
  openWithClock(purpose: string): Promise<Session> {
    return this.#open(purpose, { ...this.#settings, pinnedSeconds: null });
  }

  /**
   * For a statement of a person, to be taken or refused by the server as if that person had typed it.
   *
   * With the checks off, MySQL and MariaDB add foreign keys that rows break, and MariaDB drops indexes that foreign keys need.
   *
   * @throws GhostshipError as {@link connect} does
   */
  openWithChecks(purpose: string): Promise<Session> {
    return this.#open(purpose, { ...this.#settings, foreignKeyChecks: true, notes: true });
  }

  /** Many that wait for the lock of a table for as long as somebody has it. */
  openMany(count: number, purpose: string): Promise<Session[]> {
    const settings = { ...this.#settings, lockWaitSeconds: patientSeconds };
    return settleAll(Array.from({ length: count }, () => this.#open(purpose, settings)));
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

  async #open(purpose: string, settings: SessionSettings): Promise<Session> {
    const opening = connect(this.#target, purpose, settings);
    this.#opening.add(opening);
    try {
      const session = await opening;
      this.#opened.add(session);
      return session;
    } finally {
      this.#opening.delete(opening);
    }
  }

  /**
   * A statement that was under way when the signal was aborted, and still is a moment later, is stopped on the server: it may wait
   * there for a lock, and whoever waits for its answer does not hear the signal.
   */
  stopWhenAborted(signal: AbortSignal): Disposable {
    return onAbort(signal, () => {
      const before = [...this.#opened].map((session) => ({ session, count: session.statementCount }));
      setTimeout(() => {
        const stuck = before.filter(({ session, count }) => session.statementCount === count);
        for (const { session } of stuck) if (session.underWayMs > graceMs / 2) void this.#stop(session);
      }, graceMs).unref();
    });
  }

  async #stop(session: Session): Promise<void> {
    // Where the server cannot be reached it has stopped the statement already, or will notice that the connection is gone.
    const timer = setTimeout(() => session.destroy(), stopWithinMs);
    try {
      await using killer = await connect(this.#target, 'stopping a statement');
      await killer.run(killQuery(session.id));
    } catch {
      session.destroy();
    } finally {
      clearTimeout(timer);
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
    await Promise.allSettled(this.#opening);
    // When a run is given up, a copy statement may be under way. Closing the session ends it, so nobody waits for it.
    await Promise.all([...this.#opened].map((session) => session[Symbol.asyncDispose]()));
  }
}
