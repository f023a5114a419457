import { GhostshipError } from '../../support/errors.ts';
import type { Settings } from '../options/settings.ts';
import { type FileStatement, placeOf, tableOf } from './file-statement.ts';
import { taskOf } from './task.ts';

/** Why a statement cannot be run, whatever the server says and whoever allows it; `null` where nothing is known against it. */
export function unsupported(statement: FileStatement): GhostshipError | null {
  try {
    taskOf(statement);
    return null;
  } catch (error) {
    if (error instanceof GhostshipError) return error;
    throw error;
  }
}

/** Why a statement may not be run until a person allows it. */
export function notAllowed(statement: FileStatement, settings: Settings): GhostshipError | null {
  if (statement.parsed.kind !== 'drop-table') return null;
  const table = tableOf(statement);
  if (settings.valuesFor(statement.file, table).allow.includes('drop-table')) return null;
  return new GhostshipError('statement-not-allowed', `DROP TABLE ${table} (${placeOf(statement)}) was not allowed.`, {
    hint: `If nobody uses ${table} any more, allow it for this run: drop-table in the option allow. It is renamed first, not dropped.`,
  });
}
