import { canReadPayloads } from '../binlog/payload.ts';
import { type ForeignKey, inspectTable, type TableDefinition } from '../mysql/inspect-table.ts';
import type { Server } from '../mysql/server.ts';
import type { Session } from '../mysql/session.ts';
import type { AlterStatement } from '../sql/alter.ts';
import type { TableName } from '../sql/inspect.ts';
import { GhostshipError } from '../support/errors.ts';
import { missingPrivileges } from './privileges.ts';

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
    ...(purpose === 'migration' ? await missingPrivileges(session, table) : []),
  ]);
  return definition;
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
export async function refuseCopy(server: Server, original: TableDefinition, alter: AlterStatement): Promise<void> {
  refuseAll([...(await binlogComplaints(server)), ...tableComplaints(original, alter)]);
}

/** The part of {@link refuseCopy} that a replica can tell as well. */
export function refuseTable(original: TableDefinition, alter: AlterStatement): void {
  refuseAll(tableComplaints(original, alter));
}

function tableComplaints(original: TableDefinition, alter: AlterStatement): (GhostshipError | null)[] {
  const { name, schema } = original.table;
  const isChild = (key: ForeignKey): boolean => key.child.name === name && key.child.schema === schema;
  const own = original.foreignKeys.filter(isChild);
  const others = original.foreignKeys.filter((key) => !isChild(key));
  return [
    original.triggers.length > 0
      ? complaint(
          'unsupported-table',
          `${name} has triggers: ${original.triggers.join(', ')}.`,
          'They would be lost with the old table. Drop them before the migration and create them again after it.',
        )
      : null,
    others.length > 0
      ? complaint(
          'unsupported-table',
          `Other tables refer to ${name}: ${others.map(describeForeignKey).join(', ')}.`,
          'Their foreign keys would follow the old table out of the way. Drop them before the migration and add them again after it.',
        )
      : null,
    own.length > 0
      ? complaint(
          'unsupported-table',
          `${name} has foreign keys: ${own.map(describeForeignKey).join(', ')}.`,
          'The altered table would not have them. Drop them before the migration and add them again after it.',
        )
      : null,
    movesPartitionedRows(alter)
      ? complaint(
          'unsupported-statement',
          'The statement drops, empties or exchanges partitions with their rows.',
          'A copy would bring the rows back. Run it directly: the server does it without copying.',
        )
      : null,
    alter.addsForeignKey
      ? complaint(
          'unsupported-statement',
          'The statement adds a foreign key.',
          'Its name would belong to the ghost table. Add the foreign key in a statement of its own, without a migration.',
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

/** What it does to partitions it does to their rows as well. */
export function movesPartitionedRows(alter: AlterStatement): boolean {
  return alter.statement.clauses.some((clause) => clause.kind === 'partition' && withRows.includes(clause.operation));
}

const withRows: readonly string[] = ['drop', 'truncate', 'exchange', 'convert', 'discard', 'import'];

function describeForeignKey(key: ForeignKey): string {
  return `${key.name} (${key.child.schema}.${key.child.name} → ${key.parent.name})`;
}

/** After so many locks granted in a row MDL lets weaker ones pass; the default is beyond all counting. */
const minWriteLocks = 1_000_000;

async function binlogComplaints(server: Server): Promise<(GhostshipError | null)[]> {
  const [compressed, orderCommits, maxWriteLocks] = [
    await server.variable('binlog_transaction_compression'),
    await server.variable('binlog_order_commits'),
    await server.variable('max_write_lock_count'),
  ];
  return [
    server.binlogEnabled
      ? null
      : complaint(
          'binlog-not-usable',
          'The server writes no binary log.',
          'Start it with log_bin and binlog_format=ROW.',
        ),
    server.binlogFormat === 'ROW'
      ? null
      : complaint(
          'binlog-not-usable',
          `binlog_format is ${server.binlogFormat}.`,
          'SET GLOBAL binlog_format = ROW, and let every session that writes reconnect.',
        ),
    orderCommits === 'OFF'
      ? complaint(
          'binlog-not-usable',
          'binlog_order_commits is OFF: changes may become visible in another order than the binary log has.',
          'SET GLOBAL binlog_order_commits = ON.',
        )
      : null,
    compressed === 'ON' && !canReadPayloads
      ? complaint(
          'binlog-not-usable',
          'binlog_transaction_compression is ON, which this version of Node cannot read.',
          'Run Ghostship with Node 22.15 or later, or SET GLOBAL binlog_transaction_compression = OFF.',
        )
      : null,
    maxWriteLocks !== null && Number(maxWriteLocks) < minWriteLocks
      ? complaint(
          'unsupported-server',
          `max_write_lock_count is ${maxWriteLocks}: writers may go before a RENAME that waits.`,
          'SET GLOBAL max_write_lock_count = DEFAULT.',
        )
      : null,
  ];
}

type Code = ConstructorParameters<typeof GhostshipError>[0];

function complaint(code: Code, message: string, hint: string): GhostshipError {
  return new GhostshipError(code, message, { hint });
}

/** One error for one complaint, and one that lists them for several. */
function refuseAll(found: readonly (GhostshipError | null)[]): void {
  const complaints = found.filter((one) => one !== null);
  const [first] = complaints;
  if (first === undefined) return;
  if (complaints.length === 1) throw first;
  throw new GhostshipError(first.code, complaints.map((one) => one.message).join(' '), {
    hint: complaints.map((one) => one.hint).join(' '),
  });
}
