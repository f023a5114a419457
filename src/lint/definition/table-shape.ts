import type { Clause } from '../../sql/parser/clause.ts';
import { readTable } from '../../sql/parser/read-table.ts';
import type { CreateTable } from '../../sql/parser/statement.ts';
import { type ColumnShape, charsetFrom, columnShape, type TableCharset } from './column-shape.ts';
import { type IndexShape, indexName, indexOfColumn, indexShape } from './index-shape.ts';

/** A table as rules compare it: what a server shows of it, or what a statement would make of that. */
export interface TableShape {
  readonly charset: TableCharset;
  readonly columns: readonly ColumnShape[];
  readonly indexes: readonly IndexShape[];
  /** How many foreign keys it has to other tables. */
  readonly foreignKeys: number;
  /** The number that the next row gets; `null` where the definition does not say. */
  readonly counter: bigint | null;
}

/** Reads what SHOW CREATE TABLE gives, or a CREATE TABLE that a person has written; `null` if it lists no columns. */
export function readShape(text: string): TableShape | null {
  const table = readTable(text);
  return table === null ? null : shapeOf(table, text);
}

export function shapeOf(table: CreateTable, text: string): TableShape | null {
  if (table.elements.length === 0 || table.elements.length > maxElements) return null;
  const written = (name: string): string | null => table.options.find((option) => option.name === name)?.value ?? null;
  const charset = charsetFrom(written('CHARSET'), written('COLLATE'));
  const counter = written('AUTO_INCREMENT');
  const columns = table.elements.flatMap((element) =>
    element.kind === 'add-column' ? [columnShape(element.column, text, charset)] : [],
  );
  return {
    charset,
    indexes: indexesIn(table.elements, text),
    columns: withPrimaryNotNull(columns, indexesIn(table.elements, text)),
    foreignKeys: table.elements.filter(({ kind }) => kind === 'add-foreign-key').length,
    counter: counter !== null && /^\d+$/u.test(counter) ? BigInt(counter) : null,
  };
}

/** No server takes as many columns, indexes and constraints (MySQL manual, "Limits on Table Column Count": 4,096 columns). */
export const maxElements = 5_000;

/** No server takes as many: MySQL 64, MariaDB 128. */
const maxIndexes = 200;

export function findColumn({ columns }: TableShape, name: string): ColumnShape | null {
  return columns.find((column) => isSame(column.name, name)) ?? null;
}

/** Servers compare the names of columns and indexes without regard to case. */
export function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** A column of the primary key is NOT NULL, whether or not that is written. */
export function withPrimaryNotNull(
  columns: readonly ColumnShape[],
  indexes: readonly IndexShape[],
): readonly ColumnShape[] {
  const primary = indexes.find(({ kind }) => kind === 'primary');
  if (primary === undefined) return columns;
  const isInKey = ({ name }: ColumnShape): boolean =>
    primary.parts.some(({ column }) => column !== null && isSame(column, name));
  return columns.map((column) => (isInKey(column) ? { ...column, notNull: true } : column));
}

/** What these elements or clauses add, in order. */
export function indexesIn(
  clauses: readonly Clause[],
  text: string,
  present: readonly IndexShape[] = [],
): readonly IndexShape[] {
  const indexes = [...present];
  for (const clause of clauses) {
    if (indexes.length >= maxIndexes) break;
    if (clause.kind === 'add-index') indexes.push(indexShape(clause, text, indexName(clause, indexes)));
    const own = 'column' in clause && 'type' in clause.column ? indexOfColumn(clause.column, indexes) : null;
    if (own !== null) indexes.push(own);
  }
  return indexes;
}
