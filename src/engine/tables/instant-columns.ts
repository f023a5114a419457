import type { Server } from '../../mysql/server.ts';
import { isWithin } from '../../mysql/version.ts';
import type { AlterStatement } from '../../sql/parser/alter.ts';

/**
 * Why columns must not be added or dropped instantly there; `null` where they may be, or where the statement does no such thing.
 *
 * Tables with columns that were added or dropped instantly could be damaged in recovery on 8.0.29, and Percona XtraBackup refuses
 * them up to 8.0.31 (release notes of MySQL 8.0.30 and of XtraBackup 8.0.29 to 8.0.31). A ghost would be such a table as well.
 */
export function whyNoInstantColumns(
  { flavor, version }: Pick<Server, 'flavor' | 'version'>,
  alter: AlterStatement,
): string | null {
  if (flavor !== 'mysql' || !isWithin(version, '8.0.29', '8.0.31')) return null;
  if (alter.addedColumns.length + alter.droppedColumns.length === 0) return null;
  return `MySQL ${version} is not asked to add or drop columns instantly: up to 8.0.31 backups may refuse such tables.`;
}
