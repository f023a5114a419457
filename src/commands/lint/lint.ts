import type { Finding } from '../../lint/finding.ts';
import type { HomeDatabase } from '../../lint/home-database.ts';
import { type LintInput, lintFiles } from '../../lint/lint-file.ts';
import { describeRule } from '../../lint/rules.ts';
import type { Settings } from '../options/settings.ts';
import { homeOf } from '../statements/home-database.ts';
import type { Source } from '../statements/source.ts';
import type { LintSummary } from './lint-summary.ts';

/** What is known of the statements of a file, by their offsets. */
export interface Known {
  /** `null` where nobody was asked about the tables. */
  readonly differences: DifferencesOf;
  readonly applied?: (file: string | null) => NonNullable<LintInput['applied']>;
}

export type DifferencesOf = (file: string | null) => NonNullable<LintInput['differences']> | null;

const nothingKnown: Known = { differences: () => null };

/**
 * For a typed statement the findings of suppressible rules are only warnings.
 */
export function lint(
  source: Source,
  settings: Settings,
  home: HomeDatabase | null = homeOf(settings),
  known: Known = nothingKnown,
): LintSummary {
  const { isTyped } = source;
  const { findings, suppressed, leftOut, rulesLeftOut } = lintFiles(
    source.files.map(({ path, parsed }) => ({
      file: parsed,
      severities: settings.severitiesFor(parsed.path),
      differences: known.differences(path),
      ...(known.applied === undefined ? {} : { applied: known.applied(path) }),
      home,
      runsData: settings.values['data-statements'] === 'run',
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
    rulesLeftOut,
  };
}

function withoutForce(finding: Finding): Finding {
  const binds = finding.severity === 'error' && describeRule(finding.rule)?.suppressible === false;
  return binds || finding.severity === 'notice' ? finding : { ...finding, severity: 'warning' };
}
