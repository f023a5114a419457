import type { Clause } from './clause.ts';
import { referencesOf } from './references.ts';
import type { TableReference } from './span.ts';
import type { Statement } from './statement.ts';

/** The table a statement is about, the first where there are several; `null` where it is about none. */
export function tableOfStatement(statement: Statement): TableReference | null {
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

/** Every table that a statement names, whether it is changed, read or referred to. */
export function tablesOfStatement(statement: Statement): readonly TableReference[] {
  switch (statement.kind) {
    case 'alter-table':
      return [statement.table, ...statement.clauses.flatMap(tablesOfClause)];
    case 'create-table': {
      const { table, like, elements } = statement;
      return [table, ...(like === null ? [] : [like]), ...elements.flatMap(tablesOfClause)];
    }
    case 'truncate-table':
      return [statement.table];
    case 'drop-table':
      return statement.tables;
    case 'rename-table':
      return statement.renames.flatMap(({ from, to }) => [from, to]);
    case 'drop-database':
    case 'other':
      return [];
  }
}

function tablesOfClause(clause: Clause): readonly TableReference[] {
  const table = tableOfClause(clause);
  return table === null ? [] : [table];
}

function tableOfClause(clause: Clause): TableReference | null {
  if (clause.kind === 'rename-table') return clause.to;
  return clause.kind === 'partition' ? clause.table : referencesOf(clause);
}
