import { isLockConflict } from '../../mysql/server-errors.ts';
import { lockAgainstWriters, setLockWait, unlockTables, withoutAutocommit } from '../../sql/cutover.ts';
import type { TableName } from '../../sql/inspect.ts';
import { tryUntilGivenUp } from '../../support/back-off.ts';
import { GhostshipError } from '../../support/errors.ts';
import type { Sessions } from '../tables/sessions.ts';

/** New writers queue up behind a lock that is waited for. */
const lockWaitSeconds = 1;

/**
 * Waits until every transaction has ended that wrote to one of the tables before this call. MariaDB adds a foreign key while
 * somebody is deleting rows of the parent, and those rows are deleted unchecked.
 *
 * @throws GhostshipError `cutover-gave-up`
 */
export async function waitForOlderWriters(
  sessions: Sessions,
  tables: readonly TableName[],
  signal: AbortSignal,
): Promise<void> {
  await using session = await sessions.open('waiting for older transactions');
  await session.run(setLockWait(lockWaitSeconds));
  await session.run(withoutAutocommit);
  for (const table of tables) {
    const lockOnce = async (): Promise<'locked' | null> => {
      try {
        await session.run(lockAgainstWriters(table));
        await session.run(unlockTables);
        return 'locked';
      } catch (error) {
        if (isLockConflict(error)) return null;
        throw error;
      }
    };
    await tryUntilGivenUp(lockOnce, () => gaveUp(table), signal);
  }
}

function gaveUp(table: TableName): GhostshipError {
  return new GhostshipError(
    'cutover-gave-up',
    `A transaction that wrote to ${table.name} did not end in half an hour, so rows could not be checked.`,
    { hint: 'Look for long transactions on it, and for prepared ones (XA RECOVER), and run the migration again.' },
  );
}
