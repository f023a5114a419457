import type { Finding } from '../../lint/finding.ts';
import type { LeftOutPart, SuppressedFinding } from '../../lint/lint-file.ts';

export interface LintSummary {
  /** What stands. An error among them fails a pull request. */
  readonly findings: readonly Finding[];
  /** What somebody has accepted for this run, with the option allow. */
  readonly accepted: readonly Finding[];
  /** What a comment in the file has silenced. */
  readonly suppressed: readonly SuppressedFinding[];
  /** What undoes other statements, and is not run. */
  readonly leftOut: readonly LeftOutPart[];
  /** Rules that could not look at every statement, because no database was asked. */
  readonly rulesLeftOut: readonly string[];
}

export function hasErrors(summary: LintSummary): boolean {
  return summary.findings.some(({ severity }) => severity === 'error');
}
