import { unknownTable } from '../../mysql/find-table.ts';
import { inspectTable, type TableDefinition } from '../../mysql/inspect-table.ts';
import type { Server } from '../../mysql/server.ts';
import type { Session } from '../../mysql/session.ts';
import type { TableName } from '../../sql/inspect.ts';
import { GhostshipError } from '../../support/errors.ts';
import { missingPrivileges, missingSight } from './privileges.ts';
import { refusal, refuseAll } from './refusals.ts';

/**
 * What must be so before anything is created, for any algorithm.
 *
 * @throws GhostshipError with every refusal at once; its code is the first one's
 */
export async function inspectOriginal(
  session: Session,
  server: Server,
  asked: TableName,
  purpose: 'migration' | 'dry run',
): Promise<TableDefinition> {
  const definition = await inspectTable(session, asked);
  if (definition === null) {
    throw await unknownTable(session, asked, 'Check the name in the statement and the database in the target URL.');
  }
  const { table } = definition;
  refuseAll([
    definition.kind === 'table'
      ? null
      : refusal(
          'unsupported-table',
          `${table.name} is no base table.`,
          'Only tables can be migrated; a view is replaced with CREATE OR REPLACE VIEW.',
        ),
    definition.kind === 'table' && definition.engine.toLowerCase() !== 'innodb'
      ? refusal(
          'unsupported-table',
          `${table.name} is stored by ${definition.engine}.`,
          'Only InnoDB tables can be changed online.',
        )
      : null,
    ...(purpose === 'migration'
      ? await missingPrivileges(session, table, server.flavor)
      : await missingSight(session, table)),
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
