import type { RunningMigration } from '../engine/run/control.ts';
import { clip } from './clip.ts';
import { progressLine } from './progress-line.ts';
import { formatDuration } from './quantity.ts';

/** What is running in a database, a paragraph each. */
export function statusText(migrations: readonly RunningMigration[]): string {
  return migrations.length === 0 ? 'No migration is running.' : migrations.map(migrationText).join('\n\n');
}

function migrationText(migration: RunningMigration): string {
  const { table, statement, startedAt, progress, alive, swapped, ageMs, silentMs, migrationId } = migration;
  const state = alive
    ? progressLine(progress)
    : swapped
      ? `swapped, and its run died ${formatDuration(ageMs)} ago before it could say so; the next run finishes what is left, and so does cleanup`
      : `left behind ${formatDuration(ageMs)} ago while ${progressLine(progress)}; cleanup removes what is left, and so does the next run`;
  const heard = alive ? ` · last sign of life ${formatDuration(silentMs)} ago` : '';
  return [`${table}: ${state}`, `  ${clip(statement, 200)}`, `  started ${startedAt} · id ${migrationId}${heard}`].join(
    '\n',
  );
}
