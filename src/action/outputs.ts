import { isDone, type RunOutcome } from '../commands/migrate/run-outcome.ts';
import { type PlanReport, planFailed } from '../commands/plan/plan-report.ts';
import type { Algorithm } from '../engine/outcome.ts';
import type { ErrorCode, TableState } from '../support/errors.ts';
import { setOutput } from './core.ts';

/** Names of the outputs, with what they mean; `action.yml` has the same. */
export const outputs = {
  state:
    'What the run came to: completed, reverted, failed, aborted, yielded, or queued where another environment comes first; for status, the state of the migration shown first.',
  'table-state': 'What became of the tables: unchanged, changed or unknown, the worst of them.',
  algorithm:
    'How the statement that failed, or else the last one, was or would be carried out: instant, inplace, copy or direct.',
  'plan-digest': 'SHA-256 of the plan; the same plan has the same digest.',
  plan: 'Path of the plan as JSON.',
  report: 'Path of a page with charts of the run, an HTML file that needs nothing else.',
  'migration-id': 'Id in the ledger of the statement that failed, or else of the last one.',
  'rows-copied': 'Rows copied, of all statements.',
  'changes-applied': 'Changes of the application that were carried over, of all statements.',
  'locked-ms': 'The longest time a cutover made writers wait, in milliseconds.',
  'duration-ms': 'How long the run took, in milliseconds.',
  differences: 'Rows that differed when original and copy were compared; empty if nothing was.',
  'error-code': 'Code of the first error, as docs/errors.md lists them; empty if there was none.',
  'check-run-id': 'Id of the check run; empty if none could be written.',
  'comment-id': 'Id of the comment under the pull request; empty if there is none.',
  'next-run-id': 'Id of the run that goes on where this one stopped; empty if none does.',
} as const;

export type OutputName = keyof typeof outputs;

export function publish(values: Readonly<Partial<Record<OutputName, string | number | null>>>): void {
  for (const [name, value] of Object.entries(values)) setOutput(name, value ?? '');
}

/** @param errorCode of what fails first; `null` where nothing does */
export function publishPlan(report: PlanReport, path: string, errorCode: ErrorCode | null): void {
  const algorithms = report.statements.flatMap((statement) =>
    statement.kind === 'planned' ? [statement.algorithm] : [],
  );
  publish({
    state: planFailed(report) ? 'failed' : 'completed',
    'table-state': 'unchanged',
    algorithm: byWeight.find((algorithm) => algorithms.includes(algorithm)) ?? null,
    'plan-digest': report.digest,
    plan: path,
    'error-code': errorCode,
  });
}

/** @param ids of the ledger's rows of the statements that were started, in their order */
export function publishOutcome(outcome: RunOutcome, ids: readonly string[]): void {
  const { migrations } = outcome;
  const stopped = migrations.findIndex(({ state }) => !isDone(state));
  const decisive = stopped === -1 ? migrations.length - 1 : stopped;
  const verified = migrations.flatMap((migration) =>
    migration.verified === null ? [] : [migration.verified.differences],
  );
  const states = migrations.map(({ tableState }) => tableState);
  publish({
    state: outcome.state,
    'table-state': worst.find((state) => states.includes(state)) ?? 'unchanged',
    algorithm: migrations[decisive]?.algorithm ?? null,
    'migration-id': ids[decisive] ?? null,
    'rows-copied': sum(migrations.map(({ rowsCopied }) => rowsCopied)),
    'changes-applied': sum(migrations.map(({ changesApplied }) => changesApplied)),
    'locked-ms': Math.max(0, ...migrations.map(({ lockedMs }) => lockedMs)),
    'duration-ms': Date.parse(outcome.finishedAt) - Date.parse(outcome.startedAt),
    differences: verified.length === 0 ? null : sum(verified),
    'error-code': outcome.error?.code ?? null,
  });
}

const byWeight: readonly Algorithm[] = ['copy', 'inplace', 'instant', 'direct'];
const worst: readonly TableState[] = ['unknown', 'changed', 'unchanged'];

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
