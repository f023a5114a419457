import type { Connection as DriverConnection } from 'mysql2';
import { showProcesses } from '../sql/cutover.ts';
import { ordinary, type SessionSettings } from '../sql/session-settings.ts';
import type { Sql } from '../sql/sql.ts';
import { GhostshipError } from '../support/errors.ts';
import { chooseSettings } from './choose-settings.ts';
import { explainConnectError } from './connect-errors.ts';
import { openConnection } from './connection.ts';
import { deadline, Lookout, type Sight, type Watch } from './lookout.ts';
import { MysqlSession } from './mysql-session.ts';
import { Naming } from './naming.ts';
import { patience } from './patience.ts';
import { isFullHouse } from './server-errors.ts';
import type { Target } from './target.ts';

/** Numbers beyond 2^53 and DECIMAL arrive as text; dates as the server writes them; JSON as text. */
export type Row = Readonly<Record<string, string | number | null>>;

export interface Done {
  readonly affectedRows: number;
  readonly warningCount: number;
}

/**
 * One connection with one purpose. Never pooled: locks, session settings and the name lock live and die with it. While it has
 * nothing to do it gives the server a sign of life now and then.
 */
export interface Session extends AsyncDisposable {
  /** The server's connection id, as in the process list. */
  readonly id: number;
  /** Where it leads to. */
  readonly target: Target;
  readonly purpose: string;
  /** When it was opened, on the clock of `nowMs`. */
  readonly openedAtMs: number;
  /** @throws ServerError, ConnectionLost */
  rows(statement: Sql): Promise<Row[]>;
  /** @throws ServerError, ConnectionLost */
  run(statement: Sql): Promise<Done>;
  /** Statements sent so far. */
  readonly statementCount: number;
  /** How long the statement under way has not been answered; 0 while there is none. */
  readonly underWayMs: number;
  /** In which names the words of the server are told. */
  readonly naming: Naming;
  /** False once the connection is known to be gone. */
  readonly alive: boolean;
  /** True where it is gone and its last statement was not answered: the server may still carry that out. */
  readonly isUnanswered: boolean;
  /** Gives signs of life this often from now on. */
  feedEvery(intervalMs: number): void;
  /** Drops the connection at once; what it was doing is rolled back by the server. */
  destroy(): void;
}

/** The driver's own connection, and the session that prepared it. */
export interface PreparedDriver {
  readonly driver: DriverConnection;
  readonly session: Session;
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
  const { session } = await open(target, purpose, settings, lookoutOf(target).watch, naming);
  return session;
}

/**
 * The driver's own connection, for what takes more than statements. Prepared as {@link connect} does, with its errors.
 *
 * @param isFed whether the session gives signs of life; one that receives a stream must not
 */
export async function connectDriver(
  target: Target,
  purpose: string,
  settings: SessionSettings,
  isFed: boolean,
): Promise<PreparedDriver> {
  const prepared = await open(target, purpose, settings, lookoutOf(target).watch, new Naming());
  if (!isFed) prepared.session.starve();
  return prepared;
}

async function open(
  target: Target,
  purpose: string,
  settings: SessionSettings,
  watch: Watch,
  naming: Naming,
): Promise<{ readonly driver: DriverConnection; readonly session: MysqlSession }> {
  const connection = await openConnection(target, purpose, settings.takesPairs);
  const session = new MysqlSession(connection, target, purpose, watch, naming);
  note(target, session);
  try {
    await chooseSettings(session, target, settings);
    return { driver: connection.callbackDriver, session };
  } catch (error) {
    session.destroy();
    throw error instanceof GhostshipError ? error : explainConnectError(error, target, purpose, null);
  }
}

/** Of this process, by where they lead to; those that are closed are removed when the next one is opened. */
const sessions = new Map<string, MysqlSession[]>();

/** The ids of all connections of this process that are open, to the same server as the same user, whatever they are for. */
export function connectionsTo(target: Target): readonly number[] {
  return (sessions.get(accountOf(target)) ?? []).filter(({ alive }) => alive).map(({ id }) => id);
}

function note(target: Target, session: MysqlSession): void {
  const place = accountOf(target);
  sessions.set(place, [...(sessions.get(place) ?? []).filter(({ alive }) => alive), session]);
}

function accountOf({ host, port, user }: Target): string {
  return JSON.stringify([host, port, user]);
}

/** For a run whose time is up: what the server does not end within seconds is not waited for, whatever it is. */
export function endSoon(target: Target): void {
  lookoutOf(target).endSoon();
}

const lookouts = new WeakMap<Target, Lookout>();

function lookoutOf(target: Target): Lookout {
  const lookout = lookouts.get(target) ?? new Lookout(() => lookAt(target));
  lookouts.set(target, lookout);
  return lookout;
}

async function lookAt(target: Target): Promise<Sight> {
  try {
    const { session } = await open(
      target,
      'looking after a statement',
      ordinary,
      deadline(patience().lookMs),
      new Naming(),
    );
    await using looking = session;
    const processes = await looking.rows(showProcesses);
    const atWork = processes.filter(({ Command }) => Command !== 'Sleep').map(({ Id }) => Number(Id));
    return { kind: 'seen', atWork: new Set(atWork) };
  } catch (error) {
    return isReachable(error) ? { kind: 'hidden' } : { kind: 'unreachable' };
  }
}

/** It said no, which is an answer. */
function isReachable(error: unknown): boolean {
  return isFullHouse(error) || (error instanceof GhostshipError && error.code === 'access-denied');
}
