import type { Column, TableDefinition } from '../mysql/inspect-table.ts';
import { asNumber, asShown, emptyValue } from '../sql/column-value.ts';
import type { CopiedColumn } from '../sql/copy.ts';
import { ident, type Sql } from '../sql/sql.ts';
import type { ColumnMap, MappedColumn } from './column-map.ts';

/**
 * What each ghost column is filled with. Where INSERT … SELECT would give another value than ALTER TABLE does, an
 * expression makes up for it.
 *
 * @param serverMode the server's own sql_mode, which decides whether ALTER TABLE makes up zero dates
 */
export function copiedColumns(map: ColumnMap, ghost: TableDefinition, serverMode: string): CopiedColumn[] {
  const copied = map.map((column) => ({ to: column.to.name, value: copiedValue(column) }));
  const filled = ghost.columns
    .filter((column) => !map.some(({ to }) => to === column) && needsValue(column))
    .flatMap((column) => {
      const value = emptyValue(column.dataType, allowsZeroDates(serverMode));
      return value === null ? [] : [{ to: column.name, value }];
    });
  return [...copied, ...filled];
}

const strings = ['char', 'varchar', 'tinytext', 'text', 'mediumtext', 'longtext', 'binary', 'varbinary', 'blob'];

export function copiedValue({ from, to }: MappedColumn): Sql {
  // ALTER writes a FLOAT into a string as it is shown, INSERT … SELECT with all the digits of a DOUBLE (measured).
  if (from.dataType === 'float' && strings.includes(to.dataType)) return asShown(from.name);
  // ALTER reads the number in the string, INSERT … SELECT takes its bytes (measured).
  if (strings.includes(from.dataType) && to.dataType === 'bit') return asNumber(from.name);
  return ident(from.name);
}

/** ADD COLUMN … NOT NULL without DEFAULT: ALTER fills it with the type's empty value. */
function needsValue(column: Column): boolean {
  return !column.nullable && !column.hasDefault && column.generated === null && !column.autoIncrement;
}

function allowsZeroDates(serverMode: string): boolean {
  const modes = serverMode.split(',');
  const strict = modes.some((mode) => mode.startsWith('STRICT_'));
  return !(strict && modes.includes('NO_ZERO_DATE'));
}
