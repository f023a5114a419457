import type { TableDefinition } from '../../mysql/inspect-table.ts';
import { GhostshipError } from '../../support/errors.ts';
import type { ColumnMap } from '../mapping/column-map.ts';
import { joinHints } from '../preflight/refusals.ts';
import type { ControlConnection } from '../tables/control-connection.ts';
import { describeHazard, isCertain } from './hazard.ts';
import { probeRows } from './probe-rows.ts';

/**
 * Refuses, before a row is copied, rows that certainly cannot be copied. A question without an answer refuses nothing, because
 * the copy itself will tell.
 *
 * @throws GhostshipError `duplicate-rows`, `data-does-not-fit`
 */
export async function refuseHazards(
  control: ControlConnection,
  original: TableDefinition,
  ghost: TableDefinition,
  map: ColumnMap,
  signal: AbortSignal,
): Promise<void> {
  await using session = await control.sessions.open('probing rows');
  const hazards = await probeRows(session, control.server, original, ghost, map, signal);
  const [first, ...others] = hazards.filter(isCertain);
  if (first === undefined) return;
  throw new GhostshipError(
    first.kind === 'duplicate-key' ? 'duplicate-rows' : 'data-does-not-fit',
    `Rows of ${original.table.name} do not fit the altered table: ${[first, ...others].map(describeHazard).join(' ')}`,
    { hint: joinHints([first, ...others].map(({ hint }) => hint)) },
  );
}
