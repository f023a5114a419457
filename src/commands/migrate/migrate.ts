import { randomUUID } from 'node:crypto';
import type { GhostshipError } from '../../support/errors.ts';
import { toGhostshipError } from '../known-error.ts';
import { partApplied, type Refused } from '../ledger/applied.ts';
import { Ledger } from '../ledger/ledger.ts';
import type { Origin } from '../ledger/origin.ts';
import { requireTarget, type Settings } from '../options/settings.ts';
import { type FileStatement, tableOf } from '../statements/file-statement.ts';
import { notAllowed, unsupported } from '../statements/refusal.ts';
import { taskOf } from '../statements/task.ts';
import type { Step } from './carry-out.ts';
import type { ObserveRun } from './run-event.ts';
import { failed, notStarted, type RunOutcome, runOutcome } from './run-outcome.ts';

export interface MigrateWork {
  readonly settings: Settings;
  /** In the order they are to be run; of a file all or none. */
  readonly statements: readonly FileStatement[];
  readonly origin: Origin;
}

/**
 * Runs the statements that the ledger does not have as completed, one after the other, and stops at the first failure.
 * What cannot be run at all is refused before anything is run. It does not throw for what goes wrong after that: the
 * outcome says it.
 *
 * @throws GhostshipError `bad-target` if there is no target
 */
export async function migrate(work: MigrateWork, observe: ObserveRun, signal: AbortSignal): Promise<RunOutcome> {
  const startedAt = new Date();
  const { settings, statements } = work;
  const target = requireTarget(settings);
  const refused = refusals(statements, unsupported);
  if (refused.length > 0) return refuse(startedAt, statements, refused);
  const [first] = statements;
  if (first === undefined) return runOutcome(startedAt, []);
  const ledger = new Ledger(target);
  try {
    const { applied, pending, changed } = partApplied(statements, await ledger.completed());
    const faults = [...changed, ...refusals(pending, (statement) => notAllowed(statement, settings))];
    if (faults.length > 0) {
      return refuse(startedAt, [...changed.map(({ statement }) => statement), ...pending], faults);
    }
    for (const statement of applied) observe({ type: 'already-applied', statement });
    if (pending.length === 0) return runOutcome(startedAt, []);
    // Loaded only where there is something to do: it brings the engine with it.
    const { runSteps } = await import('./run-steps.ts');
    const isFirstRun = await ledger.create();
    const steps = await queueSteps(pending, work, ledger);
    observe({ type: 'queued', statements: pending });
    const outcomes = await runSteps(steps, { target, ledger, settings }, observe, signal);
    // What failed on its way from a file is worth remembering; a statement that was tried by hand is not.
    const byHand = statements.every(({ file }) => file === null);
    if (isFirstRun && byHand && outcomes.every(({ tableState }) => tableState === 'unchanged')) {
      await ledger.remove(steps.map(({ id }) => id));
    }
    return runOutcome(startedAt, outcomes);
  } catch (error) {
    return refuse(startedAt, statements, [{ statement: first, error: toGhostshipError(error) }]);
  }
}

function refusals(
  statements: readonly FileStatement[],
  refusalOf: (statement: FileStatement) => GhostshipError | null,
): Refused[] {
  return statements.flatMap((statement) => {
    const error = refusalOf(statement);
    return error === null ? [] : [{ statement, error }];
  });
}

/** Nothing was run: some statements are at fault, the others only waited for them. */
function refuse(startedAt: Date, statements: readonly FileStatement[], refused: readonly Refused[]): RunOutcome {
  const outcomes = statements.map((statement) => {
    const fault = refused.find((entry) => entry.statement === statement);
    return fault === undefined
      ? notStarted(statement, tableOf(statement))
      : failed(statement, tableOf(statement), fault.error);
  });
  return runOutcome(startedAt, outcomes);
}

async function queueSteps(
  pending: readonly FileStatement[],
  { statements, origin }: MigrateWork,
  ledger: Ledger,
): Promise<Step[]> {
  const steps = pending.map((statement) => ({ id: randomUUID(), task: taskOf(statement) }));
  await ledger.queue(
    steps.map(({ id, task: { statement, table } }) => ({
      id,
      file: statement.file,
      ordinal: statement.ordinal,
      statementCount: statements.filter(({ file }) => file === statement.file).length,
      statement: statement.text,
      statementDigest: statement.digest,
      table: table.name,
      ...origin,
    })),
  );
  return steps;
}
