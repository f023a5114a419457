import type { CleanupReport } from '../commands/control/cleanup-report.ts';

export function cleanupText({ dryRun, finished, carriedOut, dropped, kept }: CleanupReport): string {
  if (finished.length + carriedOut.length + dropped.length + kept.length === 0) return 'There is nothing to clean up.';
  return [
    ...finished.map(
      (table) => `${dryRun ? 'Would finish' : 'Finished'} the migration of ${table}, whose run died after the swap.`,
    ),
    ...carriedOut.map(
      (table) =>
        `The server had carried out the statement on ${table} when its run died, ${dryRun ? 'which would be written down' : 'and that is written down now'}.`,
    ),
    ...dropped.map((table) => `${dryRun ? 'Would drop' : 'Dropped'} ${table}.`),
    ...kept.map(({ table, reason }) => `Kept ${table}: ${reason}.`),
  ].join('\n');
}
