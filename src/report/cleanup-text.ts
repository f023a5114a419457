import type { CleanupReport } from '../commands/control/cleanup.ts';

export function cleanupText({ finished, dropped, kept }: CleanupReport): string {
  if (finished.length + dropped.length + kept.length === 0) return 'There is nothing to clean up.';
  return [
    ...finished.map((table) => `Finished the migration of ${table}, whose run died after the swap.`),
    ...dropped.map((table) => `Dropped ${table}.`),
    ...kept.map(({ table, reason }) => `Kept ${table}: ${reason}.`),
  ].join('\n');
}
