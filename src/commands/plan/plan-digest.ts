import { withoutCounter } from '../../mysql/inspect-table.ts';
import { digest } from '../../support/digest.ts';
import type { PlannedStatement } from './planned-statement.ts';

/**
 * SHA-256 over what a plan promises: the statements, how they are carried out, the tables before and after. Estimates are
 * left out: one more row does not make another plan. `null` while a statement has no plan.
 */
export function planDigest(statements: readonly PlannedStatement[]): string | null {
  const promises: unknown[] = [];
  for (const statement of statements) {
    if (statement.kind === 'applied') continue;
    if (statement.kind !== 'planned') return null;
    const { file, statement: text, table, algorithm, before, after, migrationKey } = statement;
    promises.push([
      file,
      text,
      table,
      algorithm,
      withoutCounter(before),
      withoutCounter(after),
      migrationKey?.columns ?? null,
    ]);
  }
  return digest(JSON.stringify(promises));
}
