import { findMigrations } from '../../engine/run/control.ts';
import { endDeadOwner } from '../../engine/run/take-over.ts';
import { askNameCase } from '../../mysql/name-case.ts';
import { connect } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import type { Settings } from '../options/settings.ts';
import { labelOf } from '../statements/file-statement.ts';
import type { Ledger } from './ledger.ts';
import { databasesOf } from './places.ts';

/**
 * Ends the connections of migrations whose process is gone without a farewell. The server would end them after two minutes.
 *
 * @param tables of which migrations, as people are told of them; `null` for all
 * @throws GhostshipError `already-running` where one of them lives
 */
export async function takeOver(
  target: Target,
  tables: readonly string[] | null,
  settings: Settings,
  ledger: Ledger,
  signal: AbortSignal,
): Promise<void> {
  await using session = await connect(target, 'taking a migration over');
  const nameCase = await askNameCase(session);
  for (const found of await findMigrations(session, databasesOf(target, settings, await ledger.labels(session)))) {
    const label = labelOf(found.original.schema, found.original.name, target.database);
    const isMeant = tables === null || tables.some((table) => nameCase.same(table, label));
    if (isMeant && found.migration.alive) await endDeadOwner({ target, session }, found, label, signal);
  }
}
