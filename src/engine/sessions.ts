import { connect, type Done, type Session } from '../mysql/session.ts';
import type { Target } from '../mysql/target.ts';
import { killQuery } from '../sql/cutover.ts';
import { migrating, type SessionSettings } from '../sql/session-settings.ts';
import type { Sql } from '../sql/sql.ts';
import { reasonOf } from '../support/clock.ts';

/** Opens connections that all see the target the same way, and closes every one it opened. */
export class Sessions implements AsyncDisposable {
  readonly #target: Target;
  readonly #opened = new Set<Session>();
  readonly #settings: SessionSettings;

  constructor(target: Target, settings: Pick<SessionSettings, 'sqlMode' | 'timeZone'>) {
    this.#target = target;
    this.#settings = migrating(settings);
  }

  /** @throws GhostshipError as {@link connect} does */
  async open(purpose: string): Promise<Session> {
    const session = await connect(this.#target, purpose, this.#settings);
    this.#opened.add(session);
    return session;
  }

  async openMany(count: number, purpose: string): Promise<Session[]> {
    return Promise.all(Array.from({ length: count }, () => this.open(purpose)));
  }

  /** Runs something long; an abort stops it on the server, too. */
  async runLong(session: Session, statement: Sql, signal: AbortSignal): Promise<Done> {
    signal.throwIfAborted();
    const stop = (): void => void this.#stop(session);
    signal.addEventListener('abort', stop, { once: true });
    try {
      return await session.run(statement);
    } catch (error) {
      throw signal.aborted ? reasonOf(signal) : error;
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }

  async #stop(session: Session): Promise<void> {
    try {
      await using killer = await connect(this.#target, 'stopping a statement');
      await killer.run(killQuery(session.id));
    } catch {
      // A server that cannot be reached has stopped it already, or will notice that we are gone.
      session.destroy();
    }
  }

  /** Connection ids of ours on the server. */
  get ids(): readonly number[] {
    return [...this.#opened].filter((session) => session.alive).map((session) => session.id);
  }

  /** Sent so far, on sessions that are closed by now as well. */
  get statementCount(): number {
    return [...this.#opened].reduce((sum, session) => sum + session.statementCount, 0);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // A copy statement of half a second may be under way in a run that is being given up: cut it off, do not wait.
    await Promise.all([...this.#opened].map((session) => session[Symbol.asyncDispose]()));
  }
}
