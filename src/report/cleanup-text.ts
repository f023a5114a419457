import type { CleanupReport } from '../commands/control/cleanup.ts';

export function cleanupText({ dropped, kept }: CleanupReport): string {
  if (dropped.length + kept.length === 0) return 'There is nothing to clean up.';
  return [
    ...dropped.map((table) => `Dropped ${table}.`),
    ...kept.map(({ table, reason }) => `Kept ${table}: ${reason}.`),
  ].join('\n');
}
