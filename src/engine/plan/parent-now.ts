import { sameName } from '../../mysql/inspect-table.ts';
import type { TableName } from '../../sql/inspect.ts';
import type { ParentNow } from '../probes/probe.ts';
import type { Standings } from './standings.ts';

/** Where the rows are that a foreign key leads to, before any statement of the run. */
export function parentNow(tables: Standings): (parent: TableName) => ParentNow {
  return (parent) => {
    const standing = tables.standingOf(parent);
    if (standing === null) return { table: parent, columnOf: (column) => column };
    const { source, map } = standing;
    if (source === null) return 'later';
    return {
      table: source.table,
      columnOf: (column) => map.find(({ to }) => sameName(to.name, column))?.from.name ?? null,
    };
  };
}
