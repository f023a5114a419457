import { randomUUID } from 'node:crypto';
import type { Outcome } from '../../engine/outcome.ts';
import type { Target } from '../../mysql/target.ts';
import { nowMs } from '../../support/clock.ts';
import { GhostshipError, messageOf } from '../../support/errors.ts';
import { toGhostshipError } from '../known-error.ts';
import { partApplied, type Refused } from '../ledger/applied.ts';
import { finishSwaps } from '../ledger/finish-swaps.ts';
import { Ledger } from '../ledger/ledger.ts';
import type { Origin } from '../ledger/origin.ts';
import { forbidden, lintPending } from '../lint/lint-pending.ts';
import { requireTarget, type Settings } from '../options/settings.ts';
import { askMode, modeOf } from '../statements/ask-mode.ts';
import type { FileStatement } from '../statements/file-statement.ts';
import { askHome } from '../statements/home-database.ts';
import { notAllowed } from '../statements/refusal.ts';
import { readSource, type Source, type Unread } from '../statements/source.ts';
import type { Step } from './carry-out.ts';
import type { ObserveRun } from './run-event.ts';
import { failed, notStarted, type RunOutcome, runOutcome } from './run-outcome.ts';
import type { RunContext } from './run-steps.ts';

export interface MigrateWork {
  readonly settings: Settings;
  readonly unread: Unread;
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
  const { source, problem } = await read(work, target);
  const statements = source.files.flatMap((file) => file.statements);
  if (problem !== null) return unasked(startedAt, statements, problem);
  const unreadable = source.files.flatMap(({ fault }) => (fault === null ? [] : [fault]));
  if (unreadable.length > 0) return refuseFiles(startedAt, statements, unreadable);
  const refused = refusals(statements, ({ complaint }) =>
    complaint === null ? null : new GhostshipError(complaint.code, complaint.message, { hint: complaint.hint }),
  );
  if (refused.length > 0) return refuse(startedAt, statements, refused);
  const [first] = statements;
  if (first === undefined) return runOutcome(startedAt, []);
  const ledger = new Ledger(target);
  try {
    if (work.takesOver === true) await endDeadOwners(statements, target, settings, ledger, signal);
    const swaps = await finishSwaps(target, () => true, settings, ledger, signal);
    for (const swap of swaps) observe({ type: 'resumed', swap });
    const resumed = swaps.map(({ outcome }) => outcome);
    const completed = await ledger.completed();
    const { applied, pending: notApplied, changed } = partApplied(statements, completed);
    const pending = notApplied.filter(
      ({ file, text }) => file !== null || !resumed.some(({ statement }) => statement === text),
    );
    const home = await askHome(source, settings, target);
    const found = await lintPending(source, completed, settings, target, home);
    const faults = [
      ...changed,
      ...refusals(
        pending,
        (statement) => notAllowed(statement, settings, home) ?? forbidden(statement, pending, found),
      ),
    ];
    if (faults.length > 0) {
      return refuse(startedAt, [...changed.map(({ statement }) => statement), ...pending], faults);
    }
    if (source.isTyped) for (const finding of found.findings) observe({ type: 'finding', finding });
    for (const statement of applied) observe({ type: 'already-applied', statement });
    if (pending.length === 0) return runOutcome(startedAt, resumed);
    if (found.leftOut.length > 0) observe({ type: 'left-out', parts: found.leftOut });
    const run = { target, ledger, settings, foldsNames: home?.foldsNames === true, startedAtMs };
    const outcomes = await runPending(pending, statements, run, work.origin, observe, signal);
    return runOutcome(startedAt, [...resumed, ...outcomes]);
  } catch (error) {
    return refuse(startedAt, statements, [{ statement: first, error: toGhostshipError(error) }]);
  }
}

/** Before swaps are finished: one of a dead owner may be among them. */
async function endDeadOwners(
  statements: readonly FileStatement[],
  target: Target,
  settings: Settings,
  ledger: Ledger,
  signal: AbortSignal,
): Promise<void> {
  const { takeOver } = await import('../ledger/take-over.ts');
  const { pending } = partApplied(statements, await ledger.completed());
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

/** @returns with a problem where the server could not be asked how the statements are to be read */
async function read(
  { unread, settings }: MigrateWork,
  target: Target,
): Promise<{ source: Source; problem: GhostshipError | null }> {
  try {
    return { source: readSource(unread, settings, await askMode(unread, settings, target)), problem: null };
  } catch (error) {
    return { source: readSource(unread, settings, modeOf(settings)), problem: toGhostshipError(error) };
  }
}

function unasked(startedAt: Date, statements: readonly FileStatement[], error: GhostshipError): RunOutcome {
  const [statement] = statements;
  return statement === undefined
    ? runOutcome(startedAt, [], error)
    : refuse(startedAt, statements, [{ statement, error }]);
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

/** Nothing was run: some statements are refused, and the others wait for them. */
function refuse(startedAt: Date, statements: readonly FileStatement[], refused: readonly Refused[]): RunOutcome {
  const outcomes = statements.map((statement) => {
    const fault = refused.find((entry) => entry.statement === statement);
    return fault === undefined
      ? notStarted(statement, statement.label)
      : failed(statement, statement.label, fault.error);
  });
  return runOutcome(startedAt, outcomes);
}

/** Nothing was run, because some files cannot be read. */
function refuseFiles(
  startedAt: Date,
  statements: readonly FileStatement[],
  [first, ...others]: readonly GhostshipError[],
): RunOutcome {
  const waiting = statements.map((statement) => notStarted(statement, statement.label));
  if (first === undefined || others.length === 0) return runOutcome(startedAt, waiting, first);
  const messages = [first, ...others].map(({ message }) => message);
  return runOutcome(startedAt, waiting, new GhostshipError(first.code, messages.join('\n'), { hint: first.hint }));
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
