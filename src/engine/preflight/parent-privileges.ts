import type { TableDefinition } from '../../mysql/inspect-table.ts';
import { isServerError } from '../../mysql/server-errors.ts';
import { type OwnForeignKey, readForeignKeys } from '../../sql/foreign-keys.ts';
import { referTo } from '../../sql/trial.ts';
import type { GhostshipError } from '../../support/errors.ts';
import type { MigrateOptions } from '../request.ts';
import type { ControlConnection } from '../tables/control-connection.ts';
import { knowsToLock } from './privileges.ts';
import { refusal } from './refusals.ts';

/**
 * What a migration is denied on the tables that the original refers to. MySQL alone needs them: they are locked when the tables
 * are swapped, and a key that is carried over refers to them.
 */
export async function parentPrivileges(
  control: ControlConnection,
  original: TableDefinition,
  { foreignKeys }: Pick<MigrateOptions, 'foreignKeys'>,
): Promise<GhostshipError | null> {
  const keys = readForeignKeys(original.createStatement, original.table.schema);
  if (control.server.flavor === 'mariadb' || keys.length === 0) return null;
  const missing = [
    ...(await notToLock(control, keys)),
    ...(foreignKeys === 'carry' ? await notToReferTo(control, original, keys) : []),
  ];
  if (missing.length === 0) return null;
  return refusal(
    'missing-privileges',
    `${original.table.name} refers to other tables, and the user lacks ${[...new Set(missing)].join(', ')}.`,
    'Grant these privileges to the user of the target URL.',
  );
}

/** What the trial runs into once nothing is denied: the original, or its own column where an earlier statement makes the original. */
const unharmed = ['ER_TABLE_EXISTS_ERROR', 'ER_KEY_COLUMN_DOES_NOT_EXITS'] as const;

async function notToLock({ session }: ControlConnection, keys: readonly OwnForeignKey[]): Promise<string[]> {
  const may = await knowsToLock(session);
  return keys.filter(({ parent }) => !may(parent)).map(({ parent }) => `LOCK TABLES on ${parent.schema}.*`);
}

async function notToReferTo(
  { session }: ControlConnection,
  { table }: TableDefinition,
  keys: readonly OwnForeignKey[],
): Promise<string[]> {
  const denied: string[] = [];
  for (const { parent, parentColumns } of keys) {
    try {
      await session.run(referTo(table, parent, parentColumns));
    } catch (error) {
      if (isServerError(error, 'ER_TABLEACCESS_DENIED_ERROR')) {
        denied.push(`REFERENCES on ${parent.schema}.${parent.name}`);
      } else if (!isServerError(error, ...unharmed)) throw error;
    }
  }
  return denied;
}
