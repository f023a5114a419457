import type { AlterTable, Statement, TableRename } from './statement.ts';

/** The new names of tables that a statement gives and does nothing else; `null` for any other statement. */
export function renamesOf(statement: Statement): readonly TableRename[] | null {
  if (statement.kind === 'rename-table') return statement.renames;
  if (statement.kind !== 'alter-table' || !isOnlyRenamed(statement)) return null;
  return newNames(statement).map((to) => ({ from: statement.table, to }));
}

/** An ALTER TABLE with RENAME TO and no other clause; ALGORITHM and LOCK do not count. */
export function isOnlyRenamed(alter: AlterTable): boolean {
  const clauses = alter.clauses.filter(({ kind }) => kind !== 'algorithm' && kind !== 'lock');
  return clauses.length === 1 && clauses[0]?.kind === 'rename-table';
}

/** Of an ALTER TABLE, as often as it says RENAME TO. */
export function newNames({ clauses }: AlterTable): TableRename['to'][] {
  return clauses.flatMap((clause) => (clause.kind === 'rename-table' ? [clause.to] : []));
}
