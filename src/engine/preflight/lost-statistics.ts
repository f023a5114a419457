import { sameName, type TableDefinition } from '../../mysql/inspect-table.ts';
import type { Flavor } from '../../mysql/server.ts';
import { ServerError } from '../../mysql/server-errors.ts';
import type { Row, Session } from '../../mysql/session.ts';
import { collectStatistics, selectColumnStatistics, selectHistograms, updateHistograms } from '../../sql/statistics.ts';
import { groupBy } from '../../support/group-by.ts';
import type { NameChanges } from '../mapping/column-map.ts';

/**
 * What a person has had collected of the values in the columns, beyond what the server collects by itself, stays with the table as
 * it was. Without it the server may choose other plans for queries.
 *
 * @param changes of the names by the statement
 * @returns what is lost, and what brings it back; `null` where nothing is, or this user may not look (MariaDB: `mysql.column_stats`)
 */
export async function lostStatistics(
  session: Session,
  flavor: Flavor,
  original: TableDefinition,
  changes: NameChanges,
): Promise<string | null> {
  const { table } = original.source ?? original;
  const select = flavor === 'mysql' ? selectHistograms(table) : selectColumnStatistics(table);
  const rows = await session.rows(select).catch((error: unknown) => {
    if (error instanceof ServerError) return [];
    throw error;
  });
  const kept = rows.flatMap((row) => {
    const name = nameAfter(String(row.name), changes);
    return name === null ? [] : [{ ...row, name }];
  });
  if (kept.length === 0) return null;
  const statements =
    flavor === 'mysql' ? forHistograms(original.table, kept) : [collectStatistics(original.table).text];
  const what = `${flavor === 'mysql' ? 'histograms' : 'statistics'} of ${kept.map(({ name }) => name).join(', ')}`;
  return `The altered table will be without the ${what}, and the server may choose other plans for queries. After the swap, run ${statements.join('; ')}`;
}

/** A statement for each number of buckets. */
function forHistograms(table: TableDefinition['table'], rows: readonly (Row & { readonly name: string })[]): string[] {
  const kinds = groupBy(rows, (row) => JSON.stringify([Number(row.buckets), Number(row.auto_update) === 1]));
  return [...kinds.values()].map((own) => {
    const [first] = own;
    const columns = own.map(({ name }) => name);
    return updateHistograms(table, columns, Number(first?.buckets), Number(first?.auto_update) === 1).text;
  });
}

function nameAfter(name: string, { columnRenames, droppedColumns }: NameChanges): string | null {
  if (droppedColumns.some((dropped) => sameName(dropped, name))) return null;
  return columnRenames.find(({ from }) => sameName(from, name))?.to ?? name;
}
