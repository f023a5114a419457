import { type IndexShape, isUnique } from './index-shape.ts';
import { findColumn, type TableShape } from './table-shape.ts';

/** The keys by which rows can be told apart: unique, over whole columns that are NOT NULL and no FLOAT or DOUBLE. */
export function usableKeys(shape: TableShape): readonly IndexShape[] {
  return shape.indexes.filter(
    (index) =>
      isUnique(index) &&
      index.parts.length > 0 &&
      index.parts.every(({ column, prefix }) => {
        const found = column === null ? null : findColumn(shape, column);
        return found !== null && prefix === null && found.notNull && found.type.family !== 'float';
      }),
  );
}

export function isUsable(shape: TableShape): boolean {
  return usableKeys(shape).length > 0;
}
