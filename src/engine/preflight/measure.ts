import type { TableDefinition } from '../../mysql/inspect-table.ts';
import type { Server } from '../../mysql/server.ts';
import { ServerError } from '../../mysql/server-errors.ts';
import type { Session } from '../../mysql/session.ts';
import { measureRows } from '../../sql/probes.ts';

/** From so many rows on a table is large, whatever they are exactly; fewer are counted. */
const largeRows = 500_000;

/**
 * The table with its rows and bytes as far as a short look can tell. The server measures a table anew when a part of it has changed, after some
 * seconds, or where somebody has turned that off, never: until then 300,000 rows may take 64 KiB.
 */
export async function measure(
  session: Session,
  { flavor }: Pick<Server, 'flavor'>,
  definition: TableDefinition,
): Promise<TableDefinition> {
  const limit = definition.rowsEstimated < largeRows ? largeRows : 1;
  const names = definition.columns.map(({ name }) => name);
  const [row] = await session.rows(measureRows(flavor, definition.table, names, limit)).catch((error: unknown) => {
    // Too slow, or locked by somebody: then the estimate has to do.
    if (error instanceof ServerError) return [];
    throw error;
  });
  if (row === undefined) return definition;
  const counted = Number(row.counted);
  const rows = counted < limit ? counted : Math.max(definition.rowsEstimated, counted);
  const rowBytes = Math.ceil(Number(row.row_bytes ?? 0)) + rowHeadBytes;
  // The first rows may be longer than the others, but not that much.
  const isStale = definition.dataBytes * implausible < rows * rowBytes;
  return { ...definition, rowsEstimated: rows, ...(isStale ? { rowBytes, dataBytes: rows * rowBytes } : {}) };
}

/** Whether so many rows were counted; of more only an estimate is known. */
export function isCounted(rows: number): boolean {
  return rows < largeRows;
}

const implausible = 4;

/** Head, transaction id and roll pointer (MySQL manual, "InnoDB Row Formats"). */
const rowHeadBytes = 20;
