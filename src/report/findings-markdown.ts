import type { LintSummary } from '../commands/lint/lint-summary.ts';
import type { Finding } from '../lint/finding.ts';
import type { Links } from './links.ts';
import { code, details, link, onOneLine, prose } from './markdown.ts';
import { formatNumberOf } from './quantity.ts';
import { severityIcons } from './words.ts';

/** The findings that stand, by file, errors first; empty where there are none. */
export function findingsMarkdown(findings: readonly Finding[], links: Links): string {
  const listed = findings.toSorted(bySeverity).slice(0, maxListed);
  const files = Map.groupBy(listed, ({ file }) => file);
  const order = new Set(findings.map(({ file }) => file));
  const sections = [...order].flatMap((file) => {
    const own = files.get(file);
    return own === undefined ? [] : [`**${code(file)}**\n\n${own.map((finding) => item(finding, links)).join('\n')}`];
  });
  const rest = findings.length - listed.length;
  return [...sections, ...(rest > 0 ? [`And ${formatNumberOf(rest, 'finding')} more.`] : [])].join('\n\n');
}

/** More than fit on any page. */
const maxListed = 2_000;

/** Findings that a person has accepted. Reviewers see them all the same. */
export function silencedMarkdown({ accepted, suppressed }: LintSummary, links: Links): string {
  const lines = [
    ...accepted
      .slice(0, maxListed)
      .map((finding) => `- ${place(finding, links)} ${code(finding.rule)}: allowed for this run`),
    ...suppressed
      .slice(0, maxListed)
      .map(({ finding, by }) => `- ${place(finding, links)} ${code(finding.rule)}: ${reason(by.reason)}`),
  ];
  if (lines.length === 0) return '';
  return details(`${accepted.length + suppressed.length} accepted or silenced`, lines.join('\n'));
}

function item(finding: Finding, links: Links): string {
  const { severity, rule, title, message, why, fix } = finding;
  const line = link(`line ${finding.start.line}`, links.file(finding.file, finding.start.line));
  const head = `${severityIcons[severity]} ${line} · **${prose(title)}** · ${code(rule)}`;
  const instead = fix === null ? [] : [`**Instead:** ${prose(fix)}`];
  // Comments break lines where the text does, check runs do not: <br> on one line reads the same in both.
  return `- ${onOneLine([head, prose(message), `*${prose(why)}*`, ...instead].join('<br>'))}`;
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
