import type { Column, TableDefinition } from '../../mysql/inspect-table.ts';
import type { Server } from '../../mysql/server.ts';
import type { TableName } from '../../sql/inspect.ts';
import { always } from '../../sql/probe-conditions.ts';
import { countRowsWhere, keyText, type ProbedRows, tableRows } from '../../sql/probes.ts';
import type { Sql } from '../../sql/sql.ts';
import type { ColumnMap, MappedColumn } from '../mapping/column-map.ts';
import type { Hazard } from './hazard.ts';

/** What a probe knows of a statement and its table. */
export interface ProbedAlter {
  readonly server: Pick<Server, 'flavor' | 'sqlMode'>;
  readonly original: TableDefinition;
  readonly altered: TableDefinition;
  readonly map: ColumnMap;
  /** Columns that the statement itself adds; statements before it may have added others. */
  readonly added: readonly Column[];
  /** Whether rows are written anew, by us or by the server's own copy. */
  readonly rewritten: boolean;
  /** Where the rows of a table are by now that a foreign key leads to. It is the table itself unless statements before say otherwise. */
  readonly parentNow?: (parent: TableName) => ParentNow;
}

/** `later`: a statement before this one makes the table, or the columns in question. */
export type ParentNow =
  | 'later'
  | {
      readonly table: TableName;
      /** The name that a column has by now; `null` where it has none. */
      readonly columnOf: (column: string) => string | null;
    };

/** The columns of the altered table that no column of the original gives a value. */
export function addedColumns(altered: TableDefinition, map: ColumnMap): Column[] {
  return altered.columns.filter((column) => column.generated === null && !map.some(({ to }) => to === column));
}

/** One question about the rows of a table. */
export interface Probe extends Pick<Hazard, 'kind' | 'columns' | 'key' | 'hint'> {
  /** Its result has `found`, `hits` and `samples`. `null` where only the copy itself can tell. */
  readonly statement: Sql | null;
  /** What is wrong with a row, as a clause: `email is NULL`. */
  readonly fault: string;
  /** Why that is wrong, as a clause: `it becomes NOT NULL`. */
  readonly because: string;
  /** Rows that are found may be right all the same. */
  readonly isOpen?: true;
}

/** A question about the values of one column. */
export interface ColumnFault extends Pick<Probe, 'kind' | 'fault' | 'because' | 'hint'> {
  /** True for a value that does not fit. */
  readonly condition: Sql;
}

export function probeColumn(alter: ProbedAlter, { to }: MappedColumn, column: ColumnFault): Probe {
  const { condition, ...words } = column;
  const statement = countRowsWhere(alter.server.flavor, rowsOf(alter.original), condition);
  return { ...words, columns: [to.name], key: null, statement };
}

/** A column that is added with no value for any row. */
export function probeAdded(alter: ProbedAlter, { name }: Column, words: Omit<ColumnFault, 'condition'>): Probe {
  const statement = countRowsWhere(alter.server.flavor, rowsOf(alter.original), always);
  return { ...words, columns: [name], key: null, statement };
}

/** The rows with a text that identifies each: of the primary key, or of a unique key without prefixes and NULLs. */
export function rowsOf(original: TableDefinition): ProbedRows {
  const column = (name: string | null) => original.columns.find((candidate) => candidate.name === name);
  const keys = original.indexes
    .filter(
      ({ unique, columns }) =>
        unique && columns.every((part) => !part.isPrefix && column(part.column)?.nullable === false),
    )
    .toSorted((one, other) => Number(other.name === 'PRIMARY') - Number(one.name === 'PRIMARY'));
  const parts = (keys[0]?.columns ?? []).flatMap((part) => column(part.column) ?? []);
  return tableRows(original.table, keyText(parts));
}
