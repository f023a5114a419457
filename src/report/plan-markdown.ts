import { appliedWhen } from '../commands/ledger/applied.ts';
import type { PlanReport } from '../commands/plan/plan-report.ts';
import type { PlannedStatement } from '../commands/plan/planned-statement.ts';
import { describeHazard, isCertain } from '../engine/probes/hazard.ts';
import type { Finding } from '../lint/finding.ts';
import { describeRule } from '../lint/rules.ts';
import { cellLength, clip } from './clip.ts';
import { diffDefinitions } from './definition-diff.ts';
import { findingsMarkdown, silencedMarkdown } from './findings-markdown.ts';
import { fit, type Page, type Piece } from './fit.ts';
import { leftOutTexts } from './left-out.ts';
import type { Links } from './links.ts';
import {
  type Alert,
  alert,
  type Column,
  code,
  codeBlock,
  details,
  escapeHtml,
  link,
  prose,
  table,
} from './markdown.ts';
import { describeNamedBy } from './named-by.ts';
import { planVerdict, type Verdict } from './plan-verdict.ts';
import { formatBytes, formatCount, formatNumberOf } from './quantity.ts';
import { algorithmWords, describeDeferral, describeEstimate, describeWayBack } from './words.ts';

export interface PlanContext {
  readonly links: Links;
  /** The commit that was planned. */
  readonly commit: string;
  /** What else the reader must know, as sentences of plain text: that there was no database, that the token may not write. */
  readonly remarks: readonly string[];
  /** What is in the way beside the statements, as sentences of plain text. */
  readonly obstacle: string | null;
  /** Whether a merge will run the statements. */
  readonly migratesOnMerge: boolean;
}

/**
 * A plan for the eyes of reviewers: the verdict, what each statement does, what is wrong with it, what to do next.
 */
export function planMarkdown(report: PlanReport, context: PlanContext, page: Page): string {
  const { links, remarks } = context;
  const verdict = planVerdict(report, context.obstacle);
  const findings = findingsMarkdown(report.findings, links);
  const pieces: Piece[] = [
    essential(page.heading ? `## 🚢 Ghostship · ${prose(verdict.title)}` : ''),
    essential(alert(alertFor[verdict.kind], verdictText(report, verdict))),
    ...remarks.map((remark) => essential(alert('NOTE', prose(remark)))),
    essential(report.statements.length === 0 ? '' : statementTable(report.statements, links)),
    essential(
      leftOutTexts(report.leftOut)
        .map((text) => `- ⏭️ ${prose(text)}`)
        .join('\n'),
    ),
    ...report.statements.map((statement) => ({ markdown: changeOf(statement), essential: false })),
    { markdown: findings === '' ? '' : `### Findings\n\n${findings}`, essential: false },
    { markdown: silencedMarkdown(report, links), essential: false },
    essential(nextSteps(report, verdict, context)),
    essential(footer(report, context)),
  ];
  return fit(pieces, page.limit, 'The log of the run has the whole plan.');
}

const alertFor: Readonly<Record<Verdict['kind'], Alert>> = {
  ready: 'TIP',
  warned: 'WARNING',
  failed: 'CAUTION',
  nothing: 'NOTE',
};

function essential(markdown: string): Piece {
  return { markdown, essential: true };
}

function verdictText({ problem }: PlanReport, { sentence }: Verdict): string {
  const text = `**${prose(sentence)}**`;
  return problem === null ? text : `${text}\n\n${prose(problem.message)}<br>${prose(problem.hint)}`;
}

const columns: readonly Column[] = [
  { title: 'Statement', align: 'left' },
  { title: 'How', align: 'left' },
  { title: 'Rows', align: 'right' },
  { title: 'Size', align: 'right' },
  { title: 'What happens', align: 'left' },
];

function statementTable(statements: readonly PlannedStatement[], links: Links): string {
  const rest = statements.length - maxRows;
  const rows = statements.slice(0, maxRows).map((statement) => row(statement, links));
  return table(
    columns,
    rest > 0 ? [...rows, [`And ${formatNumberOf(rest, 'statement')} more.`, '', '', '', '']] : rows,
  );
}

/** More than fit on any page. */
const maxRows = 2_000;

