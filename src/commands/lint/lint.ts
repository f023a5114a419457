import type { Finding } from '../../lint/finding.ts';
import { type LintInput, lintFiles } from '../../lint/lint-file.ts';
import type { Settings } from '../options/settings.ts';
import type { SqlFile } from '../statements/sql-file.ts';
import type { LintSummary } from './lint-summary.ts';

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
