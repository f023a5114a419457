import type { ColumnDefinition } from './column-definition.ts';
import type { Name, Span, TableReference } from './span.ts';

/**
 * One thing an ALTER TABLE does. The span is the clause without its commas. An index that is not `used` is kept up to
 * date but no query reads it: MySQL says INVISIBLE, MariaDB IGNORED.
 */
export type Clause = ClauseBody & Span;

export type ClauseBody =
  | { readonly kind: 'add-column'; readonly column: ColumnDefinition }
  | { readonly kind: 'modify-column'; readonly column: ColumnDefinition }
  | { readonly kind: 'change-column'; readonly from: Name; readonly column: ColumnDefinition }
  | { readonly kind: 'rename-column'; readonly from: Name; readonly to: Name }
  | { readonly kind: 'drop-column'; readonly column: Name }
  | { readonly kind: 'alter-column'; readonly column: Name; readonly action: ColumnAction }
  | {
      readonly kind: 'add-index';
      readonly index: IndexKind;
      readonly name: Name | null;
      readonly parts: readonly IndexPart[];
      readonly used: boolean;
    }
  | { readonly kind: 'drop-index'; readonly name: Name }
  | { readonly kind: 'rename-index'; readonly from: Name; readonly to: Name }
  | { readonly kind: 'alter-index'; readonly name: Name; readonly used: boolean }
  | { readonly kind: 'drop-primary-key' }
  | { readonly kind: 'add-foreign-key'; readonly name: Name | null; readonly references: TableReference | null }
  | { readonly kind: 'drop-foreign-key'; readonly name: Name }
  | { readonly kind: 'add-check'; readonly name: Name | null; readonly enforced: boolean }
  | { readonly kind: 'alter-check'; readonly name: Name; readonly enforced: boolean }
  /** DROP CHECK, and DROP CONSTRAINT, which may also drop a key. */
  | { readonly kind: 'drop-constraint'; readonly name: Name }
  | { readonly kind: 'rename-table'; readonly to: TableReference }
  | { readonly kind: 'convert-charset'; readonly charset: Name | null }
  | {
      readonly kind: 'partition';
      readonly operation: PartitionOperation;
      readonly names: readonly Name[];
      readonly table: TableReference | null;
    }
  | { readonly kind: 'tablespace'; readonly operation: 'discard' | 'import' }
  | { readonly kind: 'table-options'; readonly options: readonly TableOption[] }
  | { readonly kind: 'algorithm' | 'lock'; readonly value: string }
  | { readonly kind: 'validation' | 'force' | 'order-by' | 'keys' | 'system-versioning' | 'secondary-engine' }
  /** A clause that this parser does not know. The server may know it. */
  | { readonly kind: 'unknown' };

export type ColumnAction = 'set-default' | 'drop-default' | 'set-visible' | 'set-invisible' | 'other';

export type IndexKind = 'plain' | 'unique' | 'primary' | 'fulltext' | 'spatial' | 'vector';

/** A key part that is not a plain column (an expression) has no column. */
export interface IndexPart extends Span {
  readonly column: Name | null;
  readonly hasPrefixLength: boolean;
}

export type PartitionOperation =
  | 'partition-by'
  | 'remove'
  | 'add'
  | 'drop'
  | 'truncate'
  | 'coalesce'
  | 'reorganize'
  | 'exchange'
  | 'convert'
  | 'discard'
  | 'import'
  | 'rebuild'
  | 'maintain';

/** `name` in upper case and in one spelling: `CHARSET` for all of CHARSET, CHARACTER SET and DEFAULT CHARSET. */
export interface TableOption extends Span {
  readonly name: string;
  /** As written, quotes included; empty if there is none. */
  readonly value: string;
}
