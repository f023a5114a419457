import type { Observe } from '../../engine/events.ts';
import type { Outcome } from '../../engine/outcome.ts';
import { nowMs } from '../../support/clock.ts';
import type { FileStatement } from '../statements/file-statement.ts';
import { failed, notStarted } from './run-outcome.ts';

/**
 * Carries out a statement that needs no copy, and tells it like any other migration.
 *
 * @param run what to do; gives the name of the retired table, if there is one
 */
export async function runDirectly(
  statement: FileStatement,
  observe: Observe,
  run: () => Promise<string | null>,
): Promise<Outcome> {
  const startedAt = nowMs();
  const outcome = await outcomeOf(statement, run);
  observe({ type: 'state', table: statement.label, state: outcome.state });
  return { ...outcome, algorithm: 'direct', durationMs: Math.round(nowMs() - startedAt) };
}

export function directlyDone(statement: FileStatement, retired: string | null): Outcome {
  const untouched = notStarted(statement, statement.label);
  return { ...untouched, state: 'completed', tableState: 'changed', algorithm: 'direct', retired };
}

async function outcomeOf(statement: FileStatement, run: () => Promise<string | null>): Promise<Outcome> {
  try {
    return directlyDone(statement, await run());
  } catch (error) {
    return failed(statement, statement.label, error);
  }
}
