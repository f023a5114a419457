import { randomUUID } from 'node:crypto';
import type { FinishedSwap } from '../../engine/cutover/finish-swap.ts';
import type { Outcome } from '../../engine/outcome.ts';
import { connect } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import { nowMs } from '../../support/clock.ts';
import { GhostshipError, messageOf } from '../../support/errors.ts';
import { sentence } from '../../support/sentence.ts';
import { toGhostshipError } from '../known-error.ts';
import { partApplied, type Refused } from '../ledger/applied.ts';
import { markBaselineOnce } from '../ledger/baseline.ts';
import type { CompletedStatement } from '../ledger/completed-statement.ts';
import { finishSwaps } from '../ledger/finish-swaps.ts';
import { hintAtBaseline } from '../ledger/first-run.ts';
import { Ledger } from '../ledger/ledger.ts';
import { claimLedger, refuseOtherEnvironment } from '../ledger/ledger-environment.ts';
import { followMoves, type MovedFile, noteGoneFiles } from '../ledger/moved-files.ts';
import type { Origin } from '../ledger/origin.ts';
import { databasesOf } from '../ledger/places.ts';
import { readUntoldEnds } from '../ledger/untold-ends.ts';
import { requireTarget, type Settings } from '../options/settings.ts';
import type { FileStatement } from '../statements/file-statement.ts';
import type { Source } from '../statements/source.ts';
import type { Step } from './carry-out.ts';
import { joinRefused } from './join-refused.ts';
import { findPending, type ReadStatements, readStatements, refuse, type SourceWork } from './pending.ts';
import type { ObserveRun } from './run-event.ts';
import { type RunOutcome, runOutcome } from './run-outcome.ts';
import type { RunContext } from './run-steps.ts';
import { stillDue, type WhyNotDue } from './still-due.ts';

export interface MigrateWork extends SourceWork {
  readonly origin: Origin;
  /** Asked once it is known what will be run, and before anything is; not given where no pull request has to do with it. */
  readonly bind?: (pending: readonly FileStatement[], observe: ObserveRun, signal: AbortSignal) => Promise<Binding>;
  /** Asked before anything is run, and again before each statement; not given where no newer commit can have other files. */
  readonly whyNotDue?: WhyNotDue;
  /** Asked before anything is run: what would be refused once the statements before it have run. */
  readonly foresee: (pending: readonly FileStatement[], signal: AbortSignal) => Promise<readonly Refused[]>;
  /** Whether there are files of which this run is not to know. */
  readonly isPart?: boolean;
  /** Whether this run tells of what others have completed and not told. */
  readonly tellsForOthers?: boolean;
  /** Whether the connections of a migration whose process is gone are to be ended. */
  readonly takesOver?: boolean;
}

/** What pull requests say of the statements that are to be run. */
export interface Binding {
  /** With `plan-changed`. */
  readonly refused: readonly Refused[];
  /** Those that an earlier run has begun. */
  readonly begun: readonly FileStatement[];
  /** Where the row of a file comes from. */
  readonly originOf: (file: string | null) => Origin;
  /** Whether a copy was approved, which has a gate and leaves an old table. */
  readonly mustCopy: (statement: FileStatement) => boolean;
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
  const ledger = new Ledger(target, settings.values.namespace);
  const readLedger = async (source: Source): Promise<CompletedStatement[]> => {
    const { baseline, environment } = settings.values;
    await refuseOtherEnvironment(target, environment);
    if (baseline !== null) await markBaselineOnce(source, baseline, work.origin, ledger);
    return await ledger.completed();
  };
  const read = await readStatements(work, target, readLedger, startedAt);
  if (read.kind === 'ended') {
    const hasNothing = read.outcome.error === null && read.outcome.migrations.length === 0;
    if ('files' in work.unread && hasNothing) await noteAllGone(work, ledger, observe);
    return read.outcome;
  }
  const { source, statements, first } = read;
  try {
    if (work.isPart !== true) await noteGoneFiles(source.isThere, read.completed, ledger);
    if (work.takesOver === true) await endDeadOwners(read, target, settings, ledger, signal);
    const swaps = await finishSwaps(target, () => true, settings, ledger, signal);
    const untold = work.tellsForOthers === true ? await endsOfOthers(target, settings, swaps) : [];
    const ended = [...untold, ...swaps];
    for (const swap of ended) observe({ type: 'resumed', swap });
    const resumed = ended.map(({ outcome }) => outcome);
    const completed =
      swaps.length === 0 ? read.completed : (await followMoves(source, await ledger.completed())).completed;
    const isLeft = ({ file, text }: FileStatement): boolean =>
      file !== null || !resumed.some(({ statement }) => statement === text);
    const found = await findPending(read, completed, settings, target, isLeft);
    if (found.kind === 'refused') {
      const faults = joinRefused(found.faults, await work.foresee(found.pending, signal));
      return refuse(startedAt, found.statements, faults);
    }
    const { applied, pending: all, home, found: lint } = found;
    if (source.isTyped) for (const finding of lint.findings) observe({ type: 'finding', finding });
    for (const statement of applied) observe({ type: 'already-applied', statement });
    await noteMoves(read.moved, ledger);
    const pending = await stillDue(all, work.whyNotDue, observe).catch(toGhostshipError);
    if (pending instanceof GhostshipError) return refuse(startedAt, all, refuseFirst(all, pending));
    if (pending.length === 0) return runOutcome(startedAt, resumed);
    if (lint.leftOut.length > 0) observe({ type: 'left-out', parts: lint.leftOut });
    const bound = (await work.bind?.(pending, observe, signal)) ?? unbound(work.origin);
    const allowed = allowedBy(bound, pending);
    if (allowed.length === 0) return refuse(startedAt, pending, bound.refused);
    const foreseen = await work.foresee(allowed, signal);
    if (foreseen.length > 0) return refuse(startedAt, pending, foreseen);
    const foldsNames = home?.foldsNames === true;
    const run = { target, ledger, settings, foldsNames, startedAtMs, whyNotDue: work.whyNotDue };
    const outcomes = await runPending(allowed, statements, run, bound, observe, signal);
    const isDone = outcomes.every(({ state }) => state === 'completed');
    const left = refuse(startedAt, pending.slice(allowed.length), isDone ? bound.refused : []);
    return runOutcome(startedAt, [...resumed, ...hintAtFirst(outcomes, pending, completed), ...left.migrations]);
  } catch (error) {
    return refuse(startedAt, statements, [{ statement: first, error: toGhostshipError(error) }]);
  }
}

