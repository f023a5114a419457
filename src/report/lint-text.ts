import type { LintSummary } from '../commands/lint/lint-summary.ts';
import type { Finding } from '../lint/finding.ts';
import { leftOutTexts } from './left-out.ts';
import { formatNumberOf } from './quantity.ts';
import { enumerate } from './words.ts';

/** Findings for a terminal, as editors can follow them: `file:line:column`. */
export function lintText(summary: LintSummary): string {
  const leftOut = leftOutTexts(summary.leftOut);
  const unasked = rulesLeftOutText(summary);
  return [
    ...(leftOut.length === 0 ? [] : [leftOut.join('\n')]),
    findingsText(summary),
    ...(unasked === null ? [] : [unasked]),
  ].join('\n\n');
}

/** The findings, and how many there are. */
export function findingsText(summary: LintSummary): string {
  return [...summary.findings.map(findingText), countText(summary)].join('\n\n');
}

/** How many findings there are; a sentence. */
export function countText({ findings, accepted, suppressed }: LintSummary): string {
  const count = (severity: Finding['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const silent = accepted.length + suppressed.length;
  const parts = [
    ...some(count('error'), 'error'),
    ...some(count('warning'), 'warning'),
    ...some(count('notice'), 'notice'),
    ...(silent === 0 ? [] : [`${silent} accepted or silenced`]),
  ];
  return parts.length === 0 ? 'No findings.' : `${enumerate(parts)}.`;
}

/** Rules that found nothing because nobody could be asked; `null` where there are none. */
export function rulesLeftOutText({ rulesLeftOut }: Pick<LintSummary, 'rulesLeftOut'>): string | null {
  if (rulesLeftOut.length === 0) return null;
  return `${formatNumberOf(rulesLeftOut.length, 'rule')} ${rulesLeftOut.length === 1 ? 'needs' : 'need'} a database, and none was asked: ${enumerate(rulesLeftOut)}.`;
}

function findingText({ file, start, severity, rule, title, message, why, fix, evidence, suggestion }: Finding): string {
  const lines = [
    message,
    ...(evidence === null ? [] : [evidence]),
    why,
    ...(fix === null ? [] : [`Instead: ${fix}`]),
    ...(suggestion === null ? [] : [`Write: ${suggestion.text.trim()}`]),
  ];
  return [
    `${file}:${start.line}:${start.column} ${severity} ${rule}: ${title}`,
    // A value with a line break must not begin a line as a finding does.
    ...lines.map((line) => `  ${line.replaceAll('\n', '\n  ')}`),
  ].join('\n');
}

function some(count: number, what: string): string[] {
  return count === 0 ? [] : [formatNumberOf(count, what)];
}
