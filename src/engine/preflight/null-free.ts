import { findColumn, type Index, type TableDefinition } from '../../mysql/inspect-table.ts';
import type { Session } from '../../mysql/session.ts';
import { selectAnyNull } from '../../sql/null-keys.ts';

/**
 * Looks for NULL at the beginning of unique keys, where the table has no key that can have none. Further columns of a key are not
 * looked at: that would take a look at every row, under the cutover lock as well.
 */
export async function findNullFree(session: Session, definition: TableDefinition): Promise<TableDefinition> {
  const unique = definition.indexes.filter(({ unique: isUnique, ignored }) => isUnique && !ignored);
  if (unique.some((index) => index.columns.every((part) => isNotNull(part, definition)))) return definition;
  const nullFree: string[] = [];
  for (const { name, columns } of unique) {
    const [first, ...others] = columns;
    if (first?.column == null || first.isPrefix || !others.every((part) => isNotNull(part, definition))) continue;
    const rows = await session.rows(selectAnyNull(definition.table, name, first.column));
    if (rows.length === 0) nullFree.push(first.column);
  }
  return { ...definition, nullFree };
}

function isNotNull({ column, isPrefix }: Index['columns'][number], definition: TableDefinition): boolean {
  return column !== null && !isPrefix && findColumn(definition, column)?.nullable === false;
}
