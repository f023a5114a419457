import type { TableDefinition } from '../../mysql/inspect-table.ts';
import type { Session } from '../../mysql/session.ts';
import { selectZero } from '../../sql/ghost.ts';
import { GhostshipError } from '../../support/errors.ts';
import type { ColumnMap } from './column-map.ts';

/**
 * Where a column becomes AUTO_INCREMENT, ALTER TABLE gives rows with a 0 a new number. A copy would keep the 0, so it is refused.
 * @throws GhostshipError `data-does-not-fit`
 */
export async function refuseZeroUnderCounter(
  session: Session,
  original: TableDefinition,
  map: ColumnMap,
): Promise<void> {
  const before = map.find(({ to }) => to.autoIncrement)?.from;
  if (before === undefined || before.autoIncrement) return;
  const rows = await session.rows(selectZero(original.table, before.name));
  if (rows.length === 0) return;
  throw new GhostshipError(
    'data-does-not-fit',
    `A row of ${original.table.name} has 0 in ${before.name}, which becomes AUTO_INCREMENT: the server would give it another number.`,
    {
      hint: 'Give the row a number of your own first.',
    },
  );
}
