import { inspectTable, type TableDefinition } from '../../mysql/inspect-table.ts';
import type { Flavor, Server } from '../../mysql/server.ts';
import type { Session } from '../../mysql/session.ts';
import type { TableName } from '../../sql/inspect.ts';
import type { AlterStatement } from '../../sql/parser/alter.ts';
import { GhostshipError } from '../../support/errors.ts';
import { unreadable } from '../relations/triggers.ts';
import type { MigrateOptions } from '../request.ts';
import type { ControlConnection } from '../tables/control-connection.ts';
import { needsOwnSchema } from '../tables/own-schema.ts';
import { binlogComplaints } from './binlog.ts';
import { foreignKeyComplaints, hiddenChildren, type KeyHandling, knowForeignKeys } from './foreign-keys.ts';
import { missingPrivileges } from './privileges.ts';
import { complaint, refuseAll } from './refusals.ts';

/**
 * What must be so before anything is created, for any algorithm.
 *
 * @throws GhostshipError with every complaint at once; its code is the first one's
 */
export async function inspectOriginal(
  session: Session,
  server: Server,
  table: TableName,
  purpose: 'migration' | 'dry run',
): Promise<TableDefinition> {
  const definition = await inspectTable(session, table);
  if (definition === null) {
    throw new GhostshipError('unknown-table', `There is no table ${table.name} in ${table.schema}.`, {
      hint: 'Check the name in the statement and the database in the target URL.',
    });
  }
  refuseAll([
    definition.kind === 'table'
      ? null
      : complaint(
          'unsupported-table',
          `${table.name} is no base table.`,
          'Only tables can be migrated; a view is replaced with CREATE OR REPLACE VIEW.',
        ),
    definition.kind === 'table' && definition.engine.toLowerCase() !== 'innodb'
      ? complaint(
          'unsupported-table',
          `${table.name} is stored by ${definition.engine}.`,
          'Only InnoDB tables can be changed online.',
        )
      : null,
    purpose === 'migration' && server.readOnly
      ? complaint('unsupported-server', 'The target is read-only.', 'Point the target at the source, not at a replica.')
      : null,
    ...(purpose === 'migration' ? await missingPrivileges(session, table, server.flavor) : []),
  ]);
  return definition;
}

/**
 * What belongs to the table is looked at before the stream begins, which tells of every change from then on; in between
 * somebody may have added something.
 *
 * @throws GhostshipError `original-changed`
 */
export async function refuseNewRelations(session: Session, original: TableDefinition): Promise<void> {
  const now = await inspectTable(session, original.table);
  const relations = (table: TableDefinition | null): string => JSON.stringify([table?.triggers, table?.foreignKeys]);
  if (relations(now) === relations(original)) return;
  throw new GhostshipError(
    'original-changed',
    `Somebody changed triggers of ${original.table.name}, or foreign keys from or to it, while its migration began.`,
    { hint: 'Run the migration again when nobody else is changing the table.' },
  );
}

/** What the text alone rules out. */
export function refuseStatement(alter: AlterStatement): void {
  const table = alter.table.name;
  refuseAll([
    alter.hasIgnore
      ? complaint(
          'statement-not-allowed',
          'ALTER IGNORE throws away rows that do not fit.',
          'Remove IGNORE; correct or delete these rows first.',
        )
      : null,
    alter.renamesTo === null
      ? null
      : complaint(
          'unsupported-statement',
          `The statement renames ${table}.`,
          'Renaming a table is no online change; run it on its own when no application uses the old name.',
        ),
    alter.touchesTablespace
      ? complaint('unsupported-statement', 'DISCARD and IMPORT TABLESPACE replace the table’s file.', 'Run it by hand.')
      : null,
  ]);
}

/**
 * What must be so for the ghost-table copy.
 *
 * @throws GhostshipError with every complaint at once
 */
export async function refuseCopy(
  { server, session }: ControlConnection,
  original: TableDefinition,
  alter: AlterStatement,
  options: TableOptions,
): Promise<void> {
  refuseAll([
    ...(await binlogComplaints(server)),
    ...tableComplaints(original, alter, await knowForeignKeys(server), options),
    await hiddenChildren(session, server, original),
  ]);
}

/** The part of {@link refuseCopy} that a replica can tell as well. */
export async function refuseTable(
  { server, session }: ControlConnection,
  original: TableDefinition,
  alter: AlterStatement,
  options: TableOptions,
): Promise<void> {
  refuseAll([
    ...tableComplaints(original, alter, await knowForeignKeys(server), options),
    await hiddenChildren(session, server, original),
  ]);
}

/** What a person has said is to become of what belongs to the table. */
export type TableOptions = Pick<MigrateOptions, 'triggers' | 'foreignKeys'>;

function tableComplaints(
  original: TableDefinition,
  alter: AlterStatement,
  keys: KeyHandling,
  options: TableOptions,
): (GhostshipError | null)[] {
  const { name } = original.table;
  return [
    ...triggerComplaints(original, alter, keys.flavor, options),
    ...foreignKeyComplaints(original, alter, keys, options),
    movesPartitionedRows(alter)
      ? complaint(
          'unsupported-statement',
          'The statement drops, empties or exchanges partitions with their rows.',
          'A copy would bring the rows back. Run it directly: the server does it without copying.',
        )
      : null,
    /\bWITH SYSTEM VERSIONING\b/u.test(original.createStatement)
      ? complaint(
          'unsupported-table',
          `${name} is system-versioned.`,
          'A copy has no history. Run the statement directly.',
        )
      : null,
  ];
}

function triggerComplaints(
  original: TableDefinition,
  alter: AlterStatement,
  flavor: Flavor,
  { triggers, foreignKeys }: TableOptions,
): (GhostshipError | null)[] {
  const { name } = original.table;
  if (original.triggers.length === 0) return [];
  if (triggers === 'refuse') {
    return [
      complaint(
        'unsupported-table',
        `${name} has triggers: ${original.triggers.map((trigger) => trigger.name).join(', ')}.`,
        'They would be lost with the old table. `triggers: carry` carries them over to the altered one.',
      ),
    ];
  }
  const foreign = unreadable(original.triggers);
  return [
    needsOwnSchema(original, alter, flavor, foreignKeys)
      ? complaint(
          'unsupported-table',
          `${name} has triggers, and constraints whose names are to be kept.`,
          'Only one of the two can be carried over by a RENAME of this server (MySQL manual, "RENAME TABLE Statement"). Drop the triggers before the migration and create them again after it.',
        )
      : null,
    foreign.length > 0
      ? complaint(
          'unsupported-table',
          `Triggers of ${name} are written in another character set than UTF-8: ${foreign.join(', ')}.`,
          'Create them again in a session with utf8mb4 first.',
        )
      : null,
  ];
}

/** What it does to partitions it does to their rows as well. */
export function movesPartitionedRows(alter: AlterStatement): boolean {
  return alter.statement.clauses.some((clause) => clause.kind === 'partition' && withRows.includes(clause.operation));
}

const withRows: readonly string[] = ['drop', 'truncate', 'exchange', 'convert', 'discard', 'import'];
