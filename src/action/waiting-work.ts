import { type MigrationStatus, status } from '../commands/control/status.ts';
import type { Settings } from '../commands/options/settings.ts';

/** Migrations of files that another run may go on with: their runs have yielded, or died in the middle. */
export async function findWaiting(settings: Settings, signal: AbortSignal): Promise<MigrationStatus[]> {
  const all = await status(null, settings, signal);
  return all.filter(
    ({ life, state, file, progress }) =>
      file !== null && (life === 'yielded' || (life === 'dead' && progress !== null && state !== 'failed')),
  );
}
