import type { Column, TableDefinition } from '../../mysql/inspect-table.ts';
import type { Flavor, Server } from '../../mysql/server.ts';
import type { CopiedColumn } from '../../sql/copy.ts';
import { emptyValue } from '../../sql/parser/column-value.ts';
import type { ColumnMap } from './column-map.ts';
import { convertedValue } from './conversion.ts';
import { convertsTemporals } from './verified-columns.ts';

export type ServerKind = Pick<Server, 'flavor' | 'sqlMode'>;

/**
 * The values that fill each ghost column.
 *
 * @param server its sql_mode decides whether ALTER TABLE fills new date columns with zero dates
 */
export function copiedColumns(map: ColumnMap, ghost: TableDefinition, { flavor, sqlMode }: ServerKind): CopiedColumn[] {
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
export function lacksDate(column: Column, serverMode: string): boolean {
  return ['date', 'datetime'].includes(column.dataType) && needsValue(column) && !allowsZeroDates(serverMode);
}

/** The server fills an added TIMESTAMP with zeros in any mode. A copy can do so only in a mode that allows zeros. */
export function lacksTimestamp(column: Column, map: ColumnMap, { flavor, sqlMode }: ServerKind): boolean {
  const isOne = column.dataType === 'timestamp' && needsValue(column);
  return isOne && convertsAsServer(map, flavor) && !allowsZeroDates(sqlMode);
}

/** True where nobody can write the value that ALTER TABLE fills an added column with. */
export function lacksAnyValue(column: Column): boolean {
  return needsValue(column) && !dates.includes(column.dataType) && emptyValue(column.dataType, true) === null;
}

/**
 * True where rows are copied in the sql_mode of the server, as its own ALTER does. If that mode forbids zero dates, MySQL's ALTER
 * refuses them also in columns that do not change. MariaDB's ALTER keeps them.
 */
export function convertsAsServer(map: ColumnMap, flavor: Flavor): boolean {
  const looksAtDates = flavor === 'mysql' && map.some(({ from }) => dates.includes(from.dataType));
  return looksAtDates || convertsTemporals(map);
}

const dates: readonly string[] = ['date', 'datetime', 'timestamp'];

/** ALTER TABLE fills an added column that is NOT NULL and has no DEFAULT with the empty value of its type. */
export function needsValue(column: Column): boolean {
  return !column.nullable && !column.hasDefault && column.generated === null && !column.autoIncrement;
}

export function allowsZeroDates(serverMode: string): boolean {
  const modes = serverMode.split(',');
  const strict = modes.some((mode) => mode.startsWith('STRICT_'));
  return !(strict && modes.includes('NO_ZERO_DATE'));
}
