import type { LintSummary } from '../commands/lint/lint-summary.ts';
import type { PlanReport } from '../commands/plan/plan-report.ts';
import type { PlannedStatement } from '../commands/plan/planned-statement.ts';
import { describeHazard, isCertain } from '../engine/probes/hazard.ts';
import type { Finding } from '../lint/finding.ts';
import { groupBy } from '../support/group-by.ts';
import { clip } from './clip.ts';
import type { Piece } from './fit.ts';
import type { Links } from './links.ts';
import { code, details, link, message, onOneLine, prose } from './markdown.ts';
import { formatNumberOf } from './quantity.ts';
import { severityIcons } from './words.ts';

/**
 * What stands against the statements: those that would be refused, rows that do not fit, and the findings, errors first. Of each
 * rule in a file the first finding is told in full, and the others in a line. Where there is no room the lines go before the full
 * ones. Lines of errors stay: all that is red must be named.
 */
export function findingPieces({ findings, statements }: Found, links: Links): Piece[] {
  const errors = new Set(
    findings.filter(({ severity }) => severity === 'error').map((one) => placeKey(one.file, one.start.line)),
  );
  const refused = refusalPieces(statements, errors, links).slice(0, maxGroups);
  const told = new Set(findings.map(({ evidence }) => evidence));
  const misfits = statements.flatMap((statement) => misfitItems(statement, told, links));
  if (findings.length + misfits.length + refused.length === 0) return [];
  const groups = groupsOf(findings)
    .map((group) => group.toSorted(bySeverity))
    .toSorted(([one], [other]) => (one === undefined || other === undefined ? 0 : bySeverity(one, other)));
  const shown = groups.slice(0, maxGroups);
  const rest = findings.length - shown.flat().length;
  const room = { left: errorRoom };
  return [
    { markdown: '### Findings', weight: 'essential' },
    ...refused,
    { markdown: misfits.slice(0, maxGroups).join('\n'), weight: 'essential' },
    ...shown.flatMap((group) => groupPieces(group, links, room)),
    { markdown: rest > 0 ? `And ${formatNumberOf(rest, 'finding')} more.` : '', weight: 'essential' },
  ];
}

/** For the lines of errors, in characters; it leaves the most of a page to the statements. */
const errorRoom = 25_000;

/** By rule and file. Where a rule has found the same in very many files, they are one group. */
function groupsOf(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  return [...groupBy(findings, ({ rule }) => rule).values()].flatMap((ofRule) => {
    const byFile = [...groupBy(ofRule, ({ file }) => file).values()];
    return byFile.length <= maxFilesApart ? byFile : [...groupBy(ofRule, ({ title }) => title).values()];
  });
}

const maxFilesApart = 10;

type Found = Pick<PlanReport, 'findings' | 'statements'>;

/** More than fit on any page in full. */
const maxGroups = 100;

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

function placeKey(file: string | null, line: number): string {
  return `${line}\n${file ?? ''}`;
}

/**
 * Where an error of a rule stands against the statement already, its refusal would only repeat that. What is in the way of several
 * statements alike is told once.
 *
 * @param errors the places of such errors
 */
function refusalPieces(statements: readonly PlannedStatement[], errors: ReadonlySet<string>, links: Links): Piece[] {
  const refused = statements.filter((statement) => statement.kind === 'refused');
  const untold = refused.filter(({ file, line: at }) => !errors.has(placeKey(file, at)));
  const groups = groupBy(untold, ({ error }) => [error.code, error.message, error.hint].join('\n'));
  return [...groups.values()].flatMap(([first, ...others]): Piece[] => {
    if (first === undefined) return [];
    const { code: name, message: text, hint } = first.error;
    const head = `❌ ${whereIs(first, links)} · **Refused** · ${code(name)}`;
    const told: Piece = { markdown: refusal(head, text, `**Instead:** ${prose(hint)}`), weight: 'essential' };
    const lines = others.slice(0, maxListed).map((other) => `- ❌ ${whereIs(other, links)}`);
    const title = `${formatNumberOf(others.length, 'more statement')} refused for the same reason`;
    return others.length === 0 ? [told] : [told, { markdown: details(title, lines.join('\n')), weight: 'useful' }];
  });
}

