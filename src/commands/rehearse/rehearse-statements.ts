import { NoStage } from '../../engine/plan/no-stage.ts';
import type { RehearsalOutcome } from '../../engine/rehearsal/outcome.ts';
import { rehearseTable } from '../../engine/rehearsal/rehearse.ts';
import type { Target } from '../../mysql/target.ts';
import { nowMs } from '../../support/clock.ts';
import { toGhostshipError } from '../known-error.ts';
import type { Refused } from '../ledger/applied.ts';
import type { ObserveRun } from '../migrate/run-event.ts';
import { failed } from '../migrate/run-outcome.ts';
import { engineOptions } from '../options/engine-options.ts';
import type { Settings } from '../options/settings.ts';
import { planTask } from '../plan/plan-task.ts';
import { PlannedRun } from '../plan/planned-run.ts';
import { Staging } from '../plan/staging.ts';
import { type FileStatement, labelOf } from '../statements/file-statement.ts';
import { notStarted } from '../statements/not-started.ts';
import { qualify, type Task } from '../statements/task.ts';

/** One after the other. Where one is stopped from outside, the others are not started. */
export async function rehearseStatements(
  { statements, faults }: { readonly statements: readonly FileStatement[]; readonly faults: readonly Refused[] },
  replica: Target,
  settings: Settings,
  observe: ObserveRun,
  signal: AbortSignal,
): Promise<RehearsalOutcome[]> {
  const outcomes: RehearsalOutcome[] = [];
  const run = new PlannedRun(statements, settings.home);
  await using staging = new Staging({ target: replica, replica }, settings.values.allow, statements.length);
  for (const [index, statement] of statements.entries()) {
    const { task, label } = statement;
    const fault = faults.find((one) => one.statement === statement);
    if (fault !== undefined) {
      outcomes.push({ ...failed(statement, label, fault.error), rehearsal: null });
      run.passed(statement);
      continue;
    }
    if (task === null) continue;
    observe({ type: 'started', statement, id: '', table: label, number: index + 1, total: statements.length });
    const followsAnother = run.follows(statement);
    run.passed(statement);
    if (followsAnother) outcomes.push(buildsOnAnother(statement, task));
    else if (signal.aborted) outcomes.push({ ...notStarted(statement, label), rehearsal: null });
    else outcomes.push(await rehearseOne({ statement, task, staging }, replica, settings, observe, signal));
  }
  return outcomes;
}

interface Work {
  readonly statement: FileStatement;
  readonly task: Task;
  readonly staging: Staging;
}

async function rehearseOne(
  { statement, task, staging }: Work,
  replica: Target,
  settings: Settings,
  observe: ObserveRun,
  signal: AbortSignal,
): Promise<RehearsalOutcome> {
  const { file, text, label } = statement;
  if (task.kind !== 'change') return await planOnly({ statement, task, staging }, settings, signal);
  const options = {
    ...engineOptions(settings.valuesFor(file, statement.table), settings),
    cutover: 'auto',
    lagReplicas: [],
  } as const;
  const request = { target: replica, file, statement: text, migrationId: 'rehearsal', options };
  const outcome = await rehearseTable(request, (event) => observe({ type: 'engine', event }), signal);
  const { schema } = qualify(task.table, replica.database);
  return { ...outcome, table: outcome.table === '' ? label : labelOf(schema, outcome.table, replica.database) };
}

/** What copies nothing is tried as a plan tries it. */
async function planOnly(
  { statement, task, staging }: Work,
  settings: Settings,
  signal: AbortSignal,
): Promise<RehearsalOutcome> {
  const startedAt = nowMs();
  const untouched = notStarted(statement, statement.label);
  try {
    const stage = task.kind === 'create' ? await staging.open() : null;
    if (stage instanceof NoStage) throw stage;
    const dryRun = await staging.dryRun(settings.values.allow);
    const plan = await planTask(statement, task, { dryRun, settings, stage, rows: 'look' }, signal);
    const rehearsal = { ...nothingCopied, reason: plan.reason, hazards: plan.hazards };
    const durationMs = Math.round(nowMs() - startedAt);
    return { ...untouched, state: 'completed', algorithm: plan.algorithm, durationMs, rehearsal };
  } catch (error) {
    return { ...failed(statement, statement.label, toGhostshipError(error)), rehearsal: null };
  }
}

function buildsOnAnother(statement: FileStatement, task: Task): RehearsalOutcome {
  const reason =
    task.kind === 'change'
      ? 'It builds on an earlier statement, and can be rehearsed once that has run.'
      : 'It copies no table, so there is nothing to rehearse. The plan tries it on what the statements before it leave.';
  return { ...notStarted(statement, statement.label), rehearsal: { ...nothingCopied, reason, hazards: [] } };
}

const nothingCopied = { rowsPerSecond: 0, mostLagMs: null, delayMs: 0, binlogBytes: null, unsettledRows: 0 } as const;
