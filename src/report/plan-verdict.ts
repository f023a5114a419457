import { hasMisfits, type PlanReport, planFailed } from '../commands/plan/plan-report.ts';
import type { PlannedStatement } from '../commands/plan/planned-statement.ts';
import { isCertain } from '../engine/probes/hazard.ts';
import type { Finding } from '../lint/finding.ts';
import { formatBytes, formatNumberOf } from './quantity.ts';
import { enumerate } from './words.ts';

export interface Verdict {
  readonly kind: 'ready' | 'warned' | 'failed' | 'nothing';
  /** A few words, plain text. */
  readonly title: string;
  /** What will happen, or what is in the way; a sentence of plain text. */
  readonly sentence: string;
}

/** @param obstacle what else is in the way, as sentences */
export function planVerdict(report: PlanReport, obstacle: string | null = null): Verdict {
  const work = describeWork(report.statements);
  if (planFailed(report) || obstacle !== null) {
    const faults = planFailed(report) ? [describeFaults(report)] : [];
    const obstacles = obstacle === null ? [] : [obstacle];
    return { kind: 'failed', title: 'Not ready', sentence: [...faults, ...obstacles, work].join(' ') };
  }
  if (report.statements.every((statement) => statement.kind === 'applied' && statement.isUnwritten !== true))
    return { kind: 'nothing', title: 'Nothing to do', sentence: work };
  const warnings = count(report.findings, 'warning') + countDoubts(report);
  const unplanned = report.statements.some(({ kind }) => kind === 'unplanned');
  const title = unplanned ? 'No errors' : 'Ready to ship';
  if (warnings === 0) return { kind: 'ready', title, sentence: work };
  return { kind: 'warned', title: `${title}, with ${formatNumberOf(warnings, 'warning')}`, sentence: work };
}

/** `3 statements: 1 instant, 1 in place and 1 copy of 2.8 M rows (1.2 GiB).` */
function describeWork(statements: readonly PlannedStatement[]): string {
  if (statements.length === 0) return 'There are no statements in the files.';
  const planned = statements.filter((statement) => statement.kind === 'planned');
  const by = (algorithm: string): typeof planned => planned.filter((statement) => statement.algorithm === algorithm);
  const copies = by('copy');
  const rows = sum(copies.map((statement) => statement.rows));
  const bytes = sum(copies.map(({ dataBytes, indexBytes }) => dataBytes + indexBytes));
  const other = (kind: PlannedStatement['kind']): number =>
    statements.filter((statement) => statement.kind === kind).length;
  const unwritten = statements.filter((one) => one.kind === 'applied' && one.isUnwritten === true).length;
  const parts = [
    ...some(by('instant').length, 'instant'),
    ...some(by('inplace').length, 'in place'),
    ...some(by('direct').length, 'direct'),
    ...(copies.length === 0
      ? []
      : [`${copies.length} by copying ${formatNumberOf(rows, 'row')} (${formatBytes(bytes)})`]),
    ...some(other('unplanned'), 'without a dry run'),
    ...some(other('applied') - unwritten, 'applied already'),
    ...some(unwritten, 'carried out already by a run that died'),
    ...some(other('refused'), 'refused'),
  ];
  const described = statements.length === 1 ? parts.map((part) => part.replace(/^1 /u, '')) : parts;
  const others = statements.filter(({ alsoPending }) => alsoPending === true).length;
  const also = `Also pending: ${formatNumberOf(others, 'statement')} of files that this pull request does not change.`;
  return [
    `${formatNumberOf(statements.length, 'statement')}: ${enumerate(described)}.`,
    ...(others === 0 ? [] : [also]),
  ].join(' ');
}

function describeFaults({ findings, statements, problem }: PlanReport): string {
  const errors = count(findings, 'error');
  const refused = statements.filter(({ kind }) => kind === 'refused').length;
  const misfits = statements.filter(hasMisfits).length;
  const parts = [
    ...(errors === 0 ? [] : [formatNumberOf(errors, 'lint error')]),
    ...(refused === 0 ? [] : [`${formatNumberOf(refused, 'statement')} that would be refused`]),
    ...(misfits === 0 ? [] : [`${formatNumberOf(misfits, 'statement')} that rows of the table do not fit`]),
  ];
  const faults = parts.length === 0 ? [] : [`${capitalize(enumerate(parts))}.`];
  // Which database, and what is wrong with it: nothing else counts until that is mended.
  return [...(problem === null ? [] : [problem.message.replace(/(?<![.!?])$/u, '.')]), ...faults].join(' ');
}

/** What stands beside the statements as a warning, and is no finding; once for each table. */
function countDoubts({ statements, findings }: PlanReport): number {
  const told = new Set(findings.map(({ evidence }) => evidence));
  const doubts = statements.flatMap((statement) => {
    if (statement.kind !== 'planned') return [];
    const { table, hazards, warnings, namedBy } = statement;
    const open = hazards.filter((hazard) => !isCertain(hazard) && !told.has(hazard.message));
    const failing = namedBy.objects.listed.filter(({ fails }) => fails).map(({ kind, name }) => `${kind} ${name}`);
    const texts = [
      ...open.map(({ message }) => message),
      ...warnings,
      ...(failing.length === 0 ? [] : [failing.join()]),
    ];
    return texts.map((text) => `${table}\n${text}`);
  });
  return new Set(doubts).size;
}

function some(number: number, what: string): string[] {
  return number === 0 ? [] : [`${number} ${what}`];
}

function count(findings: readonly Finding[], severity: Finding['severity']): number {
  return findings.filter((finding) => finding.severity === severity).length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
