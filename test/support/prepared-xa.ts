import type mysql from 'mysql2/promise';
import { waitFor } from './wait-for.ts';

const withinMs = 10_000;

const mostDeadlocks = 10;

/**
 * Runs the statements in an XA transaction and prepares it. It begins again where the server ends it for a deadlock with writers.
 *
 * @param xid a literal
 */
export async function prepareXa(session: mysql.Connection, xid: string, statements: readonly string[]): Promise<void> {
  const all = [`XA START ${xid}`, ...statements, `XA END ${xid}`, `XA PREPARE ${xid}`];
  for (let deadlocks = 0; ; deadlocks++) {
    try {
      for (const statement of all) await session.query(statement);
      return;
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'ER_LOCK_DEADLOCK' || deadlocks === mostDeadlocks) throw error;
      // It may only be rolled back now, and must be ended for that; the server answers with the deadlock once more.
      await session.query(`XA END ${xid}`).catch(() => {});
      await session.query(`XA ROLLBACK ${xid}`);
    }
  }
}

/**
 * Closes the connection that prepared it, as a coordinator that reconnects before it decides.
 *
 * Waits until the engine has seen the last of the connection. MariaDB loses what somebody else commits before that: it is
 * acknowledged and in the binlog, and in the engine neither committed nor listed, with its locks held for as long as the server
 * lives (seen on 10.11.18, 3 of 55 with the connection's thread short of processor).
 */
export async function leavePrepared(session: mysql.Connection, observer: mysql.Connection): Promise<void> {
  await session.end();
  const isLetGo = async (): Promise<boolean> => {
    const [[row]] = (await observer.query('SHOW ENGINE INNODB STATUS')) as unknown as [[{ Status: string }]];
    return !row.Status.includes(`thread id ${session.threadId},`);
  };
  await waitFor(isLetGo, { timeoutMs: withinMs, what: 'the engine to let go of an XA transaction', everyMs: 2 });
}

/** Ends one that another connection has prepared; as long as the server has not seen the last of that, nobody else can have it. */
export async function endXa(session: mysql.Connection, how: 'COMMIT' | 'ROLLBACK', xid: string): Promise<void> {
  const isKnown = async (): Promise<boolean> => {
    try {
      await session.query(`XA ${how} ${xid}`);
      return true;
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'ER_XAER_NOTA') throw error;
      return false;
    }
  };
  await waitFor(isKnown, { timeoutMs: withinMs, what: 'an XA transaction to be free', everyMs: 5 });
}
