import type { LintSummary } from '../commands/lint/lint-summary.ts';
import type { Finding } from '../lint/finding.ts';
import type { Links } from './links.ts';
import { code, details, link, prose } from './markdown.ts';
import { severityIcons } from './words.ts';

/** The findings that stand, by file, errors first; empty where there are none. */
export function findingsMarkdown(findings: readonly Finding[], links: Links): string {
  const files = [...new Set(findings.map(({ file }) => file))];
  const sections = files.map((file) => {
    const own = findings.filter((finding) => finding.file === file).toSorted(bySeverity);
    return [`**${code(file)}**`, '', ...own.map((finding) => item(finding, links))].join('\n');
  });
  return sections.join('\n\n');
}

/** Findings that a person has accepted. Reviewers see them all the same. */
export function silencedMarkdown({ accepted, suppressed }: LintSummary, links: Links): string {
  const lines = [
    ...accepted.map((finding) => `- ${place(finding, links)} ${code(finding.rule)}: allowed for this run`),
    ...suppressed.map(({ finding, by }) => `- ${place(finding, links)} ${code(finding.rule)}: ${reason(by.reason)}`),
  ];
  if (lines.length === 0) return '';
  return details(`${lines.length} accepted or silenced`, lines.join('\n'));
}

function item(finding: Finding, links: Links): string {
  const { severity, rule, title, message, why, fix } = finding;
  const line = link(`line ${finding.start.line}`, links.file(finding.file, finding.start.line));
  const head = `${severityIcons[severity]} ${line} · **${prose(title)}** · ${code(rule)}`;
  const instead = fix === null ? [] : [`**Instead:** ${prose(fix)}`];
  // Comments break lines where the text does, check runs do not: <br> on one line reads the same in both.
  return `- ${[head, prose(message), `*${prose(why)}*`, ...instead].join('<br>').replace(/\s*\n\s*/gu, ' ')}`;
}

function place(finding: Finding, links: Links): string {
  const text = `${finding.file}:${finding.start.line}`;
  return link(code(text), links.file(finding.file, finding.start.line));
}

function reason(text: string): string {
  return text === '' ? 'silenced without a reason' : prose(text);
}

const severities: readonly Finding['severity'][] = ['error', 'warning', 'notice'];

function bySeverity(one: Finding, other: Finding): number {
  return severities.indexOf(one.severity) - severities.indexOf(other.severity) || one.start.line - other.start.line;
}