function whereIs({ file, line: at, table }: PlannedStatement, links: Links): string {
  return file === null ? code(table) : link(code(`${file}:${at}`), links.file(file, at));
}

/** @param told what findings say already */
function misfitItems(statement: PlannedStatement, told: ReadonlySet<string | null>, links: Links): string[] {
  if (statement.kind !== 'planned') return [];
  const { table } = statement;
  const where = whereIs(statement, links);
  return statement.hazards
    .filter((hazard) => isCertain(hazard) && !told.has(hazard.message))
    .map((hazard) =>
      full([
        `❌ ${where} · **Rows of ${prose(table)} do not fit**`,
        prose(describeHazard(hazard)),
        `**Instead:** ${prose(hazard.hint)}`,
      ]),
    );
}

/** A diff needs lines of its own. */
function refusal(head: string, text: string, instead: string): string {
  if (!text.includes('\n')) return full([head, prose(text), instead]);
  return `- ${head}\n\n  ${message(text, '  ')}\n\n  ${instead}`;
}

/**
 * @param group findings of one rule in one file
 * @param room what is left for the lines of errors
 */
function groupPieces([first, ...others]: readonly Finding[], links: Links, room: { left: number }): Piece[] {
  if (first === undefined) return [];
  const told: Piece = { markdown: item(first, links), weight: 'essential' };
  if (others.length === 0) return [told];
  const isOneFile = others.every(({ file }) => file === first.file);
  const of = `of ${first.rule}${isOneFile ? ` in ${first.file}` : ''}`;
  const list = (listed: readonly Finding[], what: string, weight: Piece['weight']): Piece[] => {
    const lines = listed.slice(0, maxListed).map((finding) => line(finding, links, isOneFile));
    const shown = weight === 'essential' ? whatFits(lines, room) : lines;
    const rest = listed.length - shown.length;
    const more = rest === 0 ? [] : [`- And ${formatNumberOf(rest, 'more', 'more')}.`];
    const title = `${formatNumberOf(listed.length, what)} ${of}`;
    return listed.length === 0 ? [] : [{ markdown: details(title, [...shown, ...more].join('\n')), weight }];
  };
  const errors = others.filter(({ severity }) => severity === 'error');
  const lesser = others.filter(({ severity }) => severity !== 'error');
  return [told, ...list(errors, 'more error', 'essential'), ...list(lesser, 'more finding', 'useful')];
}

function whatFits(lines: readonly string[], room: { left: number }): readonly string[] {
  return lines.filter((text) => {
    room.left -= text.length + 1;
    return room.left >= 0;
  });
}

function item(finding: Finding, links: Links): string {
  const { severity, rule, title, why, fix, evidence } = finding;
  const head = `${severityIcons[severity]} ${place(finding, links)} · **${prose(title)}** · ${code(rule)}`;
  const instead = fix === null ? [] : [`**Instead:** ${prose(fix)}`];
  const proof = evidence === null ? [] : [prose(evidence)];
  return full([head, prose(finding.message), ...proof, `*${prose(why)}*`, ...instead]);
}

/** Comments break lines where the text does, check runs do not: <br> on one line reads the same in both. */
function full(lines: readonly string[]): string {
  return `- ${onOneLine(lines.join('<br>'))}`;
}

function line(finding: Finding, links: Links, isOneFile: boolean): string {
  const { severity, start, file, title } = finding;
  const where = isOneFile ? `line ${start.line}` : code(`${file}:${start.line}`);
  return `- ${severityIcons[severity]} ${link(where, links.file(file, start.line))} · ${prose(clip(title, 120))}`;
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
