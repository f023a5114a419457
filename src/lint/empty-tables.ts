import type { ParsedFile } from '../sql/parser/script/parsed-file.ts';
import type { TableReference } from '../sql/parser/span.ts';
import type { Statement } from '../sql/parser/statement.ts';
import type { RuleContext } from './rule.ts';

/** A file of a run, without the statements that were applied before it. */
export interface PendingFile {
  readonly pending: ParsedFile;
  readonly home: RuleContext['home'];
}

/**
 * For each file, where its statements start that alter a table which this run has just made, and into which no statement of it
 * has put rows.
 */
export function altersOfEmptyTables(files: readonly PendingFile[]): ReadonlySet<number>[] {
  const empty = new Set<string>();
  return files.map(({ pending, home }) => {
    const keyOf = ({ schema, name }: TableReference): string => JSON.stringify([schema ?? home?.name ?? null, name]);
    const found = new Set<number>();
    for (const statement of pending.statements) {
      if (statement.kind === 'alter-table' && empty.has(keyOf(statement.table))) found.add(statement.start);
      follow(statement, empty, keyOf);
    }
    return found;
  });
}

/** Where it is not certain what a statement does, no table counts as empty behind it. */
function follow(statement: Statement, empty: Set<string>, keyOf: (table: TableReference) => string): void {
  const rename = (from: TableReference, to: TableReference): void => {
    if (empty.delete(keyOf(from))) empty.add(keyOf(to));
  };
  switch (statement.kind) {
    case 'create-table':
      // One that may be there already keeps what it has.
      if (statement.selects) empty.delete(keyOf(statement.table));
      else if (!statement.ifNotExists && !statement.temporary) empty.add(keyOf(statement.table));
      return;
    case 'alter-table':
      if (statement.clauses.some(({ kind }) => kind === 'partition' || kind === 'tablespace'))
        empty.delete(keyOf(statement.table));
      for (const clause of statement.clauses) if (clause.kind === 'rename-table') rename(statement.table, clause.to);
      return;
    case 'rename-table':
      for (const { from, to } of statement.renames) rename(from, to);
      return;
    case 'drop-table':
      for (const table of statement.tables) empty.delete(keyOf(table));
      return;
    case 'data':
      for (const table of statement.tables) empty.delete(keyOf(table));
      return;
    case 'truncate-table':
      return;
    case 'drop-database':
    case 'other':
      empty.clear();
  }
}
