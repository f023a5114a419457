import type { Finding } from '../../lint/finding.ts';
import type { SuppressedFinding } from '../../lint/lint-file.ts';

export interface LintSummary {
  /** What stands. An error among them fails a pull request. */
  readonly findings: readonly Finding[];
  /** What somebody has accepted for this run, with the option allow. */
  readonly accepted: readonly Finding[];
  /** What a comment in the file has silenced. */
  readonly suppressed: readonly SuppressedFinding[];
}

export function hasErrors(summary: LintSummary): boolean {
  return summary.findings.some(({ severity }) => severity === 'error');
}
