import { hasRestartedSince } from '../../mysql/end-connection.ts';
import { isServerError } from '../../mysql/server-errors.ts';
import type { Session } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import { killConnection } from '../../sql/cutover.ts';
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
  if (silentMs < deadAfterMs || !connections.includes(holder)) throw lives(label, silentMs);
  if (await hasRestartedSince(session, nowMs() - ageMs)) throw lives(label, silentMs);
  for (const id of [...connections.filter((other) => other !== holder), holder]) {
    await session.run(killConnection(id)).catch((error: unknown) => {
      if (!isServerError(error, 'ER_NO_SUCH_THREAD')) throw error;
    });
  }
  for (const until = nowMs() + endsWithinMs; ; ) {
    if ((await nameLockHolder(session, original)) !== holder) return;
    if (nowMs() > until) throw lives(label, silentMs);
    await sleep(lookEveryMs, signal);
  }
}

function lives(table: string, silentMs: number): GhostshipError {
  const seconds = Math.round(silentMs / 1000);
  return new GhostshipError(
    'already-running',
    `The migration of ${table} cannot be taken over: connections of it are there, and its last sign of life was ${seconds} s ago.`,
    {
      hint: `Stop it with \`ghostship abort\`. It can be taken over once it has been silent for ${deadAfterMs / 1000} s.`,
    },
  );
}
