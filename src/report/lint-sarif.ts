import type { LintSummary } from '../commands/lint/lint-summary.ts';
import type { Finding } from '../lint/finding.ts';
import { describeRule } from '../lint/rules.ts';

/** Findings as SARIF 2.1.0, for code scanning and other tools. What was silenced is there as well, and marked as such. */
export function lintSarif(summary: LintSummary, version: string): object {
  const { findings, accepted, suppressed } = summary;
  const all = [...findings, ...accepted, ...suppressed.map(({ finding }) => finding)];
  const ids = [...new Set(all.map(({ rule }) => rule))].toSorted();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Ghostship', version, rules: ids.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        results: [
          ...findings.map((finding) => resultOf(finding, [])),
          ...accepted.map((finding) => resultOf(finding, [{ kind: 'external', justification: 'the option allow' }])),
          ...suppressed.map(({ finding, by }) => resultOf(finding, [{ kind: 'inSource', justification: by.reason }])),
        ],
      },
    ],
  };
}

interface Suppressed {
  readonly kind: 'external' | 'inSource';
  readonly justification: string;
}

function ruleOf(id: string): object {
  const rule = describeRule(id);
  if (rule === null) return { id };
  return {
    id,
    shortDescription: { text: rule.flags },
    fullDescription: { text: rule.why },
    help: { text: `${rule.instead} When to ignore: ${rule.ignoreWhen}` },
    defaultConfiguration: { level: levels[rule.severity] },
  };
}

function resultOf(finding: Finding, suppressions: readonly Suppressed[]): object {
  const { rule, severity, file, start, end, title, message, evidence } = finding;
  const isEmpty = start.line === end.line && start.column === end.column;
  return {
    ruleId: rule,
    level: levels[severity],
    message: { text: [`${title}.`, message, ...(evidence === null ? [] : [evidence])].join(' ') },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/') },
          region: {
            startLine: start.line,
            startColumn: start.column,
            ...(isEmpty ? {} : { endLine: end.line, endColumn: end.column }),
          },
        },
      },
    ],
    ...(suppressions.length === 0 ? {} : { suppressions }),
  };
}

const levels = { error: 'error', warning: 'warning', notice: 'note' } as const;
