import type { Outcome } from '../../engine/outcome.ts';
import { endSoon } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import { nowMs } from '../../support/clock.ts';
import { causesOf, GhostshipError, messageOf, withLater } from '../../support/errors.ts';
import { toGhostshipError } from '../known-error.ts';
import { tellUnwritten } from '../ledger/end-not-written.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { LedgerEntry } from '../ledger/ledger-entry.ts';
import { writeSent } from '../ledger/sent-statements.ts';
import { tellWhoKeeps } from '../ledger/who-keeps.ts';
import type { Settings } from '../options/settings.ts';
import type { FileStatement } from '../statements/file-statement.ts';
import { tellNotForGood } from '../statements/kept-from-running.ts';
import { notStarted } from '../statements/not-started.ts';
import { tellLenient } from '../statements/tell-lenient.ts';
import { carryOut, type Step } from './carry-out.ts';
import { type Claim, Claims } from './claim-statement.ts';
import type { ObserveRun } from './run-event.ts';
import { failed, notBegun, type OutcomeError } from './run-outcome.ts';
import { isStillDue, maySwap, type WhyNotDue } from './still-due.ts';

export interface RunContext {
  readonly target: Target;
  readonly ledger: Ledger;
  readonly settings: Settings;
  /** Whether the server compares names of databases without regard to case, where that matters for a statement. */
  readonly foldsNames: boolean;
  /** On the clock of `nowMs`. The whole run has the time of `max-runtime`. */
  readonly startedAtMs: number;
  readonly whyNotDue: WhyNotDue | undefined;
}

/**
 * One after the other until one fails or yields, the run is told to stop, or `max-runtime` is over. Gives an outcome for every step.
 * Those not reached are `yielded` where the next run goes on with them, and `queued` behind a failure.
 */
export async function runSteps(
  steps: readonly Step[],
  context: RunContext,
  observe: ObserveRun,
  signal: AbortSignal,
): Promise<Outcome[]> {
  await using claims = new Claims(context.target, context.settings.values.namespace);
  const outcomes: Outcome[] = [];
  let reached = 0;
  for (const [index, step] of steps.entries()) {
    const leftMs = leftOf(step, context);
    if (index > 0 && (leftMs === 0 || signal.aborted)) break;
    reached++;
    const statements = steps.slice(index).map((one) => one.statement);
    const hasDone = outcomes.length > 0;
    const turn = { number: index + 1, total: steps.length, leftMs, statements, claims, hasDone };
    const outcome = await runStep(step, turn, context, observe, signal);
    if (outcome === 'not-due') {
      await context.ledger.leave(idsOf(steps.slice(index + 1)), 'withdrawn').catch(() => undefined);
      return outcomes;
    }
    if (outcome === 'applied') continue;
    observe({ type: 'finished', outcome });
    outcomes.push(outcome);
    if (outcome.state !== 'completed') break;
  }
  const rest = steps.slice(reached);
  const end = endOfRest(outcomes.at(-1));
  await context.ledger.leave(idsOf(rest), end).catch(() => undefined);
  const left = rest.map(({ statement }) => notStarted(statement, statement.label));
  return [...outcomes, ...left.map((outcome) => (end === 'yielded' ? notBegun(outcome) : outcome))];
}

function idsOf(steps: readonly Step[]): string[] {
  return steps.map(({ id }) => id);
}

/** @param last outcome before them */
function endOfRest(last: Outcome | undefined): 'aborted' | 'yielded' | 'withdrawn' {
  // They wait behind the run that has the table, which may have them, too.
  if (last?.error?.code === 'already-running') return 'withdrawn';
  return last?.state === 'completed' || last?.state === 'yielded' ? 'yielded' : 'aborted';
}

function leftOf(
  { statement }: Step,
  { settings, startedAtMs }: Pick<RunContext, 'settings' | 'startedAtMs'>,
): number | null {
  const limitMs = settings.valuesFor(statement.file, statement.table)['max-runtime'];
  return limitMs === null ? null : Math.max(0, limitMs - (nowMs() - startedAtMs));
}

interface Turn {
  /** Among all steps, from 1. */
  readonly number: number;
  readonly total: number;
  readonly leftMs: number | null;
  /** This one, and all behind it. */
  readonly statements: readonly FileStatement[];
  readonly claims: Claims;
  /** Whether this run has completed another statement before. */
  readonly hasDone: boolean;
}

