import type { TableDefinition } from '../../mysql/inspect-table.ts';
import type { ColumnMap } from '../mapping/column-map.ts';
import type { ControlConnection } from '../tables/control-connection.ts';
import { misfits } from './misfits.ts';
import { addedColumns } from './probe.ts';
import { probeRows } from './probe-rows.ts';

/**
 * Refuses, before a row is copied, rows that certainly cannot be copied. A question without an answer refuses nothing, because
 * the copy itself will tell.
 *
 * @param rewritten whether rows are written anew, by us or by the server's own copy
 * @throws GhostshipError `duplicate-rows`, `data-does-not-fit`
 */
export async function refuseHazards(
  control: ControlConnection,
  original: TableDefinition,
  ghost: TableDefinition,
  map: ColumnMap,
  rewritten: boolean,
  signal: AbortSignal,
): Promise<void> {
  await using session = await control.sessions.open('probing rows');
  const { server } = control;
  const alter = { server, original, altered: ghost, map, added: addedColumns(ghost, map), rewritten };
  const found = misfits(original.table.name, await probeRows(session, alter, signal));
  if (found !== null) throw found;
}
