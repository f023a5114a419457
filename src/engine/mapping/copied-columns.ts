import type { Column, TableDefinition } from '../../mysql/inspect-table.ts';
import type { Flavor } from '../../mysql/server.ts';
import type { CopiedColumn } from '../../sql/copy.ts';
import { emptyValue } from '../../sql/parser/column-value.ts';
import type { ColumnMap } from './column-map.ts';
import { convertedValue } from './conversion.ts';

/**
 * The values that fill each ghost column.
 *
 * @param server its sql_mode decides whether ALTER TABLE fills new date columns with zero dates
 */
export function copiedColumns(
  map: ColumnMap,
  ghost: TableDefinition,
  { flavor, sqlMode }: { readonly flavor: Flavor; readonly sqlMode: string },
): CopiedColumn[] {
  const copied = map.map((column) => ({ to: column.to.name, value: convertedValue(column, flavor) }));
  const filled = ghost.columns
    .filter((column) => !map.some(({ to }) => to === column) && needsValue(column))
    .flatMap((column) => {
      const value = emptyValue(column.dataType, allowsZeroDates(sqlMode));
      return value === null ? [] : [{ to: column.name, value }];
    });
  return [...copied, ...filled];
}

/** True for an added date that ALTER TABLE would have to fill with zeros, which the server's mode forbids. */
export function lacksValue(column: Column, serverMode: string): boolean {
  const isDate = ['date', 'datetime', 'timestamp'].includes(column.dataType);
  return isDate && needsValue(column) && !allowsZeroDates(serverMode);
}

/** ALTER TABLE fills an added column that is NOT NULL and has no DEFAULT with the empty value of its type. */
function needsValue(column: Column): boolean {
  return !column.nullable && !column.hasDefault && column.generated === null && !column.autoIncrement;
}

function allowsZeroDates(serverMode: string): boolean {
  const modes = serverMode.split(',');
  const strict = modes.some((mode) => mode.startsWith('STRICT_'));
  return !(strict && modes.includes('NO_ZERO_DATE'));
}
