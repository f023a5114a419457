import { randomUUID } from 'node:crypto';
import type { Outcome } from '../../engine/outcome.ts';
import type { Target } from '../../mysql/target.ts';
import { nowMs } from '../../support/clock.ts';
import { messageOf } from '../../support/errors.ts';
import { toGhostshipError } from '../known-error.ts';
import { partApplied } from '../ledger/applied.ts';
import { markBaseline } from '../ledger/baseline.ts';
import { finishSwaps } from '../ledger/finish-swaps.ts';
import { hintAtBaseline } from '../ledger/first-run.ts';
import { type CompletedStatement, Ledger } from '../ledger/ledger.ts';
import type { Origin } from '../ledger/origin.ts';
import { requireTarget, type Settings } from '../options/settings.ts';
import type { FileStatement } from '../statements/file-statement.ts';
import type { Source } from '../statements/source.ts';
import type { Step } from './carry-out.ts';
import { findPending, type ReadStatements, readStatements, refuse, type SourceWork } from './pending.ts';
import type { ObserveRun } from './run-event.ts';
import { type RunOutcome, runOutcome } from './run-outcome.ts';
import type { RunContext } from './run-steps.ts';

export interface MigrateWork extends SourceWork {
  readonly origin: Origin;
  /** Whether the connections of a migration whose process is gone are to be ended. */
  readonly takesOver?: boolean;
}

/**
 * Runs the statements that the ledger does not have as completed, one after the other, and stops at the first failure.
 * Unsupported statements, and those that the lint rules forbid, are refused before anything is run. Later failures are not
 * thrown: they are in the outcome.
 *
 * @throws GhostshipError `bad-target` if there is no target
 */
export async function migrateSource(work: MigrateWork, observe: ObserveRun, signal: AbortSignal): Promise<RunOutcome> {
  const startedAt = new Date();
  const startedAtMs = nowMs();
  const { settings } = work;
  const target = requireTarget(settings);
  const ledger = new Ledger(target);
  const readLedger = async (source: Source): Promise<CompletedStatement[]> => {
    const { baseline } = settings.values;
    if (baseline !== null) await markBaseline(source, baseline, work.origin, ledger);
    return await ledger.completed();
  };
  const read = await readStatements(work, target, readLedger, startedAt);
  if (read.kind === 'ended') return read.outcome;
  const { source, statements, first } = read;
  try {
    if (work.takesOver === true) await endDeadOwners(read, target, settings, ledger, signal);
    const swaps = await finishSwaps(target, () => true, settings, ledger, signal);
    for (const swap of swaps) observe({ type: 'resumed', swap });
    const resumed = swaps.map(({ outcome }) => outcome);
    const completed = swaps.length === 0 ? read.completed : await ledger.completed();
    const isLeft = ({ file, text }: FileStatement): boolean =>
      file !== null || !resumed.some(({ statement }) => statement === text);
    const left = await findPending(read, completed, settings, target, isLeft);
    if (left.kind === 'refused') return refuse(startedAt, left.statements, left.faults);
    const { applied, pending, found, home } = left;
    if (source.isTyped) for (const finding of found.findings) observe({ type: 'finding', finding });
    for (const statement of applied) observe({ type: 'already-applied', statement });
    if (pending.length === 0) return runOutcome(startedAt, resumed);
    if (found.leftOut.length > 0) observe({ type: 'left-out', parts: found.leftOut });
    const run = { target, ledger, settings, foldsNames: home?.foldsNames === true, startedAtMs };
    const outcomes = await runPending(pending, statements, run, work.origin, observe, signal);
    return runOutcome(startedAt, [...resumed, ...hintAtFirst(outcomes, pending, completed)]);
  } catch (error) {
    return refuse(startedAt, statements, [{ statement: first, error: toGhostshipError(error) }]);
  }
}

/** Before swaps are finished: one of a dead owner may be among them. */
async function endDeadOwners(
  { statements, completed }: ReadStatements,
  target: Target,
  settings: Settings,
  ledger: Ledger,
  signal: AbortSignal,
): Promise<void> {
  const { takeOver } = await import('../ledger/take-over.ts');
  const { pending } = partApplied(statements, completed);
  const tables = pending.map(({ label }) => label);
  await takeOver(target, tables, settings, ledger, signal);
}

async function runPending(
  pending: readonly FileStatement[],
  statements: readonly FileStatement[],
  context: RunContext,
  origin: Origin,
  observe: ObserveRun,
  signal: AbortSignal,
): Promise<Outcome[]> {
  const { ledger } = context;
  // Loaded only where there is something to do: it brings the engine with it.
  const { runSteps } = await import('./run-steps.ts');
  const isFirstRun = await ledger.create();
  const steps = await queueSteps(pending, statements, origin, ledger);
  observe({ type: 'queued', statements: pending });
  const outcomes = await runSteps(steps, context, observe, signal);
  // The ledger keeps a failed statement of a file. It need not keep a statement that was only tried by hand.
  const byHand = statements.every(({ file }) => file === null);
  if (isFirstRun && byHand && outcomes.every(({ tableState }) => tableState === 'unchanged')) {
    await ledger.remove(steps.map(({ id }) => id)).catch((error: unknown) => {
      const message = `ghostship_migrations could not be dropped again: ${messageOf(error)}.`;
      observe({ type: 'warning', message });
    });
  }
  return outcomes;
}

function hintAtFirst(
  [first, ...others]: readonly Outcome[],
  pending: readonly FileStatement[],
  completed: readonly CompletedStatement[],
): Outcome[] {
  if (first === undefined) return [];
  const files = pending.map(({ file }) => file);
  return [{ ...first, error: first.error && hintAtBaseline(first.error, files, completed) }, ...others];
}

async function queueSteps(
  pending: readonly FileStatement[],
  statements: readonly FileStatement[],
  origin: Origin,
  ledger: Ledger,
): Promise<Step[]> {
  const steps = pending.flatMap((statement) =>
    statement.task === null ? [] : [{ id: randomUUID(), statement, task: statement.task }],
  );
  await ledger.queue(
    steps.map(({ id, statement }) => ({
      id,
      file: statement.file,
      ordinal: statement.ordinal,
      statementCount: statements.filter(({ file }) => file === statement.file).length,
      statement: statement.text,
      statementDigest: statement.digest,
      table: statement.label,
      ...origin,
    })),
  );
  return steps;
}
