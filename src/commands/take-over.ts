import { readStatus } from '../engine/run/control.ts';
import { endDeadOwner } from '../engine/run/take-over.ts';
import { connect } from '../mysql/session.ts';
import type { Target } from '../mysql/target.ts';

/**
 * Ends the connections of migrations whose process is gone without a farewell. The server would end them after two minutes.
 *
 * @param tables of which migrations; `null` for all in the database
 * @throws GhostshipError `already-running` where one of them lives
 */
export async function takeOver(target: Target, tables: readonly (string | null)[], signal: AbortSignal): Promise<void> {
  for (const table of tables) {
    for (const migration of await readStatus(target, table)) {
      if (!migration.alive) continue;
      await using session = await connect(target, 'taking a migration over');
      await endDeadOwner(session, target.database, migration, signal);
    }
  }
}
