import { readCreateStatement, sameName } from '../../mysql/inspect-table.ts';
import { ServerError } from '../../mysql/server-errors.ts';
import { cascades, type OwnForeignKey, readForeignKeys } from '../../sql/foreign-keys.ts';
import type { TableName } from '../../sql/inspect.ts';
import { selectBereft } from '../../sql/rows-met.ts';
import { GhostshipError } from '../../support/errors.ts';
import { keysTo, sameTable } from '../preflight/foreign-keys.ts';
import { inWords, type MetRows } from './meets-rows.ts';
import type { Standing } from './standings.ts';

/**
 * Looks whether rows of other tables refer to what an UPDATE or DELETE has taken out of the clone, which had all rows of the table. Only
 * tables that no statement of the run has changed can tell.
 *
 * @throws GhostshipError `data-does-not-fit`
 */
export async function refuseBereft(met: MetRows, { source, isAltered }: Standing): Promise<void> {
  if (source === null || isAltered) return;
  const { stage, definition, place, session } = met;
  for (const { child, key } of await refusingKeys(met)) {
    const equal = key.columns.map((theirs, index) => ({ ours: key.parentColumns[index] ?? '', theirs }));
    const clone = stage.tables.staged(definition.table);
    const [row] = await session.rows(selectBereft(source.table, child, clone, equal)).catch((error: unknown) => {
      // The user may not read the child: the merge tells then.
      if (error instanceof ServerError) return [];
      throw error;
    });
    if (row === undefined) continue;
    throw new GhostshipError(
      'data-does-not-fit',
      `The server would refuse ${place}: a row of ${child.name} refers to ${inWords(equal, row)} of ${definition.table.name}, by the foreign key ${key.name}.`,
      { hint: `Change or delete the rows of ${child.name} in an earlier statement.` },
    );
  }
}

interface KeyTo {
  readonly child: TableName;
  readonly key: OwnForeignKey;
}

/** Foreign keys of other tables by which the server refuses the change of a row. */
async function refusingKeys({ stage, definition }: MetRows): Promise<KeyTo[]> {
  const { table } = definition;
  const found: KeyTo[] = [];
  for (const { name, child } of keysTo(table, definition)) {
    const standing = stage.tables.standingOf(child);
    const isUnchanged = standing === null || !(standing.isAltered || standing.rowsChanged || standing.source === null);
    if (sameTable(child, table) || !isUnchanged) continue;
    const created = await readCreateStatement(stage.control.session, child);
    const key = readForeignKeys(created, child.schema).find((one) => sameName(one.name, name));
    if (key !== undefined && !cascades(key)) found.push({ child, key });
  }
  return found;
}
