import { endConnection } from '../../mysql/end-connection.ts';
import { Naming } from '../../mysql/naming.ts';
import { patience } from '../../mysql/patience.ts';
import { connect, type Done, type Row, type Session } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import { killQuery } from '../../sql/cutover.ts';
import { migrating, patientSeconds, type SessionSettings } from '../../sql/session-settings.ts';
import type { Sql } from '../../sql/sql.ts';
import { reasonOf } from '../../support/clock.ts';
import { onAbort } from '../../support/on-abort.ts';
import { settleAll } from '../../support/settle-all.ts';

export type CopySettings = Pick<SessionSettings, 'sqlMode' | 'timeZone' | 'pinnedSeconds'>;

interface SessionsOptions {
  readonly naming?: Naming;
  readonly givenSqlMode?: Sql;
  readonly isLogged?: boolean;
  /** Those of a migration's other sessions. */
  readonly all?: Set<Session>;
}

/** What is almost done is let finish. */
const graceMs = 1_000;
const stopWithinMs = 4_000;
/** What takes longer is left to the next run. */
const lostEndsWithinMs = 5_000;

/** Opens connections that all have the same settings, and closes them all: those, too, that are still being opened when it ends. */
export class Sessions implements AsyncDisposable {
  readonly #target: Target;
  readonly #opened = new Set<Session>();
  readonly #all: Set<Session>;
  readonly #opening = new Set<Promise<Session>>();
  readonly #settings: SessionSettings;
  readonly #givenSqlMode: Sql;
  readonly #isLogged: boolean;
  /** Of all its sessions. */
  readonly naming: Naming;

  /**
   * @param givenSqlMode of the sessions that run a statement of a person; the others never have it
   * @param isLogged whether what they write goes to the binary log
   */
  constructor(
    target: Target,
    settings: CopySettings,
    { naming = new Naming(), givenSqlMode = settings.sqlMode, isLogged = true, all = new Set() }: SessionsOptions = {},
  ) {
    this.naming = naming;
    this.#all = all;
    this.#target = target;
    this.#givenSqlMode = givenSqlMode;
    this.#isLogged = isLogged;
    this.#settings = { ...migrating(settings), isLogged };
  }

  /** Others on the same server, with the same names, that copy by these settings. */
  forCopy(settings: CopySettings): Sessions {
    return new Sessions(this.#target, settings, { naming: this.naming, isLogged: this.#isLogged, all: this.#all });
  }

  /** @throws GhostshipError as {@link connect} does */
  open(purpose: string): Promise<Session> {
    return this.#open(purpose, this.#settings);
  }

  /** For what tells the time itself, such as a heartbeat: by the server's clock even where the others have it pinned. */
  openWithClock(purpose: string): Promise<Session> {
    return this.#open(purpose, { ...this.#settings, pinnedSeconds: null });
  }

  /** For two statements that are sent as one. */
  openForPairs(purpose: string): Promise<Session> {
    return this.#open(purpose, { ...this.#settings, takesPairs: true });
  }

  /**
   * For what stands in for the table and its foreign keys.
   *
   * @throws GhostshipError as {@link connect} does
   */
  openWithChecks(purpose: string): Promise<Session> {
    return this.#open(purpose, { ...this.#settings, foreignKeyChecks: true, notes: true });
  }

  /**
   * For a statement of a person, to be read, and taken or refused, by the server as if that person had typed it. Statements of
   * ours have no business there: where the mode says so, a backslash or a double quote means another thing.
   *
   * Without foreign_key_checks MySQL and MariaDB add foreign keys that rows break, and MariaDB drops indexes that foreign keys
   * need.
   *
   * @throws GhostshipError as {@link connect} does
   */
  openAsGiven(purpose: string, foreignKeyChecks: 'with checks' | 'without checks'): Promise<Session> {
    return this.#open(purpose, {
      ...this.#settings,
      sqlMode: this.#givenSqlMode,
      foreignKeyChecks: foreignKeyChecks === 'with checks',
      anyParentKey: false,
      notes: true,
    });
  }

  /** Many that wait for the lock of a table for as long as somebody has it. */
  openMany(count: number, purpose: string): Promise<Session[]> {
    const settings = { ...this.#settings, lockWaitSeconds: patientSeconds };
    return settleAll(Array.from({ length: count }, () => this.#open(purpose, settings)));
  }

  /** Runs a long statement. An abort also stops it on the server. */
  runLong(session: Session, statement: Sql, signal: AbortSignal): Promise<Done> {
    return this.#stoppable(session, () => session.run(statement), signal);
  }

  /** The same for a question. */
  rowsLong(session: Session, statement: Sql, signal: AbortSignal): Promise<Row[]> {
    return this.#stoppable(session, () => session.rows(statement), signal);
  }

  async #stoppable<Answer>(session: Session, work: () => Promise<Answer>, signal: AbortSignal): Promise<Answer> {
    signal.throwIfAborted();
    using _listening = onAbort(signal, () => void this.#stop(session));
    try {
      return await work();
    } catch (error) {
      throw signal.aborted ? reasonOf(signal) : error;
    }
  }

  async #open(purpose: string, settings: SessionSettings): Promise<Session> {
    const opening = connect(this.#target, purpose, settings, this.naming);
    this.#opening.add(opening);
    try {
      const session = await opening;
      this.#opened.add(session);
      this.#all.add(session);
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

  /**
   * Where the server cannot be reached it has stopped the statement already, or will notice that the connection is gone. A commit
   * that waits for a replica or for room on the disk is not stopped, though the server says so.
   */
  async #stop(session: Session): Promise<void> {
    const { statementCount } = session;
    const isAtIt = (): boolean => session.statementCount === statementCount && session.underWayMs > 0;
    setTimeout(() => {
      if (isAtIt()) session.destroy();
    }, stopWithinMs).unref();
    try {
      await using killer = await connect(this.#target, 'stopping a statement');
      if (isAtIt()) await killer.run(killQuery(session.id));
    } catch {
      session.destroy();
    }
  }

  /**
   * Sees to it that nothing is carried out any more that was sent on connections of the migration which were lost: the server may
   * make a table after it was looked for.
   *
   * @throws Error where one of them does not end
   */
  async endLost(asker: Session): Promise<void> {
    const withinMs = Math.min(lostEndsWithinMs, patience().settleMs);
    for (const session of this.#all) {
      if (session.alive) continue;
      if (session.isUnanswered) await endConnection(asker, session, 'now', withinMs);
      this.#all.delete(session);
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
    while (this.#opening.size > 0) await Promise.allSettled(this.#opening);
    // When a run is given up, a copy statement may be under way. Closing the session ends it, so nobody waits for it.
    await Promise.all([...this.#opened].map((session) => session[Symbol.asyncDispose]()));
  }
}
