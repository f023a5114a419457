import type { RunOutcome } from '../migrate/run-outcome.ts';
import type { Settings } from '../options/settings.ts';
import { type MigrationStatus, status } from './status.ts';

/** The live migration of the table that this run could not have; `null` where it is over meanwhile. */
export async function findOwner(
  { migrations }: RunOutcome,
  settings: Settings,
  signal: AbortSignal,
): Promise<MigrationStatus | null> {
  const refused = migrations.find(({ error }) => error?.code === 'already-running');
  if (refused === undefined) return null;
  const found = await status(refused.table === '' ? null : refused.table, settings, signal).catch(() => []);
  return found.find(({ life }) => life === 'running') ?? null;
}
