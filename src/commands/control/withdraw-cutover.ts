import { findMigrations, withdrawOrder } from '../../engine/run/control.ts';
import { connect } from '../../mysql/session.ts';
import { Ledger } from '../ledger/ledger.ts';
import { databasesOf } from '../ledger/places.ts';
import { requireTarget, type Settings } from '../options/settings.ts';
import type { MigrationStatus } from './status.ts';

/**
 * Takes the order to swap back from a migration that no run goes on with. Whoever brings its statement back, in another pull request
 * perhaps, is asked anew.
 */
export async function withdrawCutover(
  { id, cutoverOrdered }: Pick<MigrationStatus, 'id' | 'cutoverOrdered'>,
  settings: Settings,
): Promise<void> {
  if (!cutoverOrdered) return;
  const target = requireTarget(settings);
  await using session = await connect(target, 'taking an order back');
  const databases = databasesOf(target, settings, await new Ledger(target).labels(session));
  const found = (await findMigrations(session, databases)).find(({ migration }) => migration.migrationId === id);
  if (found !== undefined) await withdrawOrder(session, found);
}
