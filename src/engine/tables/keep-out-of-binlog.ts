import { isServerError } from '../../mysql/server-errors.ts';
import type { Session } from '../../mysql/session.ts';
import { withoutBinlog } from '../../sql/inspect.ts';
import { GhostshipError } from '../../support/errors.ts';

/** On a replica a clone in the binlog would be a transaction that its source never had. */
export async function keepOutOfBinlog(session: Session, isReplica: boolean): Promise<void> {
  try {
    await session.run(withoutBinlog);
  } catch (error) {
    if (!isServerError(error, 'ER_SPECIFIC_ACCESS_DENIED_ERROR') || !isReplica) return;
    throw new GhostshipError('missing-privileges', 'The user of the test replica may not switch its binary log off.', {
      hint: 'Grant SYSTEM_VARIABLES_ADMIN (MySQL) or BINLOG ADMIN (MariaDB) on the replica: otherwise Ghostship would leave transactions there that the source never had.',
      cause: error,
    });
  }
}
