import { hasRestartedSince, kill } from '../../mysql/end-connection.ts';
import type { Session } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import type { TableName } from '../../sql/inspect.ts';
import { nowMs, sleep } from '../../support/clock.ts';
import { GhostshipError } from '../../support/errors.ts';
import { nameLockHolder } from '../tables/name-lock.ts';
import { deadAfterMs, type RunningMigration } from './control.ts';
import { connectionsOn } from './status-row.ts';

const endsWithinMs = 60_000;
const lookEveryMs = 100;

/** A table, and what is known of whoever migrates it. */
export interface Owned {
  readonly original: TableName;
  readonly migration: Pick<RunningMigration, 'holder' | 'connections' | 'server' | 'silentMs' | 'ageMs'>;
}

/**
 * Ends the connections of a migration whose process is gone, whatever they were for, so that the server gives its locks back.
 *
 * The numbers in the changelog are its own as long as one of them holds the name lock: a server gives no number twice while it
 * runs. Those from before a restart may be anybody's.
 *
 * @param label how people are told of the table
 * @throws GhostshipError `already-running` where the process lives, or the lock is somebody else's
 */
export async function endDeadOwner(
  { target, session }: { readonly target: Target; readonly session: Session },
  { original, migration }: Owned,
  label: string,
  signal: AbortSignal,
): Promise<void> {
  const { holder, silentMs, ageMs } = migration;
  const connections = connectionsOn(target, migration);
  if (holder === null) return;
  if (silentMs < deadAfterMs) throw stillAlive(label, silentMs);
  const isTheirs = connections.includes(holder) && !(await hasRestartedSince(session, nowMs() - ageMs));
  if (!isTheirs) throw heldByAnother(label, holder);
  for (const id of [...connections.filter((other) => other !== holder), holder]) await kill(session, id);
  for (const until = nowMs() + endsWithinMs; ; ) {
    if ((await nameLockHolder(session, original)) !== holder) return;
    if (nowMs() > until) throw notEnded(label);
    await sleep(lookEveryMs, signal);
  }
}

function stillAlive(table: string, silentMs: number): GhostshipError {
  const seconds = Math.round(silentMs / 1000);
  return new GhostshipError(
    'already-running',
    `The migration of ${table} cannot be taken over: its last sign of life was ${seconds} s ago.`,
    {
      hint: `Stop it with \`ghostship abort\`. It can be taken over once it has been silent for ${deadAfterMs / 1000} s.`,
    },
  );
}

/** Such a connection may be of a run that has just begun, of somebody else, or on a server that was restarted. */
function heldByAnother(table: string, holder: number): GhostshipError {
  return new GhostshipError(
    'already-running',
    `The migration of ${table} cannot be taken over: connection ${holder} holds its lock, and the migration has not noted it as one of its own. It was not ended.`,
    { hint: `SHOW PROCESSLIST shows whose it is. End it there, then run this again.` },
  );
}

function notEnded(table: string): GhostshipError {
  return new GhostshipError(
    'already-running',
    `The connections of the migration of ${table} were killed, and one of them still holds its lock after ${endsWithinMs / 1000} s.`,
    { hint: 'The server is undoing what it did. Run this again when SHOW PROCESSLIST shows it no more.' },
  );
}
