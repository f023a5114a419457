import type { Name, Span, TableReference } from './span.ts';

/** A column as a statement writes it. Defaults of the server are not filled in. */
export interface ColumnDefinition extends Span {
  readonly name: Name;
  readonly type: ColumnType;
  readonly nullability: 'null' | 'not-null' | 'unspecified';
  readonly default: ColumnDefault | null;
  readonly autoIncrement: boolean;
  /** A key declared on the column itself. */
  readonly key: 'primary' | 'unique' | null;
  readonly generated: 'virtual' | 'stored' | null;
  /** Column-level CHECK constraints. */
  readonly checks: readonly CheckConstraint[];
  /** An inline REFERENCES. */
  readonly references: TableReference | null;
  /** What ON UPDATE sets the column to; not that of a foreign key. */
  readonly onUpdate: Span | null;
  /** The comment with its quotes. */
  readonly comment: Span | null;
  readonly charset: Name | null;
  readonly collation: Name | null;
  readonly position: 'first' | Name | null;
}

/** The span is the whole type: name, arguments and number attributes. */
export interface ColumnType extends Span {
  /** In upper case, several words joined by one space: `VARCHAR`, `DOUBLE PRECISION`. Empty if there is none. */
  readonly name: string;
  /** As written between the parentheses: `['12', '2']`, `["'a'", "'b'"]`. */
  readonly arguments: readonly string[];
  /** UNSIGNED, ZEROFILL, BINARY and the like, in upper case. */
  readonly attributes: readonly string[];
}

export interface ColumnDefault extends Span {
  readonly kind: 'null' | 'literal' | 'now' | 'expression';
  /** Upper-case names of the functions an expression calls. */
  readonly functions: readonly string[];
}

export interface CheckConstraint extends Span {
  readonly name: Name | null;
  readonly enforced: boolean;
}