/** What other jobs have done and could not tell. */
async function endsOfOthers(
  target: Target,
  { values: { namespace } }: Settings,
  swaps: readonly FinishedSwap[],
): Promise<FinishedSwap[]> {
  const untold = (await readUntoldEnds(target, namespace)).filter(
    ({ id }) => !swaps.some(({ migrationId }) => migrationId === id),
  );
  return untold.map(({ id, outcome }) => ({
    migrationId: id,
    outcome,
    notices: ['An earlier run has completed this.'],
    wayBack: null,
    reverts: null,
  }));
}

function refuseFirst([statement]: readonly FileStatement[], error: GhostshipError): Refused[] {
  return statement === undefined ? [] : [{ statement, error }];
}

/** So that a new file under the old path is a new file. */
async function noteMoves(moved: readonly MovedFile[], ledger: Ledger): Promise<void> {
  if (moved.length === 0) return;
  await ledger.create();
  for (const { from, to } of moved) await ledger.move(from, to);
}

/** Nothing is to be run, so a database that is down fails nobody. */
async function noteAllGone({ unread, isPart }: MigrateWork, ledger: Ledger, observe: ObserveRun): Promise<void> {
  const isThere = 'files' in unread ? unread.isThere : undefined;
  if (isThere === undefined || isPart === true) return;
  try {
    await noteGoneFiles(isThere, await ledger.completed(), ledger);
  } catch (error) {
    observe({ type: 'warning', message: `Which files are gone could not be noted: ${sentence(messageOf(error))}` });
  }
}

function unbound(origin: Origin): Binding {
  return { refused: [], begun: [], originOf: () => origin, mustCopy: () => false };
}

/** Nothing is begun where a plan has moved. What an earlier run has begun goes on, with all before the first that has moved. */
function allowedBy(
  { refused, begun }: Pick<Binding, 'refused' | 'begun'>,
  pending: readonly FileStatement[],
): readonly FileStatement[] {
  const moved = new Set(refused.map(({ statement }) => statement));
  const first = pending.findIndex((statement) => moved.has(statement));
  if (first === -1) return pending;
  const before = pending.slice(0, first);
  return before.some((statement) => begun.includes(statement)) ? before : [];
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
  binding: Pick<Binding, 'originOf' | 'mustCopy'>,
  observe: ObserveRun,
  signal: AbortSignal,
): Promise<Outcome[]> {
  const { ledger } = context;
  // Loaded only where there is something to do: it brings the engine with it.
  const { runSteps } = await import('./run-steps.ts');
  const isFirstRun = await ledger.create();
  await claimLedger(context.target, context.settings.values.environment);
  const steps = await queueSteps(pending, statements, binding, ledger);
  observe({ type: 'queued', statements: pending });
  const outcomes = await runSteps(steps, context, observe, signal);
  // The ledger keeps a failed statement of a file, and whatever was begun. It need not keep what was typed by hand and refused.
  const byHand = statements.every(({ file }) => file === null);
  const isRefused = outcomes.every(({ tableState, algorithm }) => tableState === 'unchanged' && algorithm === null);
  if (isFirstRun && byHand && isRefused && !(await mayGoOn(context, steps))) {
    await ledger.remove(steps.map(({ id }) => id)).catch((error: unknown) => {
      const message = `ghostship_migrations could not be dropped again: ${sentence(messageOf(error))}`;
      observe({ type: 'warning', message });
    });
  }
  return outcomes;
}

/** Whether the next run may go on with what this one has begun. It looks in the ledger whose work that is. */
async function mayGoOn({ target, settings }: RunContext, steps: readonly Step[]): Promise<boolean> {
  const { findMigrations } = await import('../../engine/run/control.ts');
  try {
    await using session = await connect(target, 'looking for what is left');
    const labels = steps.map(({ statement }) => statement.label);
    return (await findMigrations(session, databasesOf(target, settings, labels))).length > 0;
  } catch {
    return true;
  }
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
  { originOf, mustCopy }: Pick<Binding, 'originOf' | 'mustCopy'>,
  ledger: Ledger,
): Promise<Step[]> {
  const steps = pending.flatMap((statement) =>
    statement.task === null
      ? []
      : [{ id: randomUUID(), statement, task: statement.task, mustCopy: mustCopy(statement) }],
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
      ...originOf(statement.file),
    })),
  );
  return steps;
}
