import { isCertain } from '../../engine/probes/hazard.ts';
import { hasErrors, type LintSummary } from '../lint/lint-summary.ts';
import type { OutcomeError } from '../migrate/run-outcome.ts';
import type { PlannedStatement } from './planned-statement.ts';

/** The plan as JSON, field for field. */
export interface PlanReport extends LintSummary {
  readonly version: string;
  /** `null` while a statement has no plan. */
  readonly digest: string | null;
  /** Where the dry run happened, without the password; `null` if nowhere. */
  readonly database: string | null;
  /** Why no dry run could happen although there is a database. */
  readonly problem: OutcomeError | null;
  readonly statements: readonly PlannedStatement[];
}

export function planFailed(report: PlanReport): boolean {
  const isBad = (statement: PlannedStatement): boolean => statement.kind === 'refused' || hasMisfits(statement);
  return hasErrors(report) || report.problem !== null || report.statements.some(isBad);
}

/** True where rows of the table certainly do not fit what the statement makes of it. */
export function hasMisfits(statement: PlannedStatement): boolean {
  return statement.kind === 'planned' && statement.hazards.some(isCertain);
}
