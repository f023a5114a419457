import { mayReachOut } from './reaches-out.ts';
import { readClause } from './read-clause.ts';
import { readModifier } from './read-modifier.ts';
import { splitClauses, startsPartitioning } from './split-clauses.ts';
import type { AlterBody, AlterTable } from './statement.ts';
import { TokenCursor } from './token-cursor.ts';
import { codeOf, type Token } from './tokens.ts';

/** Null if it is not an ALTER TABLE with a table. */
export function readAlterTable(cursor: TokenCursor, text: string): AlterTable | null {
  if (!cursor.take('ALTER')) return null;
  const prefixes = cursor.takeEach(['ONLINE', 'OFFLINE', 'IGNORE']);
  if (!cursor.take('TABLE')) return null;
  const ifExists = cursor.take('IF', 'EXISTS');
  const table = cursor.tableName();
  if (table === null) return null;
  cursor.takeWait();
  const pieces = splitClauses(cursor.rest());
  const clauses = pieces.flatMap((piece) => readClause(text, piece));
  return {
    kind: 'alter-table',
    spelling: 'ALTER TABLE',
    table,
    ifExists,
    clauses,
    prefixes,
    body: bodyOf(text, pieces),
  };
}

function bodyOf(text: string, clauses: readonly (readonly Token[])[]): AlterBody {
  const kept = clauses.filter((clause) => readModifier(new TokenCursor(clause)) === null);
  return {
    list: kept
      .filter((clause) => !startsPartitioning(clause))
      .map((clause) => codeOf(text, clause))
      .join(', '),
    partitioning: codeOf(text, kept.find((clause) => startsPartitioning(clause)) ?? []),
    mayReachOut: mayReachOut(kept.flat()),
  };
}
