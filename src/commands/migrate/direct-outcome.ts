import type { Observe } from '../../engine/events.ts';
import type { Outcome } from '../../engine/outcome.ts';
import { nowMs } from '../../support/clock.ts';
import type { Task } from '../statements/task.ts';
import { failed, notStarted } from './run-outcome.ts';

/**
 * Carries out a statement that needs no copy, and tells it like any other migration.
 *
 * @param run what to do; gives the name of the retired table, if there is one
 */
export async function runDirectly(task: Task, observe: Observe, run: () => Promise<string | null>): Promise<Outcome> {
  const startedAt = nowMs();
  const table = task.table.name;
  const outcome = await carryOut(task, run);
  observe({ type: 'state', table, state: outcome.state });
  return { ...outcome, algorithm: 'direct', durationMs: Math.round(nowMs() - startedAt) };
}

async function carryOut(task: Task, run: () => Promise<string | null>): Promise<Outcome> {
  const { statement, table } = task;
  try {
    const retired = await run();
    return { ...notStarted(statement, table.name), state: 'completed', tableState: 'changed', retired };
  } catch (error) {
    return failed(statement, table.name, error);
  }
}
