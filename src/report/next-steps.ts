import { hasMisfits, type PlanReport } from '../commands/plan/plan-report.ts';
import type { PlannedStatement } from '../commands/plan/planned-statement.ts';
import { needsAllow } from '../commands/statements/refusal.ts';
import { describeRule } from '../lint/rules.ts';
import type { ErrorCode } from '../support/errors.ts';
import { code } from './markdown.ts';
import { formatNumberOf } from './quantity.ts';
import { enumerate } from './words.ts';

/**
 * What is to be done about a plan that is red, as Markdown. What is said must be there: not every red plan has something marked in
 * its files.
 *
 * @param obstacle what is in the way beside the statements
 */
export function redSteps(report: PlanReport, obstacle: string | null): string {
  const { findings, statements, problem } = report;
  const refused = statements.filter((statement) => statement.kind === 'refused');
  const misfits = statements.filter(hasMisfits);
  const own = [...refused, ...misfits].filter(({ alsoPending }) => alsoPending !== true);
  const moved = own.filter(hasMoved);
  const faulty = own.filter((one) => one.kind === 'refused' && !isOutside(one) && !hasMoved(one));
  const outside = refused.filter(isOutside);
  const others = [...refused, ...misfits].filter((one) => one.alsoPending === true && !isOutside(one));
  const isMarked = findings.some(({ severity }) => severity === 'error') || faulty.length > 0;
  const lines = [
    ...(problem === null ? [] : [problemStep(problem.code)]),
    ...(obstacle === null ? [] : ['Correct the option, or the config file.']),
    ...(namesBaseline(refused) ? [baselineStep] : []),
    ...(isMarked ? ['Correct what is marked with ❌.'] : []),
    ...silencing(report),
    ...(own.some(hasMisfits)
      ? ['Correct the rows that do not fit, or the statement: what is marked with ❌ says which.']
      : []),
    ...(moved.length === 0 ? [] : [`Do what stands beside ${code('plan-changed')}: a merge would stop there.`]),
    ...(outside.length === 0 ? [] : [outsideStep(outside)]),
    ...(others.length === 0 ? [] : [othersStep(others)]),
  ];
  // Rows may be mended, and what somebody has done by hand undone, in the database itself.
  const isOfDatabase = own.some(hasMisfits) || faulty.length > 0;
  const changesFiles = isMarked || obstacle !== null || own.some(hasMisfits);
  const again = changesFiles
    ? `Push again: every push is planned anew, and shown in the same places.${isOfDatabase ? ` Where there is nothing to push, run this job again, or write ${code('/ghostship plan')} in a comment.` : ''}`
    : 'Then run this job again; nothing need be pushed.';
  const all = moved.length > 0 && !changesFiles ? lines : [...lines, again];
  return ['### What next', ...all.map((line) => `- ${line}`)].join('\n');
}

/** Of what a merge queue brings itself: its own plan has shown it on another table. */
function hasMoved(statement: PlannedStatement): boolean {
  return statement.kind === 'refused' && statement.error.code === 'plan-changed';
}

/** Whether files may have been applied before there was a ledger. */
function namesBaseline(refused: readonly PlannedStatement[]): boolean {
  return refused.some((one) => one.kind === 'refused' && one.error.hint.includes('ghostship baseline'));
}

const baselineStep = `If the files were applied before Ghostship came, correct nothing: name the last of them in the option ${code('baseline')}, an input, or an option of the config file on the branch that is merged into. Then plan anew.`;

/** What an option, a server or another run stands in the way with. The statement may be right. */
const outsideCodes: readonly ErrorCode[] = [
  'usage',
  'cannot-connect',
  'access-denied',
  'missing-privileges',
  'unsupported-server',
  'binlog-not-usable',
  'leftover-tables',
  'already-running',
  'no-answer',
  'connection-lost',
  'internal',
];

function isOutside(statement: PlannedStatement): boolean {
  return statement.kind === 'refused' && outsideCodes.includes(statement.error.code);
}

function problemStep(problem: ErrorCode): string {
  return problem === 'cannot-connect' || problem === 'access-denied'
    ? 'Let the runner reach the database, as the box at the top says.'
    : 'Do what the box at the top says.';
}

function outsideStep(outside: readonly PlannedStatement[]): string {
  const codes = new Set(outside.flatMap((one) => (one.kind === 'refused' ? [one.error.code] : [])));
  const names = enumerate([...codes].map(code));
  return `${names} is no fault of the files: do what stands beside it.`;
}

function othersStep(others: readonly PlannedStatement[]): string {
  const files = [...new Set(others.flatMap(({ file }) => (file === null ? [] : [code(file)])))];
  const shown = files.length > mostFiles ? [...files.slice(0, mostFiles), `${files.length - mostFiles} more`] : files;
  return `${formatNumberOf(others.length, 'statement')} marked with ❌ ${others.length === 1 ? 'is' : 'are'} in files that this pull request does not change, and would stop its run as well. Correct ${enumerate(shown)}, here or in a pull request that is merged first.`;
}

const mostFiles = 5;

/** How to accept an error on purpose, for rules that allow it. */
function silencing({ findings }: Pick<PlanReport, 'findings'>): string[] {
  const errors = findings.filter(
    ({ severity, rule }) => severity === 'error' && describeRule(rule)?.suppressible === true,
  );
  const rules = [...new Set(errors.map(({ rule }) => rule))];
  const byComment = rules.filter((rule) => !needsAllow.includes(rule));
  const byOption = rules.filter((rule) => needsAllow.includes(rule));
  const allow = `${code('allow')}: an input, or an option of the config file on the branch that is merged into`;
  const comment = code(`-- lint:ignore ${byComment.join(', ')} -- reason`);
  return [
    ...(byComment.length === 0
      ? []
      : [`If this is intended, say why in a comment before the statement (${comment}), or name the rule in ${allow}.`]),
    ...(byOption.length === 0 ? [] : [`If this is intended, name ${enumerate(byOption.map(code))} in ${allow}.`]),
  ];
}
