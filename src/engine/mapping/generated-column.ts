import { type Column, findColumn, type TableDefinition } from '../../mysql/inspect-table.ts';
import { ident, quotedNames } from '../../sql/sql.ts';
import type { ColumnMap } from './column-map.ts';

/**
 * The stored generated column of the ghost that has the same value in every row as this one of the original: the definition is
 * the same, and so is every column that it reads.
 *
 * @returns `undefined` where the values might differ
 */
export function findSameGenerated(
  column: Column,
  original: TableDefinition,
  ghost: TableDefinition,
  map: ColumnMap,
): Column | undefined {
  const same = findColumn(ghost, column.name);
  const definition = definitionOf(column, original);
  if (same?.generated !== 'stored' || definition === null || definition !== definitionOf(same, ghost)) return undefined;
  if (same.collation !== column.collation) return undefined;
  const inputs = quotedNames(definition.slice(ident(column.name).text.length)).flatMap(
    (name) => findColumn(original, name) ?? [],
  );
  return inputs.every((input) => isUnchanged(input, original, ghost, map)) ? same : undefined;
}

/** Of a TIMESTAMP a generated column may show the time zone of whoever wrote the row. */
function isUnchanged(input: Column, original: TableDefinition, ghost: TableDefinition, map: ColumnMap): boolean {
  if (input.generated === 'stored') return findSameGenerated(input, original, ghost, map) !== undefined;
  if (input.generated === 'virtual' || input.dataType === 'timestamp') return false;
  return map.some(
    ({ from, to }) =>
      from.name === input.name &&
      to.name === input.name &&
      from.columnType === to.columnType &&
      from.collation === to.collation,
  );
}

/** Its line in SHOW CREATE TABLE. */
function definitionOf({ name }: Column, { createStatement }: TableDefinition): string | null {
  const start = `${ident(name).text} `;
  const lines = createStatement.split('\n').map((line) => line.trim().replace(/,$/u, ''));
  return lines.find((line) => line.startsWith(start)) ?? null;
}
