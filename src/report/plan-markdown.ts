import type { PlanReport } from '../commands/plan/plan-report.ts';
import { groupBy } from '../support/group-by.ts';
import { nameFiles } from './file-names.ts';
import { findingPieces, silencedMarkdown } from './findings-markdown.ts';
import { essential, fit, headingOf, lengthOfEssential, type Page, type Piece } from './fit.ts';
import { leftOutTexts } from './left-out.ts';
import type { Links } from './links.ts';
import { rulesLeftOutText } from './lint-text.ts';
import { type Alert, alert, code, prose } from './markdown.ts';
import { redSteps } from './next-steps.ts';
import { changeOf, planTable, type TermsFor } from './plan-table.ts';
import { planVerdict, type Verdict } from './plan-verdict.ts';
import { describeLimits } from './terms.ts';
import { describeDeleted, describeNotChecked, describeProduct, enumerate } from './words.ts';

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
  /** Whether a merge runs them only where somebody has approved the newest commit. */
  readonly needsApproval: boolean;
  /** Whether a database was to be asked, and none is given. */
  readonly isUntried?: boolean;
  /** Which database the dry run was made on. */
  readonly asked: 'target' | 'replica';
  readonly termsFor: TermsFor;
}

/**
 * A plan for the eyes of reviewers: the verdict, what is wrong, what each statement does, the details, what to do next.
 */
export function planMarkdown(report: PlanReport, context: PlanContext, page: Page): string {
  const { links, remarks } = context;
  const verdict = planVerdict(report, context.obstacle);
  const nameOf = nameFiles(report.statements.map(({ file }) => file));
  const above: Piece[] = [
    essential(headingOf(page, '🚢 Ghostship', verdict.title)),
    essential(alert(alertOf(verdict, context), verdictText(report, verdict))),
    ...[...remarks, ...(report.onlyChanged === null ? [] : [report.onlyChanged])].map((remark) =>
      essential(alert('NOTE', prose(remark))),
    ),
    ...findingPieces(report, links),
    ...report.deleted.map((file) => essential(alert('WARNING', prose(describeDeleted(file))))),
  ];
  const below: Piece[] = [
    essential(
      leftOutTexts(report.leftOut)
        .map((text) => `- ⏭️ ${prose(text)}`)
        .join('\n'),
    ),
    essential(circumstances(report, context)),
    ...report.statements.map((statement): Piece => ({ markdown: changeOf(statement, nameOf), weight: 'repeating' })),
    { markdown: silencedMarkdown(report, links), weight: 'useful' },
    { markdown: unasked(report), weight: 'useful' },
    essential(nextSteps(report, verdict, context)),
    essential(footer(report, context)),
  ];
  const room = page.limit - lengthOfEssential([...above, ...below]);
  const rows = report.statements.length === 0 ? '' : planTable(report.statements, links, context.termsFor, room);
  return fit([...above, essential(rows), ...below], page.limit, 'The log of the run has the whole plan.');
}

function unasked(report: PlanReport): string {
  // A statement that is refused, or applied, gives them nothing to look at.
  const text = report.database === null ? rulesLeftOutText(report) : null;
  return text === null ? '' : prose(text);
}

const alertFor: Readonly<Record<Verdict['kind'], Alert>> = {
  ready: 'TIP',
  warned: 'WARNING',
  failed: 'CAUTION',
  nothing: 'NOTE',
};

/** What nobody has tried is no good news. */
function alertOf({ kind }: Verdict, { isUntried }: PlanContext): Alert {
  return kind === 'ready' && isUntried === true ? 'WARNING' : alertFor[kind];
}

function verdictText({ problem }: PlanReport, { sentence }: Verdict): string {
  const text = `**${prose(sentence)}**`;
  return problem === null ? text : `${text}\n\n${prose(problem.hint)}`;
}

/** Where it was tried and under which limits it will run, once for the whole page. */
function circumstances({ database, statements }: PlanReport, { asked, termsFor }: PlanContext): string {
  const where = database === null ? null : database.slice(database.lastIndexOf('@') + 1);
  const copies = statements.filter((statement) => statement.kind === 'planned' && statement.algorithm === 'copy');
  const limits = groupBy(copies, ({ file, table }) => describeLimits(termsFor(file, table)).join(' · '));
  const lines = [...limits].map(([text, own]) => {
    const tables = [...new Set(own.map(({ table }) => code(table)))];
    return `- **Limits${limits.size > 1 ? ` for ${enumerate(tables)}` : ''}:** ${prose(text)}`;
  });
  const server = statements.find((statement) => statement.kind === 'planned')?.facts.asked ?? null;
  const product = server === null ? '' : `, ${prose(describeProduct(server))}`;
  const place =
    where === null
      ? []
      : [`- **Asked:** ${asked === 'replica' ? 'the test replica' : 'the target'} ${code(where)}${product}`];
  const unchecked = server === null ? null : describeNotChecked(server);
  return [...place, ...(unchecked === null ? [] : [`- ⚠️ ${prose(unchecked)}`]), ...lines].join('\n');
}

function nextSteps(report: PlanReport, { kind }: Verdict, context: PlanContext): string {
  const { migratesOnMerge, needsApproval, obstacle } = context;
  const then = migratesOnMerge ? ' The statements run when `migrate` sees the merge.' : '';
  const merge = migratesOnMerge && needsApproval ? `${approve} Then merge.${then}` : `merge.${then}`;
  if (context.isUntried === true && (kind === 'ready' || kind === 'warned')) return untriedSteps(merge);
  switch (kind) {
    case 'failed':
      return redSteps(report, obstacle);
    case 'warned':
      return `**What next:** look at the warnings, then ${merge}`;
    case 'ready':
      return `**What next:** ${merge}`;
    case 'nothing':
      return '';
  }
}

function untriedSteps(merge: string): string {
  return `**What next:** give this job ${code('target')} or ${code('replica')}, and run it again: nothing was tried. A secret that is missing, or whose name is misspelt, is empty. Without that, ${merge} They may be refused there.`;
}

const approve =
  'let somebody who may push, and is not the author, approve the newest commit: without that nothing is run (`require-approval`).';

/** It is the same in every run of the same plan, so that an unchanged comment is not edited. */
function footer({ version, digest }: PlanReport, { commit }: PlanContext): string {
  const parts = [
    `Ghostship ${version}`,
    `commit ${commit.slice(0, 7)}`,
    ...(digest === null ? [] : [`plan ${digest.slice(0, 12)}`]),
  ];
  return `<sub>${parts.join(' · ')}</sub>`;
}
