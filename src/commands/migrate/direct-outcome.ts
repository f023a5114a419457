import type { Observe } from '../../engine/events.ts';
import type { Outcome } from '../../engine/outcome.ts';
import { nowMs } from '../../support/clock.ts';
import type { FileStatement } from '../statements/file-statement.ts';
import { notStarted } from '../statements/not-started.ts';
import { failed } from './run-outcome.ts';

/** What came of it. */
export interface DirectEnd {
  /** False for what IF EXISTS or IF NOT EXISTS passes over. */
  readonly isChanged: boolean;
  /** The name of the retired table, if there is one. */
  readonly retired: string | null;
}

/**
 * Carries out a statement that needs no copy, and tells it like any other migration.
 */
export async function runDirectly(
  statement: FileStatement,
  observe: Observe,
  run: () => Promise<DirectEnd>,
): Promise<Outcome> {
  const startedAt = nowMs();
  const outcome = await outcomeOf(statement, run);
  observe({ type: 'state', table: statement.label, state: outcome.state });
  return { ...outcome, algorithm: 'direct', durationMs: Math.round(nowMs() - startedAt) };
}

export function directlyDone(statement: FileStatement, { isChanged, retired }: DirectEnd): Outcome {
  const untouched = notStarted(statement, statement.label);
  return {
    ...untouched,
    state: 'completed',
    tableState: isChanged ? 'changed' : 'unchanged',
    algorithm: 'direct',
    retired,
  };
}

async function outcomeOf(statement: FileStatement, run: () => Promise<DirectEnd>): Promise<Outcome> {
  try {
    return directlyDone(statement, await run());
  } catch (error) {
    return failed(statement, statement.label, error);
  }
}
