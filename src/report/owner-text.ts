import type { MigrationStatus } from '../commands/control/status.ts';
import { formatDuration } from './quantity.ts';

/** Who migrates a table that another run wants to migrate, too; for people, in one line. */
export function ownerText({
  table,
  run,
  ageMs,
  silentMs,
}: Pick<MigrationStatus, 'table' | 'run' | 'ageMs' | 'silentMs'>): string {
  const who =
    run.pullRequest === null
      ? `Another run${run.actor === null ? '' : ` (of ${run.actor})`}`
      : `Pull request #${run.pullRequest}`;
  const since = ageMs === null ? '' : ` for ${formatDuration(ageMs)}`;
  const where = run.url === null ? '' : ` (${run.url})`;
  return `${who} has been migrating ${table}${since}${where}; its last sign of life was ${formatDuration(silentMs)} ago. This run leaves it alone.`;
}
