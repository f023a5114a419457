import { referencesOf } from '../../sql/parser/references.ts';
import { newNames } from '../../sql/parser/renames-of.ts';
import type { TableReference } from '../../sql/parser/span.ts';
import type { Statement } from '../../sql/parser/statement.ts';

/** The tables that a statement makes, changes or takes away, and those that it refers to. */
export function namedTables(parsed: Statement): readonly TableReference[] {
  switch (parsed.kind) {
    case 'alter-table':
      return [parsed.table, ...newNames(parsed), ...referred(parsed.clauses)];
    case 'create-table':
      return [parsed.table, ...(parsed.like === null ? [] : [parsed.like]), ...referred(parsed.elements)];
    case 'rename-table':
      return parsed.renames.flatMap(({ from, to }) => [from, to]);
    case 'drop-table':
    case 'data':
      return parsed.tables;
    case 'truncate-table':
      return [parsed.table];
    case 'drop-database':
    case 'other':
      return [];
  }
}

function referred(clauses: readonly Parameters<typeof referencesOf>[0][]): TableReference[] {
  return clauses.map(referencesOf).filter((found) => found !== null);
}