/** @returns `applied` where another run has done it meanwhile, `not-due` where it and all behind it are not this run's any more */
async function runStep(
  step: Step,
  turn: Turn,
  context: RunContext,
  observe: ObserveRun,
  signal: AbortSignal,
): Promise<Outcome | 'applied' | 'not-due'> {
  const { ledger } = context;
  const { id, statement } = step;
  const start = (): void => {
    const { number, total } = turn;
    observe({ type: 'started', statement, id, table: statement.label, number, total });
  };
  let claim: Claim;
  try {
    if (!(await isStillDue(turn.statements, context.whyNotDue, observe))) {
      await ledger.leave([id], 'withdrawn');
      return 'not-due';
    }
    claim = await turn.claims.take(step, signal);
  } catch (error) {
    start();
    const known = toGhostshipError(error);
    // What another run has is left to that, and not to the next one.
    if (signal.aborted && statement.file !== null && known.code !== 'already-running')
      return await putOff(step, ledger);
    await ledger.leave([id], 'withdrawn').catch(() => undefined);
    return failed(statement, statement.label, known);
  }
  if (claim.kind === 'applied') {
    observe({ type: 'already-applied', statement: claim.statement });
    await ledger.leave([id], 'withdrawn');
    return 'applied';
  }
  await using _ours = claim;
  start();
  return await runClaimed(step, turn, context, observe, signal);
}

async function runClaimed(
  step: Step,
  turn: Turn,
  { target, ledger, settings, foldsNames, startedAtMs, whyNotDue }: RunContext,
  observe: ObserveRun,
  signal: AbortSignal,
): Promise<Outcome | 'not-due'> {
  const { leftMs, statements } = turn;
  let isDue = true;
  const observeDue: ObserveRun = (event) => {
    if (event.type === 'not-due') isDue = false;
    observe(event);
  };
  await using entry = new LedgerEntry(ledger, step.id);
  const end = await carryOut(
    step,
    {
      target,
      foldsNames,
      leftMs,
      noteSent: (sent) => writeSent(target, step.id, sent),
      noteDone: (outcome) => entry.noteDone(outcome),
      beforeSwap: (moment) => maySwap(statements, whyNotDue, observeDue, moment),
    },
    settings,
    (event) => {
      entry.note(event);
      observe({ type: 'engine', event });
    },
    signal,
  ).catch((error: unknown) => failed(step.statement, step.statement.label, unforeseen(error)));
  const told = (error: OutcomeError) => tellWhoKeeps(error, [step.statement.label], target);
  const outcome = {
    ...end,
    error: end.error && tellNotForGood(tellLenient(await told(end.error), step.statement), step.statement),
  };
  if (leftMs !== null && leftOf(step, { settings, startedAtMs }) === 0) endSoon(target);
  if (step.statement.file !== null && isPutOff(outcome, turn, signal)) {
    await entry[Symbol.asyncDispose]();
    return await putOff(step, ledger);
  }
  if (outcome.error?.code === 'already-running') {
    await entry[Symbol.asyncDispose]();
    await ledger.leave([step.id], 'withdrawn').catch(() => undefined);
    return outcome;
  }
  const complaint = await entry.finish(outcome);
  if (complaint !== null) {
    const unwritten = { id: step.id, label: step.statement.label, outcome, complaint };
    observe({ type: 'warning', message: await tellUnwritten(unwritten, target, settings, ledger) });
  }
  if (isDue || outcome.state !== 'aborted' || outcome.tableState !== 'unchanged') return outcome;
  observe({ type: 'finished', outcome });
  return 'not-due';
}

/**
 * Whether a statement of a file that has come to nothing is the next run's. One that had all the time there is would not come further there.
 */
function isPutOff({ tableState, error }: Outcome, { hasDone }: Pick<Turn, 'hasDone'>, signal: AbortSignal): boolean {
  if (tableState !== 'unchanged') return false;
  return (signal.aborted && error?.code === 'aborted') || (hasDone && error?.code === 'time-limit');
}

async function putOff({ id, statement }: Step, ledger: Ledger): Promise<Outcome> {
  await ledger.leave([id], 'yielded').catch(() => undefined);
  return notBegun(notStarted(statement, statement.label));
}

/** After such an error nothing is known about the table, and the outcome must say so. */
export function unforeseen(error: unknown): GhostshipError {
  const { first, later } = causesOf(error);
  if (first instanceof GhostshipError) return withLater(first, later);
  return new GhostshipError('internal', messageOf(error), {
    hint: 'Look at the table before anything else is run. This is a mistake in Ghostship: please report it with this message.',
    tableState: 'unknown',
    cause: error,
  });
}
