import type { Finding } from '../lint/finding.ts';
import { type LintInput, lintFiles, type SuppressedFinding } from '../lint/lint-file.ts';
import type { Settings } from './settings.ts';
import type { SqlFile } from './sql-file.ts';

export interface LintSummary {
  /** What stands. An error among them fails a pull request. */
  readonly findings: readonly Finding[];
  /** What somebody has accepted for this run, with the option allow. */
  readonly accepted: readonly Finding[];
  /** What a comment in the file has silenced. */
  readonly suppressed: readonly SuppressedFinding[];
}

/**
 * @param files in the order they are applied in
 * @param schemaOf what a server said about the tables of a file; `null` where none was asked
 */
export function lint(
  files: readonly SqlFile[],
  settings: Settings,
  schemaOf: (file: SqlFile) => NonNullable<LintInput['schema']> | null = () => null,
): LintSummary {
  const inputs = files.map((file) => ({
    ...file,
    severities: settings.severitiesFor(file.path),
    schema: schemaOf(file),
  }));
  const { findings, suppressed } = lintFiles(inputs);
  const isAllowed = ({ file, rule }: Finding): boolean => settings.valuesFor(file, '').allow.includes(rule);
  return {
    findings: findings.filter((finding) => !isAllowed(finding)),
    accepted: findings.filter(isAllowed),
    suppressed,
  };
}

export function hasErrors(summary: LintSummary): boolean {
  return summary.findings.some(({ severity }) => severity === 'error');
}
