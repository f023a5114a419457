import type { PlanReport } from '../commands/plan/plan-report.ts';
import type { PlannedStatement } from '../commands/plan/planned-statement.ts';
import { describeHazard, isCertain } from '../engine/probes/hazard.ts';
import type { Finding } from '../lint/finding.ts';
import { describeFailing } from './named-by.ts';

/** A remark beside a line of a changed file, in GitHub's words. */
export interface Annotation {
  readonly path: string;
  /** From 1. */
  readonly startLine: number;
  readonly endLine: number;
  /** From 1; GitHub takes columns only where both ends are on one line. */
  readonly columns: { readonly start: number; readonly end: number } | null;
  readonly level: 'notice' | 'warning' | 'failure';
  readonly title: string;
  readonly message: string;
}

/** Findings, refused statements without a finding, and rows that do not fit. Errors come first: some channels show only the first ten. */
export function annotationsOf(report: Pick<PlanReport, 'findings' | 'statements'>): Annotation[] {
  const errors = new Set(
    report.findings.flatMap(({ file, start, severity }) => (severity === 'error' ? [`${start.line} ${file}`] : [])),
  );
  const hasError = (file: string, line: number): boolean => errors.has(`${line} ${file}`);
  const refused = report.statements.flatMap((statement): Annotation[] => {
    if (statement.kind !== 'refused' || statement.file === null || hasError(statement.file, statement.line)) return [];
    const { file: path, line, error } = statement;
    const message = `${error.message}\n${error.hint}`;
    return [
      {
        path,
        startLine: line,
        endLine: line,
        columns: null,
        level: 'failure',
        title: `Refused: ${error.code}`,
        message,
      },
    ];
  });
  const told = new Set(report.findings.map(({ evidence }) => evidence));
  const hazards = report.statements.flatMap((statement) => fromHazards(statement, told));
  const failing = report.statements.flatMap(fromNaming);
  return [...report.findings.map(fromFinding), ...refused, ...hazards, ...failing].toSorted(
    (one, other) => levels.indexOf(one.level) - levels.indexOf(other.level),
  );
}

/** @param told what findings say already */
function fromHazards(statement: PlannedStatement, told: ReadonlySet<string | null>): Annotation[] {
  if (statement.kind !== 'planned' || statement.file === null) return [];
  const { file: path, line, hazards, table } = statement;
  return hazards
    .filter(({ message }) => !told.has(message))
    .map((hazard) => ({
      path,
      startLine: line,
      endLine: line,
      columns: null,
      level: isCertain(hazard) ? 'failure' : 'warning',
      title: isCertain(hazard) ? `Rows of ${table} do not fit` : `Rows of ${table} may not fit`,
      message: `${describeHazard(hazard)}\n${hazard.hint}`,
    }));
}

function fromNaming(statement: PlannedStatement): Annotation[] {
  if (statement.kind !== 'planned' || statement.file === null) return [];
  const message = describeFailing(
    statement.namedBy,
    (name) => name,
    (text) => text,
  );
  if (message === null) return [];
  const { file: path, line, table } = statement;
  const title = `Breaks what names ${table}`;
  return [{ path, startLine: line, endLine: line, columns: null, level: 'warning', title, message }];
}

const levels: readonly Annotation['level'][] = ['failure', 'warning', 'notice'];

function fromFinding({ file, start, end, severity, rule, title, message, why, fix, evidence }: Finding): Annotation {
  const isOneLine = start.line === end.line;
  return {
    path: file,
    startLine: start.line,
    endLine: end.line,
    columns: isOneLine ? { start: start.column, end: Math.max(start.column, end.column - 1) } : null,
    level: severity === 'error' ? 'failure' : severity,
    title: `${title} (${rule})`,
    message: [
      message,
      ...(evidence === null ? [] : [evidence]),
      why,
      ...(fix === null ? [] : [`Instead: ${fix}`]),
    ].join('\n'),
  };
}
