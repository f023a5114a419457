import { NoStage } from '../../engine/plan/no-stage.ts';
import type { HomeDatabase } from '../../lint/home-database.ts';
import type { GhostshipError } from '../../support/errors.ts';
import { toGhostshipError } from '../known-error.ts';
import { partApplied } from '../ledger/applied.ts';
import type { CompletedStatement } from '../ledger/ledger.ts';
import { describeError } from '../migrate/run-outcome.ts';
import type { Settings } from '../options/settings.ts';
import { type FileStatement, UnclearFile } from '../statements/file-statement.ts';
import { notAllowed } from '../statements/refusal.ts';
import type { SourceFile } from '../statements/source.ts';
import type { PlanDatabase } from './plan-task.ts';
import type { PlannedRun } from './planned-run.ts';
import type { PlannedPlace, PlannedStatement } from './planned-statement.ts';
import type { Staging } from './staging.ts';

export interface FilePlanning {
  readonly completed: readonly CompletedStatement[];
  readonly settings: Settings;
  readonly home: HomeDatabase | null;
  /** `null` if there is none to ask. */
  readonly database: PlanDatabase | null;
  /** `null` where no database is asked. */
  readonly staging: Staging | null;
  readonly run: PlannedRun;
}

/** The statements of one file, in its order. */
export async function planFile(
  { path, statements, fault }: SourceFile,
  planning: FilePlanning,
  signal: AbortSignal,
): Promise<PlannedStatement[]> {
  if (fault !== null) {
    const place = {
      file: path,
      line: fault instanceof UnclearFile ? fault.line : 1,
      statement: '',
      table: '',
    };
    return [{ kind: 'refused', ...place, error: describeError(fault) }];
  }
  const { applied, changed } = partApplied(statements, planning.completed);
  const planned: PlannedStatement[] = [];
  const changes = new Map(changed.map(({ statement, error }) => [statement, error]));
  const finished = new Map(applied.map((statement) => [statement.ordinal, statement.applied]));
  for (const statement of statements) {
    const change = changes.get(statement) ?? null;
    const done = finished.get(statement.ordinal);
    if (change !== null) planned.push(refused(statement, change));
    else if (done !== undefined) {
      const { finished: at, isReverted } = done;
      planned.push({ kind: 'applied', ...plannedPlace(statement), finished: at, isReverted });
    } else if (changed.length === 0) planned.push(await planPending(statement, planning, signal));
  }
  return planned;
}

async function planPending(
  statement: FileStatement,
  planning: FilePlanning,
  signal: AbortSignal,
): Promise<PlannedStatement> {
  const { task, complaint } = statement;
  if (task === null) return { kind: 'refused', ...plannedPlace(statement), error: complaint };
  const refusal = notAllowed(statement, planning.settings, planning.home);
  if (refusal !== null) return refused(statement, refusal);
  const { database, staging, settings, run } = planning;
  if (database === null || staging === null) return { kind: 'unplanned', ...plannedPlace(statement), why: null };
  const follows = run.follows(statement);
  try {
    const stage = run.needsStage(statement) ? await staging.open() : null;
    if (stage instanceof NoStage && (follows || task.kind === 'create'))
      return { kind: 'unplanned', ...plannedPlace(statement), why: `${stage.message} ${stage.hint}` };
    // Loaded only where there is a server to ask: it brings the engine with it.
    const { planTask } = await import('./plan-task.ts');
    const own = { database, settings, stage: stage instanceof NoStage ? null : stage };
    const plan = await planTask(statement, task, own, signal);
    const note = run.failureBefore(statement);
    return { kind: 'planned', ...plan, warnings: [...(note === null ? [] : [note]), ...plan.warnings] };
  } catch (error) {
    signal.throwIfAborted();
    const note = run.failureBefore(statement);
    run.failed(statement);
    const { kind, error: said, ...place } = refused(statement, toGhostshipError(error));
    return { kind, ...place, error: note === null ? said : { ...said, message: `${said.message} ${note}` } };
  } finally {
    run.passed(statement);
  }
}

function refused(statement: FileStatement, error: GhostshipError): Extract<PlannedStatement, { kind: 'refused' }> {
  return { kind: 'refused', ...plannedPlace(statement), error: describeError(error) };
}

function plannedPlace({ file, line, text, label }: FileStatement): PlannedPlace {
  return { file, line, statement: text, table: label };
}
