import type { Trial } from './trial.ts';

export interface Process {
  readonly command: string;
  readonly state: string;
}

/**
 * What these connections are doing, those that are still there. Not from information_schema: MySQL cannot show it while a
 * statement anywhere on the server holds a letter beyond the basic plane.
 */
export async function processesOf(trial: Trial, ...connectionIds: readonly number[]): Promise<Process[]> {
  const rows = await trial.query('SHOW PROCESSLIST');
  return rows
    .filter(({ Id }) => connectionIds.includes(Number(Id)))
    .map(({ Command, State }) => ({ command: String(Command), state: String(State) }));
}
