import type { Split } from '../../engine/plan/find-split.ts';
import { NoStage } from '../../engine/plan/no-stage.ts';
import type { StatementPlan } from '../../engine/plan/statement-plan.ts';
import type { FileStatement } from '../statements/file-statement.ts';
import type { Staging } from './staging.ts';

/** Whether a part of a planned statement would be instant by itself; `null` also where nothing can be tried. */
export async function findSplitOf(
  { parsed }: FileStatement,
  plan: StatementPlan,
  staging: Staging | null,
): Promise<Split | null> {
  const isWorthTrying = plan.algorithm === 'copy' && parsed.kind === 'alter-table' && parsed.clauses.length > 1;
  if (staging === null || !isWorthTrying) return null;
  // It is only advice: where there can be no stage, the plan goes without.
  const stage = await staging.open().catch(() => null);
  if (stage === null || stage instanceof NoStage) return null;
  // Loaded only where there is a server to ask: it brings the engine with it.
  const { findSplit } = await import('../../engine/plan/find-split.ts');
  return findSplit(stage, plan);
}
