import { sleep } from '../../support/clock.ts';
import type { Settings } from '../options/settings.ts';
import { type MigrationStatus, status } from './status.ts';

/** The engine writes its status twice a second. */
const lookEveryMs = 1_000;

/**
 * Shows the status again and again until no migration runs any more.
 *
 * @param show must return at once
 * @returns the last status
 */
export async function watch(
  table: string | null,
  settings: Settings,
  show: (migrations: readonly MigrationStatus[]) => void,
  signal: AbortSignal,
): Promise<MigrationStatus[]> {
  for (;;) {
    const migrations = await status(table, settings, signal);
    if (!migrations.some(({ life }) => life === 'running')) return migrations;
    show(migrations);
    await sleep(lookEveryMs, signal);
  }
}
