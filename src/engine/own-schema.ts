import type { TableDefinition } from '../mysql/inspect-table.ts';
import type { Flavor } from '../mysql/server.ts';
import type { AlterStatement } from '../sql/alter.ts';
import { readForeignKeys } from '../sql/foreign-keys.ts';
import type { MigrateOptions } from './request.ts';

/**
 * True where the ghost must live in a schema of its own to keep names that are unique in a schema, which on MySQL are those
 * of CHECK constraints and of foreign keys. RENAME carries them over while the old table leaves for a third schema. MariaDB
 * keeps the names of CHECKs with the table, and foreign keys are not carried over there.
 */
export function needsOwnSchema(
  original: TableDefinition,
  alter: AlterStatement,
  flavor: Flavor,
  foreignKeys: MigrateOptions['foreignKeys'],
): boolean {
  if (flavor === 'mariadb') return false;
  return hasNamedChecks(original, alter) || (foreignKeys === 'carry' && hasOwnForeignKeys(original));
}

export function hasOwnForeignKeys({ createStatement, table }: TableDefinition): boolean {
  return readForeignKeys(createStatement, table.schema).length > 0;
}

/** CREATE TABLE … LIKE makes new names up; only the pattern `<table>_chk_<n>` follows a RENAME (MySQL manual, "CHECK Constraints"). */
export function hasNamedChecks(original: TableDefinition, alter: AlterStatement): boolean {
  const names = checkNames(original.createStatement);
  if (names.length === 0) return false;
  const madeUp = names.every((name, index) => name === `${original.table.name}_chk_${index + 1}`);
  return !madeUp || alter.statement.clauses.some(({ kind }) => kind === 'alter-check' || kind === 'drop-constraint');
}

/** In the order of the definition. */
function checkNames(createStatement: string): string[] {
  const lines = createStatement.matchAll(/^\s*CONSTRAINT `((?:[^`]|``)+)` CHECK /gmu);
  return [...lines].map((line) => (line[1] ?? '').replaceAll('``', '`'));
}
