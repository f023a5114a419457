import { appliedWhen } from '../commands/ledger/applied.ts';
import type { OutcomeError } from '../commands/migrate/run-outcome.ts';
import type { PlanReport } from '../commands/plan/plan-report.ts';
import type { PlannedStatement } from '../commands/plan/planned-statement.ts';
import type { StatementFacts } from '../engine/plan/statement-facts.ts';
import { describeHazard, isCertain } from '../engine/probes/hazard.ts';
import type { ErrorCode } from '../support/errors.ts';
import { diffDefinitions } from './definition-diff.ts';
import { describeDestroyed } from './destroyed.ts';
import { leftOutTexts } from './left-out.ts';
import { findingsText, rulesLeftOutText } from './lint-text.ts';
import { describeFailing, describeNamedBy } from './named-by.ts';
import { planVerdict } from './plan-verdict.ts';
import { formatBytes, formatNumberOf } from './quantity.ts';
import {
  alsoPendingSentence,
  describeAsked,
  describeDeferral,
  describeDeleted,
  describeEstimate,
  describeLastRun,
  describeSpace,
  describeUse,
  describeWayBack,
  howAgain,
} from './words.ts';

/**
 * A plan for a terminal.
 *
 * @param unasked why no database was asked, where none is at fault; without a full stop
 */
export function planText(report: PlanReport, unasked = 'no target and no replica is given'): string {
  const verdict = planVerdict(report);
  const { problem } = report;
  const rules = report.database === null ? rulesLeftOutText(report) : null;
  return [
    ...(problem === null ? [] : [`${problem.message}\n${problem.hint}`]),
    ...report.statements.map((statement) =>
      statementText(statement, problem === null ? unasked : whyNotTried(problem)),
    ),
    ...(report.leftOut.length === 0 ? [] : [leftOutTexts(report.leftOut).join('\n')]),
    ...(report.findings.length === 0 ? [] : [findingsText(report)]),
    ...(rules === null ? [] : [rules]),
    ...(report.deleted.length === 0 ? [] : [report.deleted.map(describeDeleted).join('\n')]),
    ...(report.onlyChanged === null ? [] : [report.onlyChanged]),
    ...askedText(report),
    `${verdict.title}. ${verdict.sentence}`,
  ].join('\n\n');
}

function statementText(statement: PlannedStatement, untried: string): string {
  const place = statement.file === null ? '' : `${statement.file}:${statement.line}\n`;
  const text = `${place}  ${statement.statement.replaceAll('\n', '\n  ')}`;
  const lines = [
    ...(statement.alsoPending === true ? [alsoPendingSentence] : []),
    ...(statement.lastRun === undefined ? [] : [`warning: ${describeLastRun(statement.lastRun, statement)}`]),
    ...description(statement, untried),
  ];
  return [text, ...lines.map((line) => `  → ${line.replaceAll('\n', '\n    ')}`), ...diff(statement)].join('\n');
}

function description(statement: PlannedStatement, untried: string): string[] {
  switch (statement.kind) {
    case 'planned': {
      const { algorithm, reason, rows, dataBytes, indexBytes, migrationKey, deferral, estimate, warnings, hazards } =
        statement;
      const quote = (name: string): string => `\`${name}\``;
      const plain = (words: string): string => words;
      const namedBy = describeNamedBy(statement.namedBy, quote, plain);
      const failing = describeFailing(statement.namedBy, quote, plain);
      const size =
        algorithm === 'copy' ? ` of ${formatNumberOf(rows, 'row')}, ${formatBytes(dataBytes + indexBytes)}` : '';
      const key = migrationKey === null ? [] : [`walked by ${migrationKey.columns.join(', ')}: ${migrationKey.reason}`];
      return [
        `${words[algorithm]}${size}: ${reason}`,
        ...key,
        ...(deferral === null ? [] : [describeDeferral(deferral)]),
        ...(estimate === null ? [] : [describeEstimate(estimate)]),
        ...factsText(statement.facts),
        ...(statement.wayBack === null ? [] : [describeWayBack(statement.wayBack)]),
        ...namedBy,
        ...[...(failing === null ? [] : [failing]), ...warnings].map((warning) => `warning: ${warning}`),
        ...hazards.map(
          (hazard) => `${isCertain(hazard) ? 'error' : 'warning'}: ${describeHazard(hazard)} ${hazard.hint}`,
        ),
      ];
    }
    case 'applied':
      if (statement.isUnwritten === true)
        return [`applied ${appliedWhen(statement)}; the next run writes that down, and does not run it again`];
      return [
        statement.isReverted
          ? `applied ${appliedWhen(statement)}, and reverted; it is not run again. ${howAgain(statement)}`
          : `applied ${appliedWhen(statement)}; it is not run again`,
      ];
    case 'unplanned':
      return [`no dry run: ${statement.why ?? untried}`];
    case 'refused':
      return [`refused (${statement.error.code}): ${statement.error.message}`, statement.error.hint];
  }
}

function whyNotTried({ code }: OutcomeError): string {
  return whyNotAsked[code] ?? 'the database could not be asked';
}

const whyNotAsked: Readonly<Partial<Record<ErrorCode, string>>> = {
  usage: 'an option is wrong',
  'unreadable-file': 'a file cannot be read',
  'missing-privileges': 'the user of the database lacks a privilege for it',
};

function factsText({ destroyed, space, unmeasured, use }: StatementFacts): string[] {
  const gone = describeDestroyed(destroyed);
  return [
    ...(space === null ? [] : [describeSpace(space)]),
    ...(unmeasured === null ? [] : [unmeasured]),
    ...(gone === null ? [] : [gone]),
    ...(use === null ? [] : [describeUse(use, destroyed)]),
  ];
}

/** The same for all statements of a plan. */
function askedText({ statements }: PlanReport): string[] {
  const planned = statements.find((statement) => statement.kind === 'planned');
  return planned === undefined ? [] : [describeAsked(planned.facts.asked)];
}

const words = { instant: 'instant', inplace: 'in place', copy: 'copy', direct: 'direct' } as const;

/** Only the lines that change: the rest is on the server. */
function diff(statement: PlannedStatement): string[] {
  if (statement.kind !== 'planned' || statement.before === '' || statement.after === '') return [];
  const lines = diffDefinitions(statement.before, statement.after).split('\n');
  return lines.filter((line) => /^[+-]/u.test(line)).map((line) => `    ${line}`);
}
