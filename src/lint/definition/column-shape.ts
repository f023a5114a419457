import type { ColumnDefinition } from '../../sql/parser/column-definition.ts';
import type { Span } from '../../sql/parser/span.ts';
import { type TypeShape, typeShape } from './type-shape.ts';

export interface ColumnShape {
  readonly name: string;
  readonly type: TypeShape;
  readonly notNull: boolean;
  /** As written; `null` also where the default is NULL. */
  readonly default: string | null;
  readonly comment: string | null;
  readonly onUpdate: string | null;
  readonly autoIncrement: boolean;
  readonly generated: 'virtual' | 'stored' | null;
  /** Of a string, ENUM or SET; `null` where it is not known. */
  readonly charset: string | null;
  readonly collation: string | null;
}

/** What a table has for columns that name none. */
export interface TableCharset {
  readonly charset: string | null;
  readonly collation: string | null;
}

/** @param text that the column was read from */
export function columnShape(column: ColumnDefinition, text: string, table: TableCharset): ColumnShape {
  const written = (span: Span | null): string | null => (span === null ? null : text.slice(span.start, span.end));
  const type = typeShape(column.type);
  const own = charsetFrom(column.charset?.text ?? null, column.collation?.text ?? null);
  const inherits = own.charset === null;
  return {
    name: column.name.text,
    type,
    notNull: column.nullability === 'not-null' || column.key === 'primary',
    default: column.default === null || column.default.kind === 'null' ? null : written(column.default),
    comment: written(column.comment),
    onUpdate: written(column.onUpdate),
    autoIncrement: column.autoIncrement,
    generated: column.generated,
    charset: hasCharset(type) ? (inherits ? table.charset : own.charset) : null,
    collation: hasCharset(type) ? (inherits ? table.collation : own.collation) : null,
  };
}

/** A collation names its character set: `utf8mb4_0900_ai_ci`. */
export function charsetFrom(charset: string | null, collation: string | null): TableCharset {
  const name = charset?.toLowerCase() ?? collation?.toLowerCase().split('_')[0] ?? null;
  return { charset: name === 'utf8' ? 'utf8mb3' : name, collation: collation?.toLowerCase() ?? null };
}

export function hasCharset({ family }: TypeShape): boolean {
  return family === 'text' || family === 'enum' || family === 'set';
}
