import type { Finding } from '../../lint/finding.ts';
import { type LintInput, lintFiles } from '../../lint/lint-file.ts';
import { describeRule } from '../../lint/rules.ts';
import type { Settings } from '../options/settings.ts';
import type { Source } from '../statements/source.ts';
import type { SqlFile } from '../statements/sql-file.ts';
import type { LintSummary } from './lint-summary.ts';

/** What findings about a statement that comes from no file call its file. */
const typed = '--alter';

/** What a server said about the tables of a file, by the offset of the statement; `null` where none was asked. */
export type SchemaOf = (file: string | null) => NonNullable<LintInput['schema']> | null;

/**
 * What somebody has just typed is not bound by rules that a comment could silence: their findings are warnings then.
 */
export function lint(source: Source, settings: Settings, schemaOf: SchemaOf = () => null): LintSummary {
  const isTyped = 'alter' in source;
  const inputs = isTyped ? [{ path: typed, text: source.text }] : source.files.map(inputOf);
  const { findings, suppressed, leftOut } = lintFiles(
    inputs.map((input) => ({
      ...input,
      severities: settings.severitiesFor(input.path),
      schema: schemaOf(isTyped ? null : input.path),
    })),
  );
  const isAllowed = ({ file, table, rule }: Finding): boolean =>
    settings.valuesFor(isTyped ? null : file, table ?? '').allow.includes(rule);
  const standing = findings.filter((finding) => !isAllowed(finding));
  return {
    findings: isTyped ? standing.map(withoutForce) : standing,
    accepted: findings.filter(isAllowed),
    suppressed,
    leftOut,
  };
}

function inputOf(file: SqlFile): Pick<LintInput, 'path' | 'text' | 'fault'> {
  return 'fault' in file ? { path: file.path, text: '', fault: file.fault.message } : file;
}

function withoutForce(finding: Finding): Finding {
  const binds = finding.severity === 'error' && describeRule(finding.rule)?.suppressible === false;
  return binds || finding.severity === 'notice' ? finding : { ...finding, severity: 'warning' };
}
