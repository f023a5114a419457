import type { Clause, TableOption } from './clause.ts';
import type { Name, Span, TableReference } from './span.ts';

/** One statement of a file, as far as its text tells. The span has no delimiter and no comment around it. */
export type Statement = StatementBody & Span;

export type StatementBody =
  | AlterTable
  | CreateTable
  | {
      readonly kind: 'drop-table';
      readonly tables: readonly TableReference[];
      readonly temporary: boolean;
      readonly ifExists: boolean;
    }
  | {
      readonly kind: 'rename-table';
      readonly renames: readonly TableRename[];
      /** MariaDB: tables that are not there are passed over. */
      readonly ifExists: boolean;
    }
  | { readonly kind: 'truncate-table'; readonly table: TableReference }
  | { readonly kind: 'drop-database'; readonly name: Name }
  | DataStatement
  | {
      readonly kind: 'other';
      /** What to call it by, in upper case: `CREATE VIEW`, `CALL`. */
      readonly verb: string;
      /** Of a statement that could be run or passed over elsewhere: why it cannot be here, as a sentence. `null` for every other. */
      readonly why: string | null;
    };

/**
 * A statement that changes the table it names. CREATE INDEX and DROP INDEX are other spellings of the same: their clause
 * adds or drops the index, and perhaps ALGORITHM and LOCK follow.
 */
export interface AlterTable {
  readonly kind: 'alter-table';
  readonly spelling: 'ALTER TABLE' | 'CREATE INDEX' | 'DROP INDEX';
  readonly table: TableReference;
  /** MariaDB: a table that is not there is passed over. */
  readonly ifExists: boolean;
  readonly clauses: readonly Clause[];
  /** MariaDB's words between ALTER and TABLE: ONLINE asks for LOCK=NONE, IGNORE throws rows away that do not fit. */
  readonly prefixes: readonly Name[];
  readonly body: AlterBody;
}

/** The clauses as text again, as an ALTER TABLE would list them: no comments, no ALGORITHM, no LOCK. */
export interface AlterBody {
  /** The clauses with commas between them; may be empty. */
  readonly list: string;
  /** A PARTITION BY or REMOVE PARTITIONING, which follows the list without a comma; empty if there is none. */
  readonly partitioning: string;
  /** Its words may take another table, or a file (`reaches-out.ts`): such a body must not alter a clone. */
  readonly mayReachOut: boolean;
}

export interface CreateTable {
  readonly kind: 'create-table';
  readonly table: TableReference;
  readonly temporary: boolean;
  /** OR REPLACE: a table of that name is dropped first. */
  readonly replaces: boolean;
  readonly ifNotExists: boolean;
  /** The table whose definition is copied; `null` unless the statement says LIKE. */
  readonly like: TableReference | null;
  /** Rows of a query are put into the table, whether or not columns are listed. */
  readonly selects: boolean;
  /** What the parentheses list; empty for LIKE and for AS SELECT. */
  readonly elements: readonly Clause[];
  /** Those behind the list, up to PARTITION BY or AS SELECT. */
  readonly options: readonly TableOption[];
}

export interface TableRename {
  readonly from: TableReference;
  readonly to: TableReference;
}

/** It changes rows, and every table that it names is known. */
export interface DataStatement {
  readonly kind: 'data';
  readonly verb: 'INSERT' | 'UPDATE' | 'DELETE';
  /** The first of them. */
  readonly table: TableReference;
  readonly tables: readonly TableReference[];
  /** Rows that the statement writes out itself. */
  readonly rows: number;
  /** An INSERT whose rows are written out in whole, or an UPDATE or DELETE of one table without LIMIT: it reads no other. */
  readonly isSelfContained: boolean;
  /** Whether an INSERT that meets a row with the same key goes on. */
  readonly bearsDuplicates: boolean;
  /** An UPDATE or DELETE that nothing limits to some rows. */
  readonly takesAll: boolean;
}
