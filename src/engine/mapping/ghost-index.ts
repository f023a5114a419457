import { type Column, type Index, sameName, type TableDefinition } from '../../mysql/inspect-table.ts';

/** How rows of a key are found in the ghost. */
export interface GhostIndex {
  readonly name: string;
  /** True where the ghost refuses a second row of a key. */
  readonly isUnique: boolean;
  /** True where the altered table has no such index: it is added to the ghost, and dropped before the swap. */
  readonly isTemporary: boolean;
}

const temporaryName = 'ghostship_key';

/**
 * Any index serves that begins with the columns of the key: the key is unique in the original, so it is unique in the ghost.
 *
 * @param columns of the ghost, in the order of the key
 */
export function chooseGhostIndex(columns: readonly Column[], ghost: TableDefinition): GhostIndex {
  const usable = ghost.indexes.filter((index) => index.type === 'BTREE' && !index.ignored);
  const unique = usable.filter((index) => isUniqueWithin(index, columns));
  const found =
    unique.find((index) => index.columns.length === columns.length) ??
    unique.find((index) => beginsAlike(index, columns)) ??
    usable.find((index) => index.columns.length >= columns.length && beginsAlike(index, columns));
  return {
    name: found?.name ?? freeName(ghost),
    isUnique: unique.length > 0,
    isTemporary: found === undefined,
  };
}

function isUniqueWithin(index: Index, columns: readonly Column[]): boolean {
  return (
    index.unique && index.columns.every((part) => columns.some((column) => !column.nullable && isWhole(part, column)))
  );
}

/** True where one of the two lists of columns is the beginning of the other. */
function beginsAlike(index: Index, columns: readonly Column[]): boolean {
  return columns.every((column, at) => {
    const part = index.columns[at];
    return part === undefined || isWhole(part, column);
  });
}

function isWhole(part: Index['columns'][number], column: Column): boolean {
  return part.column !== null && sameName(part.column, column.name) && !part.isPrefix;
}

function freeName({ indexes }: TableDefinition): string {
  const isTaken = (name: string): boolean => indexes.some((index) => sameName(index.name, name));
  let name = temporaryName;
  for (let number = 2; isTaken(name); number++) name = `${temporaryName}_${number}`;
  return name;
}
