import { sameName, type TableDefinition } from '../../mysql/inspect-table.ts';
import type { Server } from '../../mysql/server.ts';
import { isDenied } from '../../mysql/server-errors.ts';
import { isBelow, isWithin } from '../../mysql/version.ts';
import { selectWithRowVersions } from '../../sql/inspect.ts';
import type { AlterStatement } from '../../sql/parser/alter.ts';
import type { ControlConnection } from './control-connection.ts';

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

/**
 * Why the server cannot add or drop columns of the table instantly any more, though it can on an empty clone; `null` where it can, or
 * where the user may not see it.
 *
 * Each such statement leaves a row version, until the table is written anew (MySQL manual, "Online DDL Operations").
 */
export async function whyNoRowVersions(
  { server: { flavor, version }, session }: Pick<ControlConnection, 'server' | 'session'>,
  original: Pick<TableDefinition, 'table' | 'columns' | 'createStatement' | 'source'>,
  alter: AlterStatement,
): Promise<string | null> {
  if (flavor !== 'mysql' || isBelow(version, '8.0.29') || !takesRowVersion(original, alter)) return null;
  const { source = original } = original;
  // What the statements before it have left of the versions is not known.
  if (source.createStatement !== original.createStatement) return null;
  const limit = isBelow(version, '9.1.0') ? 64 : 255;
  try {
    const found = await session.rows(selectWithRowVersions(source.table, limit));
    if (found.length === 0) return null;
  } catch (error) {
    if (isDenied(error)) return null;
    throw error;
  }
  return `${original.table.name} has no row versions left: after ${limit} statements that the server has done instantly it adds or drops columns by writing every row anew.`;
}

function takesRowVersion(
  { columns }: Pick<TableDefinition, 'columns'>,
  { statement: { clauses } }: AlterStatement,
): boolean {
  const isVirtual = (name: string): boolean =>
    columns.some((column) => sameName(column.name, name) && column.generated === 'virtual');
  return clauses.some(
    (clause) =>
      (clause.kind === 'add-column' && clause.column.generated !== 'virtual') ||
      (clause.kind === 'drop-column' && !isVirtual(clause.column.text)),
  );
}
