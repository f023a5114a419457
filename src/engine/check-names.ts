import type { TableDefinition } from '../mysql/inspect-table.ts';
import type { Flavor } from '../mysql/server.ts';
import type { AlterStatement } from '../sql/alter.ts';

/**
 * True where the ghost must live in a schema of its own to keep the names of CHECK constraints. On MySQL they are unique
 * in a schema, and CREATE TABLE … LIKE makes up new ones; only the pattern `<table>_chk_<n>` follows a RENAME (MySQL
 * manual, "CHECK Constraints"). In another schema the ghost has the user's names from the start, and RENAME carries them
 * over while the old table leaves for a third one. MariaDB keeps them with the table, and LIKE copies them.
 */
export function needsOwnSchema(original: TableDefinition, alter: AlterStatement, flavor: Flavor): boolean {
  if (flavor === 'mariadb') return false;
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
