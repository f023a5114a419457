import { misfits } from '../../engine/probes/misfits.ts';
import type { Finding } from '../../lint/finding.ts';
import type { ErrorCode } from '../../support/errors.ts';
import { codeFor } from '../lint/lint-pending.ts';
import type { PlanReport } from './plan-report.ts';
import type { PlannedStatement } from './planned-statement.ts';

/**
 * The code that a run of these statements would end with: it looks at the texts of all of them before it asks a server, and at
 * what else speaks against them in their order.
 *
 * @returns `null` where nothing does
 */
export function firstErrorCode({ problem, statements, findings }: PlanReport): ErrorCode | null {
  const unfit = (what: 'file' | 'statement'): ErrorCode | null =>
    statements.flatMap((one) => (one.kind === 'refused' && one.unfit === what ? [one.error.code] : []))[0] ?? null;
  const early = problem?.code ?? unfit('file') ?? unfit('statement');
  if (early !== null) return early;
  const errors = findings.filter(({ severity }) => severity === 'error');
  const pending = statements.filter(({ kind }) => kind !== 'applied');
  for (const statement of pending) {
    const isFirst = pending.find(({ file }) => file === statement.file) === statement;
    const found = codeOf(
      statement,
      errors.find((finding) => isAbout(finding, statement, isFirst)),
    );
    if (found !== null) return found;
  }
  const [unplaced] = errors;
  return unplaced === undefined ? null : codeFor(unplaced.rule);
}

/** What nobody has allowed comes before the rules, and those before the server. */
function codeOf(statement: PlannedStatement, finding: Finding | undefined): ErrorCode | null {
  const refused = statement.kind === 'refused' ? statement.error.code : null;
  if (refused === 'statement-not-allowed') return refused;
  if (finding !== undefined) return codeFor(finding.rule);
  return refused ?? (statement.kind === 'planned' ? (misfits('', statement.hazards)?.code ?? null) : null);
}

function isAbout(finding: Finding, { file, line, statement }: PlannedStatement, isFirst: boolean): boolean {
  if (file !== null && finding.file !== file) return false;
  if (finding.statement === null) return isFirst;
  const { line: at } = finding.start;
  return line <= at && at < line + statement.split('\n').length;
}
