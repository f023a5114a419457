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
  /** Product and version of the server where it happened: `mysql 8.4.3`; `null` where no statement was tried on one. */
  readonly server: string | null;
  /** Why no dry run could happen although there is a database. */
  readonly problem: OutcomeError | null;
  /** Why nothing but the changed files is planned, as sentences; `null` where all is planned that a run would run. */
  readonly onlyChanged: string | null;
  readonly statements: readonly PlannedStatement[];
  /** Applied files that the pull request takes away. That reverts nothing. */
  readonly deleted: readonly DeletedFile[];
}

export interface DeletedFile {
  readonly file: string;
  /** `2026-01-02 03:04:05 UTC`; `null` for what was carried out before Ghostship came. */
  readonly finished: string | null;
  /** How many of its statements are applied, of how many that it had then, and how many of them are reverted. */
  readonly statements: number;
  readonly written: number;
  readonly reverted: number;
}

export function planFailed(report: PlanReport): boolean {
  const isBad = (statement: PlannedStatement): boolean => statement.kind === 'refused' || hasMisfits(statement);
  return hasErrors(report) || report.problem !== null || report.statements.some(isBad);
}

/** True where rows of the table certainly do not fit what the statement makes of it. */
export function hasMisfits(statement: PlannedStatement): boolean {
  return statement.kind === 'planned' && statement.hazards.some(isCertain);
}
