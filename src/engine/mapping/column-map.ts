import { type Column, findColumn, sameName, type TableDefinition } from '../../mysql/inspect-table.ts';
import { GhostshipError } from '../../support/errors.ts';

/** One ghost column and the column that its values come from. */
export interface MappedColumn {
  readonly from: Column;
  readonly to: Column;
}

/** All ghost columns that are filled from the original. Generated and added columns are not among them. */
export type ColumnMap = readonly MappedColumn[];

/** What the text of the statement says about names. All else is read from the altered clone. */
export interface NameChanges {
  readonly columnRenames: readonly { readonly from: string; readonly to: string }[];
  readonly droppedColumns: readonly string[];
  readonly addedColumns: readonly string[];
}

export const noChanges: NameChanges = { columnRenames: [], droppedColumns: [], addedColumns: [] };

/**
 * Finds the original column of each ghost column. A name alone is not enough: `DROP a, ADD a` makes a new, empty `a`,
 * and `RENAME COLUMN a TO b, RENAME COLUMN b TO a` swaps two.
 *
 * @throws GhostshipError `unsupported-statement` where the origin of a column cannot be found
 */
export function mapColumns(original: TableDefinition, ghost: TableDefinition, changes: NameChanges): ColumnMap {
  return ghost.columns.flatMap((to) => {
    const from = originOf(to, original, changes);
    return from === null || to.generated !== null ? [] : [{ from, to }];
  });
}

/** The name that an original column has in the ghost; `undefined` where it is dropped. */
export function ghostColumnOf(map: ColumnMap, name: string): string | undefined {
  return map.find(({ from }) => sameName(from.name, name))?.to.name;
}

function originOf(to: Column, original: TableDefinition, changes: NameChanges): Column | null {
  const rename = changes.columnRenames.find((candidate) => sameName(candidate.to, to.name));
  if (rename !== undefined) {
    const from = findColumn(original, rename.from);
    if (from !== undefined) return from;
  }
  const gone =
    changes.droppedColumns.some((name) => sameName(name, to.name)) ||
    changes.columnRenames.some((candidate) => sameName(candidate.from, to.name) && !sameName(candidate.to, to.name));
  const same = findColumn(original, to.name);
  if (same !== undefined && !gone) return same;
  if (changes.addedColumns.some((name) => sameName(name, to.name))) return null;
  throw new GhostshipError(
    'unsupported-statement',
    `It is not clear where the values of column ${to.name} come from.`,
    {
      hint: 'Write the change of this column as ADD COLUMN, CHANGE COLUMN or RENAME COLUMN in a statement of its own.',
    },
  );
}
