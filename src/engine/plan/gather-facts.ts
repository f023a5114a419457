import type { Index, TableDefinition } from '../../mysql/inspect-table.ts';
import { sameName } from '../../mysql/inspect-table.ts';
import { ServerError } from '../../mysql/server-errors.ts';
import { selectClock, showStatus, type TableName } from '../../sql/inspect.ts';
import type { AlterStatement } from '../../sql/parser/alter.ts';
import { selectIndexReads, selectUserStatistics } from '../../sql/use.ts';
import { mapColumns } from '../mapping/column-map.ts';
import { isCounted } from '../preflight/measure.ts';
import { movesPartitionedRows } from '../preflight/statement.ts';
import type { DryRun } from './dry-run.ts';
import type { CopySpace, Destroyed, RecentUse } from './statement-facts.ts';

/** Whether the statement may take something away: then it matters who uses it. */
export function mayDestroy({ droppedColumns, droppedIndexes }: AlterStatement): boolean {
  return droppedColumns.length + droppedIndexes.length > 0;
}

/**
 * How much is read of a table. Ask before the plan reads it.
 *
 * @returns `null` where the server does not tell
 */
export async function readUse(dryRun: DryRun, table: TableName): Promise<RecentUse | null> {
  const target = await dryRun.target();
  const { session, server } = typeof target === 'string' ? dryRun.control : target.control;
  const { host, port } = typeof target === 'string' ? dryRun.asked : dryRun.place.target;
  if (server.flavor === 'mariadb' && (await server.variable('userstat')) !== 'ON') return null;
  try {
    const rows = await session.rows(server.flavor === 'mysql' ? selectIndexReads(table) : selectUserStatistics(table));
    // A table that nobody has opened since has no row on MySQL; where nothing is counted no table has one.
    if (server.flavor === 'mysql' && rows.length === 0) return null;
    const [clock] = await session.rows(selectClock);
    const [uptime] = await session.rows(showStatus('Uptime'));
    const reads = rows.map(({ name, read_rows }) => ({ name, rowsRead: Number(read_rows) }));
    const ofTable = reads.filter(({ name }) => server.flavor === 'mysql' || name === null);
    return {
      server: `${host}:${port}`,
      since: new Date((Number(clock?.now_seconds) - Number(uptime?.Value)) * 1_000).toISOString(),
      rowsRead: ofTable.reduce((sum, { rowsRead }) => sum + rowsRead, 0),
      indexes: reads.flatMap(({ name, rowsRead }) => (name === null ? [] : [{ name: String(name), rowsRead }])),
    };
  } catch (error) {
    if (error instanceof ServerError) return null;
    throw error;
  }
}

/** @param after the clone after the statement */
export function findDestroyed(original: TableDefinition, after: TableDefinition, alter: AlterStatement): Destroyed {
  const kept = mapColumns(original, after, alter).map(({ from }) => from.name);
  const isThere = (name: string): boolean =>
    kept.includes(name) || after.columns.some((column) => column.generated !== null && sameName(column.name, name));
  const columns = original.columns.map(({ name }) => name).filter((name) => !isThere(name));
  const indexes = original.indexes
    .filter((index) => !after.indexes.some((other) => sameName(other.name, index.name) || isSameIndex(other, index)))
    .map(({ name }) => name);
  const partitions = emptied(alter);
  const ofColumns = columns.length === 0 ? 0 : original.rowsEstimated;
  const rows = movesPartitionedRows(alter) ? 'unknown' : ofColumns;
  return { isTable: false, columns, indexes, partitions, rows };
}

function emptied({ statement }: AlterStatement): string[] {
  return statement.clauses.flatMap((clause) =>
    clause.kind === 'partition' && (clause.operation === 'drop' || clause.operation === 'truncate')
      ? clause.names.map(({ text }) => text)
      : [],
  );
}

/** A renamed index is not gone. */
function isSameIndex(one: Index, other: Index): boolean {
  return one.unique === other.unique && JSON.stringify(one.columns) === JSON.stringify(other.columns);
}

export function deriveSpace({ rowsEstimated, dataBytes, indexBytes }: TableDefinition): CopySpace {
  const rows = isCounted(rowsEstimated) ? 'its rows, which were counted' : 'its rows as the server estimates them';
  return {
    peakBytes: dataBytes + indexBytes + dataBytes,
    binlogBytes: dataBytes,
    derivation: `From the size of the table and ${rows}: the altered table is taken to be as large, and the binary log to have each row once.`,
  };
}
