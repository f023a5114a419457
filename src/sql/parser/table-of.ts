import type { TableName } from './span.ts';
import type { Statement } from './statement.ts';

/** The table a statement is about, the first where there are several; `null` where it is about none. */
export function tableOfStatement(statement: Statement): TableName | null {
  switch (statement.kind) {
    case 'alter-table':
    case 'create-table':
    case 'truncate-table':
      return statement.table;
    case 'drop-table':
      return statement.tables[0] ?? null;
    case 'rename-table':
      return statement.renames[0]?.from ?? null;
    case 'drop-database':
    case 'other':
      return null;
  }
}
