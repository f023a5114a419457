import { unknownTable } from '../../mysql/find-table.ts';
import { inspectTable, type TableDefinition } from '../../mysql/inspect-table.ts';
import type { Server } from '../../mysql/server.ts';
import type { Session } from '../../mysql/session.ts';
import type { TableName } from '../../sql/inspect.ts';
import { ident } from '../../sql/sql.ts';
import { GhostshipError } from '../../support/errors.ts';
import { measure } from './measure.ts';
import { findNullFree } from './null-free.ts';
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
  look: (table: TableName) => Promise<TableDefinition | null> = (table) => inspectTable(session, table),
): Promise<TableDefinition> {
  const definition = await look(asked);
  if (definition === null) throw await unknownTable(session, asked, unknownHint);
  await refuseOriginal(session, server, definition, purpose);
  return await findNullFree(session, await measure(session, server, definition));
}

export const unknownHint = 'Check the name in the statement and the database in the target URL.';

/** @throws GhostshipError `unsupported-table` for what no statement of ours can change, `missing-privileges` */
export async function refuseOriginal(
  session: Session,
  server: Server,
  definition: TableDefinition,
  purpose: 'migration' | 'dry run',
): Promise<void> {
  const { table } = definition;
  refuseAll([
    kindRefusal(definition),
    engineRefusal(definition),
    ...(purpose === 'migration'
      ? await missingPrivileges(session, table, server.flavor)
      : await missingSight(session, table)),
  ]);
}

function kindRefusal({ kind, table }: TableDefinition): GhostshipError | null {
  switch (kind) {
    case 'table':
      return null;
    case 'view':
      return refusal(
        'unsupported-table',
        `${table.name} is a view.`,
        'Run CREATE OR REPLACE VIEW by hand: it changes a view at once.',
      );
    case 'versioned':
      return refusal(
        'unsupported-table',
        `${table.name} is system-versioned, and a copy would have no history.`,
        'Run the statement yourself, in a session with system_versioning_alter_history=KEEP.',
      );
    case 'sequence':
      return refusal('unsupported-table', `${table.name} is a sequence.`, 'ALTER SEQUENCE changes it at once.');
    case 'other':
      return refusal('unsupported-table', `${table.name} is no table that can be altered.`, 'Take it out of the file.');
  }
}

function engineRefusal({ kind, table, engine }: TableDefinition): GhostshipError | null {
  if (kind !== 'table' || engine.toLowerCase() === 'innodb') return null;
  return refusal(
    'unsupported-table',
    `${table.name} is stored by ${engine}, and only InnoDB tables can be changed online.`,
    `Run the statement yourself, when writers may wait. To change it online from then on, run ALTER TABLE ${ident(table.name).text} ENGINE=InnoDB yourself first.`,
  );
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
  throw newRelations(original.table);
}

export function newRelations({ name }: TableName): GhostshipError {
  return new GhostshipError(
    'original-changed',
    `Somebody changed triggers of ${name}, or foreign keys from or to it, since it was looked at.`,
    { hint: 'Run this again when nobody else is changing the table.' },
  );
}
