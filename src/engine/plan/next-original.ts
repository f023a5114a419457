import type { TableDefinition } from '../../mysql/inspect-table.ts';
import type { Session } from '../../mysql/session.ts';
import { withoutKeys } from '../../sql/foreign-keys.ts';
import { sameTable } from '../preflight/foreign-keys.ts';
import { nameTables } from '../tables/table-names.ts';
import { findUncheckedKeys, type UncheckedKeys } from '../tables/unchecked-keys.ts';

/** The table as the migration will find it, once it has dropped what a run that died has left on it. */
export interface NextOriginal {
  readonly original: TableDefinition;
  readonly unchecked: UncheckedKeys;
  readonly warnings: readonly string[];
}

export async function nextOriginal(session: Session, found: TableDefinition): Promise<NextOriginal> {
  const unchecked = await findUncheckedKeys(session, nameTables(found.table, false));
  const { foreignKeys, indexes } = unchecked;
  if (foreignKeys.length === 0) return { original: found, unchecked, warnings: [] };
  const { table } = found;
  const original: TableDefinition = {
    ...found,
    createStatement: withoutKeys(found.createStatement, foreignKeys, indexes),
    indexes: found.indexes.filter(({ name }) => !indexes.includes(name)),
    foreignKeys: found.foreignKeys.filter(
      ({ child, name }) => !(sameTable(child, table) && foreignKeys.includes(name)),
    ),
  };
  const warning = `A run has added ${foreignKeys.join(', ')} to ${table.name}, and has not checked its rows. If that run is gone, the next one drops the foreign key first, and so does \`ghostship cleanup\`; the plan is for the table without it.`;
  return { original, unchecked, warnings: [warning] };
}
