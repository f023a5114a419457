import { showProcesses } from '../sql/cutover.ts';
import type { Session } from './session.ts';

/** What a connection is doing; both texts are empty while it does nothing. */
export interface Process {
  readonly state: string;
  /** How long it has been at its statement, or without one. */
  readonly seconds: number;
  /** Its first hundred characters. */
  readonly statement: string;
  /** Of its work, 0 to 1; `null` unless the server tells (MariaDB, for some statements). */
  readonly share: number | null;
}

/** `null` where there is no such connection, or none that this user may see. */
export async function findProcess(session: Session, connectionId: number): Promise<Process | null> {
  const row = (await session.rows(showProcesses)).find(({ Id }) => Number(Id) === connectionId);
  if (row === undefined) return null;
  const percent = Number(row.Progress ?? 0);
  return {
    state: String(row.State ?? ''),
    seconds: Number(row.Time ?? 0),
    statement: String(row.Info ?? ''),
    share: percent > 0 ? percent / 100 : null,
  };
}

export function waitsForTable({ state }: Process): boolean {
  return /^waiting for table metadata lock/iu.test(state);
}

/** True while some connection that this user may see is in a state like this. */
export async function isAnyIn(session: Session, state: RegExp): Promise<boolean> {
  return (await session.rows(showProcesses)).some(({ State }) => state.test(String(State ?? '')));
}
