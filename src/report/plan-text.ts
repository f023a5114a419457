import { appliedWhen } from '../commands/ledger/applied.ts';
import type { PlanReport } from '../commands/plan/plan-report.ts';
import type { PlannedStatement } from '../commands/plan/planned-statement.ts';
import { describeHazard, isCertain } from '../engine/probes/hazard.ts';
import { diffDefinitions } from './definition-diff.ts';
import { leftOutTexts } from './left-out.ts';
import { findingsText } from './lint-text.ts';
import { describeNamedBy } from './named-by.ts';
import { planVerdict } from './plan-verdict.ts';
import { formatBytes, formatNumberOf } from './quantity.ts';
import { describeDeferral, describeEstimate, describeWayBack } from './words.ts';

/** A plan for a terminal. */
export function planText(report: PlanReport): string {
  const verdict = planVerdict(report);
  const { problem } = report;
  return [
    ...report.statements.map((statement) => statementText(statement, problem)),
    ...(report.leftOut.length === 0 ? [] : [leftOutTexts(report.leftOut).join('\n')]),
    ...(report.findings.length === 0 ? [] : [findingsText(report)]),
    ...(problem === null ? [] : [`${problem.message}\n${problem.hint}`]),
    `${verdict.title}. ${verdict.sentence}`,
  ].join('\n\n');
}

function statementText(statement: PlannedStatement, problem: Problem): string {
  const place = statement.file === null ? '' : `${statement.file}:${statement.line}\n`;
  const text = `${place}  ${statement.statement.replaceAll('\n', '\n  ')}`;
  return [text, ...description(statement, problem).map((line) => `  → ${line}`), ...diff(statement)].join('\n');
}

type Problem = PlanReport['problem'];

function description(statement: PlannedStatement, problem: Problem): string[] {
  switch (statement.kind) {
    case 'planned': {
      const { algorithm, reason, rows, dataBytes, indexBytes, migrationKey, deferral, estimate, warnings, hazards } =
        statement;
      const namedBy = describeNamedBy(
        statement.namedBy,
        (name) => `\`${name}\``,
        (text) => text,
      );
      const size =
        algorithm === 'copy' ? ` of ${formatNumberOf(rows, 'row')}, ${formatBytes(dataBytes + indexBytes)}` : '';
      const key = migrationKey === null ? [] : [`walked by ${migrationKey.columns.join(', ')}: ${migrationKey.reason}`];
      return [
        `${words[algorithm]}${size}: ${reason}`,
        ...key,
        ...(deferral === null ? [] : [describeDeferral(deferral)]),
        ...(estimate === null ? [] : [describeEstimate(estimate)]),
        ...(statement.wayBack === null ? [] : [describeWayBack(statement.wayBack)]),
        ...namedBy,
        ...warnings.map((warning) => `warning: ${warning}`),
        ...hazards.map(
          (hazard) => `${isCertain(hazard) ? 'error' : 'warning'}: ${describeHazard(hazard)} ${hazard.hint}`,
        ),
      ];
    }
    case 'applied':
      return [
        statement.isReverted
          ? `applied ${appliedWhen(statement)}, and reverted; it is not run again: a new file makes the change again`
          : `applied ${appliedWhen(statement)}; it is not run again`,
      ];
    case 'unplanned':
      if (statement.why !== null) return [`no dry run: ${statement.why}`];
      return [
        `no dry run: ${problem === null ? 'no target and no replica is given' : 'the database could not be asked'}`,
      ];
    case 'refused':
      return [`refused (${statement.error.code}): ${statement.error.message}`, statement.error.hint];
  }
}

const words = { instant: 'instant', inplace: 'in place', copy: 'copy', direct: 'direct' } as const;

/** Only the lines that change: the rest is on the server. */
function diff(statement: PlannedStatement): string[] {
  if (statement.kind !== 'planned' || statement.before === '' || statement.after === '') return [];
  const lines = diffDefinitions(statement.before, statement.after).split('\n');
  return lines.filter((line) => /^[+-]/u.test(line)).map((line) => `    ${line}`);
}