function row(statement: PlannedStatement, links: Links): string[] {
  const text = code(clip(statement.statement, cellLength));
  const first = statement.file === null ? text : `${fileLink(statement.file, statement.line, links)}<br>${text}`;
  switch (statement.kind) {
    case 'planned': {
      const { algorithm, rows, dataBytes, indexBytes } = statement;
      const how = algorithmWords[algorithm].replaceAll(' ', '&nbsp;');
      return [first, how, formatCount(rows), formatBytes(dataBytes + indexBytes), whatHappens(statement)];
    }
    case 'applied':
      return statement.isReverted
        ? [first, '↩️&nbsp;reverted', '', '', `Completed ${appliedWhen(statement)}, and reverted. ${notAgain}`]
        : [first, '✅&nbsp;applied', '', '', `Completed ${appliedWhen(statement)}; it is not run again.`];
    case 'unplanned':
      return [
        first,
        '',
        '',
        '',
        statement.why === null ? 'No dry run: no database could be asked.' : `⚠️ ${prose(statement.why)}`,
      ];
    case 'refused':
      return [first, '❌&nbsp;refused', '', '', `${prose(statement.error.message)} ${prose(statement.error.hint)}`];
  }
}

const notAgain = 'It is not run again: a new file makes the change again.';

function whatHappens(statement: Extract<PlannedStatement, { kind: 'planned' }>): string {
  const { reason, migrationKey, deferral, estimate, warnings, hazards, namedBy, wayBack } = statement;
  const key =
    migrationKey === null ? [] : [`Walked by ${code(migrationKey.columns.join(', '))}, ${prose(migrationKey.reason)}.`];
  return [
    ...hazards.map(
      (hazard) => `${isCertain(hazard) ? '❌' : '⚠️'} ${prose(describeHazard(hazard))} ${prose(hazard.hint)}`,
    ),
    prose(reason),
    ...key,
    ...(deferral === null ? [] : [prose(describeDeferral(deferral))]),
    ...(estimate === null ? [] : [prose(describeEstimate(estimate))]),
    ...(wayBack === null ? [] : [prose(describeWayBack(wayBack))]),
    ...describeNamedBy(namedBy, code, prose),
    ...warnings.map((warning) => `⚠️ ${prose(warning)}`),
  ].join('<br>');
}

function fileLink(file: string, line: number, links: Links): string {
  const name = escapeHtml(file.split('/').at(-1) ?? file).replace(/[[\]_*`]/gu, '\\$&');
  return link(`${name}:${line}`, links.file(file, line));
}

/** What the statement makes of the table, folded up. */
function changeOf(statement: PlannedStatement): string {
  if (statement.kind !== 'planned') return '';
  const { before, after, table: name, line } = statement;
  const place = `${name} (line ${line})`;
  if (before === '') return details(`${place}: a new table`, codeBlock('sql', after));
  if (after === '') return details(`${place}: the table that goes`, codeBlock('sql', before));
  const diff = diffDefinitions(before, after);
  if (diff === '') return '';
  const count = (sign: string): number => diff.split('\n').filter((row) => row.startsWith(sign)).length;
  return details(`${place}: +${count('+')} −${count('-')}`, codeBlock('diff', diff));
}

function nextSteps(
  { findings, problem }: PlanReport,
  { kind }: Verdict,
  { migratesOnMerge, obstacle }: PlanContext,
): string {
  const then = migratesOnMerge ? ' The statements run when `migrate` sees the merge.' : '';
  switch (kind) {
    case 'failed':
      return [
        '### What next',
        ...(obstacle === null ? [] : ['- Correct the config file.']),
        '- Correct what is marked with ❌.',
        ...silencing(findings),
        ...(problem === null ? [] : ['- Let the runner reach the database, then run this job again.']),
        '- Push again; this comment is brought up to date.',
      ].join('\n');
    case 'warned':
      return `**What next:** look at the warnings, then merge.${then}`;
    case 'ready':
      return `**What next:** merge.${then}`;
    case 'nothing':
      return '';
  }
}

/** How to accept an error on purpose, for rules that allow it. */
function silencing(findings: readonly Finding[]): string[] {
  const errors = findings.filter(
    ({ severity, rule }) => severity === 'error' && describeRule(rule)?.suppressible === true,
  );
  const rules = [...new Set(errors.map(({ rule }) => rule))];
  if (rules.length === 0) return [];
  const comment = code(`-- lint:ignore ${rules.join(', ')} -- reason`);
  return [
    `- If this is intended, say why in a comment before the statement (${comment}), or name the rule in ${code('allow')}: an input, or an option of the config file on the branch that is merged into.`,
  ];
}

/** It is the same in every run of the same plan, so that an unchanged comment is not edited. */
function footer({ version, digest, database }: PlanReport, { commit }: PlanContext): string {
  const parts = [
    `Ghostship ${version}`,
    `commit ${commit.slice(0, 7)}`,
    ...(digest === null ? [] : [`plan ${digest.slice(0, 12)}`]),
    ...(database === null ? [] : [`dry run on ${escapeHtml(database.split('/').at(-1) ?? '')}`]),
  ];
  return `<sub>${parts.join(' · ')}</sub>`;
}
