import type { TableDefinition } from '../../mysql/inspect-table.ts';
import type { Flavor } from '../../mysql/server.ts';
import type { ServerError } from '../../mysql/server-errors.ts';
import { readChecks } from '../../sql/checks.ts';
import { readForeignKeys } from '../../sql/foreign-keys.ts';
import type { TableName } from '../../sql/inspect.ts';
import type { AlterStatement } from '../../sql/parser/alter.ts';
import { GhostshipError } from '../../support/errors.ts';
import type { MigrateOptions } from '../request.ts';

/**
 * True where the ghost must be in a schema of its own, to keep names that are unique in a schema. On MySQL these are the names
 * of CHECK constraints and of foreign keys. RENAME then carries them over, while the old table goes to a third schema. On
 * MariaDB names of CHECKs belong to the table, and foreign keys are not carried over.
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

/** @param denied what the server said when it was tried */
export function noOwnSchema({ schema, name }: TableName, denied: ServerError): GhostshipError {
  return new GhostshipError(
    'missing-privileges',
    `To keep the names of constraints of ${name}, Ghostship needs a short-lived schema beside ${schema}: ${denied.message}`,
    { hint: grantOnSchemas(schema), cause: denied },
  );
}

export function grantOnSchemas(schema: string): string {
  return `GRANT ALL ON \`${schema.replaceAll('_', '\\_')}\\_%\`.* to the user of the target URL.`;
}

function hasOwnForeignKeys({ createStatement, table }: TableDefinition): boolean {
  return readForeignKeys(createStatement, table.schema).length > 0;
}

/** CREATE TABLE … LIKE makes up new names. Only the pattern `<table>_chk_<n>` follows a RENAME (MySQL manual, "CHECK Constraints"). */
export function hasNamedChecks(original: TableDefinition, alter: AlterStatement): boolean {
  const names = readChecks(original.createStatement).map(({ name }) => name);
  if (names.length === 0) return false;
  const madeUp = names.every((name, index) => name === `${original.table.name}_chk_${index + 1}`);
  return !madeUp || alter.statement.clauses.some(({ kind }) => kind === 'alter-check' || kind === 'drop-constraint');
}
