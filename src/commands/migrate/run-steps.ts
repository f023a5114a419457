import type { Outcome } from '../../engine/outcome.ts';
import type { Target } from '../../mysql/target.ts';
import { nowMs } from '../../support/clock.ts';
import { causesOf, GhostshipError, messageOf, withLater } from '../../support/errors.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { LedgerEntry } from '../ledger/ledger-entry.ts';
import type { Settings } from '../options/settings.ts';
import { carryOut, type Step } from './carry-out.ts';
import type { ObserveRun } from './run-event.ts';
import { failed, notStarted } from './run-outcome.ts';

export interface RunContext {
  readonly target: Target;
  readonly ledger: Ledger;
  readonly settings: Settings;
  /** Whether the server compares names of databases without regard to case, where that matters for a statement. */
  readonly foldsNames: boolean;
  /** On the clock of `nowMs`. The whole run has the time of `max-runtime`. */
  readonly startedAtMs: number;
}

/** One after the other until one fails, or `max-runtime` is over. Gives an outcome for every step; those not reached are `queued`. */
export async function runSteps(
  steps: readonly Step[],
  context: RunContext,
  observe: ObserveRun,
  signal: AbortSignal,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const [index, step] of steps.entries()) {
    const { id, statement } = step;
    const leftMs = leftOf(step, context);
    if (index > 0 && leftMs === 0) break;
    observe({ type: 'started', statement, id, table: statement.label, number: index + 1, total: steps.length });
    const outcome = await runStep(step, leftMs, context, observe, signal);
    observe({ type: 'finished', outcome });
    outcomes.push(outcome);
    if (outcome.state !== 'completed') break;
  }
  const rest = steps.slice(outcomes.length);
  await Promise.all(rest.map(({ id }) => context.ledger.abandon(id).catch(() => undefined)));
  const isTimeUp = outcomes.every(({ state }) => state === 'completed');
  const left = rest.map(({ statement }) => notStarted(statement, statement.label));
  return [...outcomes, ...left.map((outcome, index) => (isTimeUp && index === 0 ? goesOn(outcome) : outcome))];
}

/** It was not begun, and the next run begins it. */
function goesOn(outcome: Outcome): Outcome {
  return { ...outcome, state: 'yielded' };
}

function leftOf({ statement }: Step, { settings, startedAtMs }: RunContext): number | null {
  const limitMs = settings.valuesFor(statement.file, statement.table)['max-runtime'];
  return limitMs === null ? null : Math.max(0, limitMs - (nowMs() - startedAtMs));
}

async function runStep(
  step: Step,
  leftMs: number | null,
  { target, ledger, settings, foldsNames }: RunContext,
  observe: ObserveRun,
  signal: AbortSignal,
): Promise<Outcome> {
  await using entry = new LedgerEntry(ledger, step.id);
  const outcome = await carryOut(
    step,
    { target, foldsNames, leftMs },
    settings,
    (event) => {
      entry.note(event);
      observe({ type: 'engine', event });
    },
    signal,
  ).catch((error: unknown) => failed(step.statement, step.statement.label, unforeseen(error)));
  const complaint = await entry.finish(outcome);
  if (complaint !== null) observe({ type: 'warning', message: notWritten(step, outcome, complaint) });
  return outcome;
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

function notWritten({ id, statement }: Step, outcome: Outcome, complaint: string): string {
  const consequence =
    outcome.state === 'completed' && outcome.file !== null
      ? `The next run would carry it out again: set state = 'completed' and finished_at of that row before.`
      : 'The row shows an older state.';
  return `How ${statement.label} ended (${outcome.state}) could not be written to ghostship_migrations, id ${id}: ${complaint}. ${consequence}`;
}
