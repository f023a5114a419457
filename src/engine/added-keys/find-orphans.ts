import type { TableDefinition } from '../../mysql/inspect-table.ts';
import { GhostshipError } from '../../support/errors.ts';
import { mapColumns } from '../mapping/column-map.ts';
import { describeHazard } from '../probes/hazard.ts';
import { probeAllOrphans } from '../probes/orphans.ts';
import { addedColumns } from '../probes/probe.ts';
import { describeAnswer } from '../probes/probe-rows.ts';
import type { MigrationContext } from '../run/context.ts';

/**
 * Looks at every row, for as long as it takes, without a lock.
 *
 * @param after the table with the new foreign keys
 * @throws GhostshipError `data-does-not-fit`
 */
export async function refuseOrphans(
  { control, original, alter }: MigrationContext,
  after: TableDefinition,
  signal: AbortSignal,
): Promise<void> {
  await using session = await control.sessions.open('looking for rows without a parent');
  const map = mapColumns(original, after, alter);
  const { server } = control;
  const change = { server, original, altered: after, map, added: addedColumns(after, map), rewritten: false };
  for (const probe of probeAllOrphans(change)) {
    if (probe.statement === null) throw new Error(`the values of ${probe.columns.join()} cannot be predicted`);
    const [row] = await control.sessions.rowsLong(session, probe.statement, signal);
    if (row === undefined) throw new Error('a count has one row');
    const hazard = describeAnswer(probe, row);
    if (hazard.count === 0) continue;
    throw new GhostshipError(
      'data-does-not-fit',
      `Rows of ${original.table.name} do not fit the altered table: ${describeHazard(hazard)}`,
      { hint: hazard.hint },
    );
  }
}
