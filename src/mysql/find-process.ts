import { showProcesses } from '../sql/cutover.ts';
import type { Session } from './session.ts';

/** What a connection is doing; both texts are empty while it does nothing. */
export interface Process {
  readonly state: string;
  /** Its first hundred characters. */
  readonly statement: string;
}

/** `null` where there is no such connection, or none that this user may see. */
export async function findProcess(session: Session, connectionId: number): Promise<Process | null> {
  const row = (await session.rows(showProcesses)).find(({ Id }) => Number(Id) === connectionId);
  return row === undefined ? null : { state: String(row.State ?? ''), statement: String(row.Info ?? '') };
}

/** True while some connection that this user may see is in a state like this. */
export async function isAnyIn(session: Session, state: RegExp): Promise<boolean> {
  return (await session.rows(showProcesses)).some(({ State }) => state.test(String(State ?? '')));
}
