import type { GhostshipError } from '../../support/errors.ts';
import { toGhostshipError } from '../known-error.ts';
import { partApplied } from '../ledger/applied.ts';
import type { CompletedStatement } from '../ledger/ledger.ts';
import { describeError } from '../migrate/run-outcome.ts';
import type { Settings } from '../options/settings.ts';
import { type FileStatement, tableOf, UnclearFile } from '../statements/file-statement.ts';
import { notAllowed, unsupported } from '../statements/refusal.ts';
import type { ReadFile } from '../statements/source.ts';
import { taskOf } from '../statements/task.ts';
import type { PlanDatabase } from './plan-task.ts';
import type { PlannedPlace, PlannedStatement } from './planned-statement.ts';

export interface PlanContext {
  readonly completed: readonly CompletedStatement[];
  readonly settings: Settings;
  /** `null` if there is none to ask. */
  readonly database: PlanDatabase | null;
  /** Tables that earlier statements of the run change; every planned statement adds its own. */
  readonly touched: Set<string>;
}

/** The statements of one file, in its order. */
export async function planFile(
  { file, statements, fault }: ReadFile,
  context: PlanContext,
  signal: AbortSignal,
): Promise<PlannedStatement[]> {
  if (fault !== null) {
    const place = {
      file: file?.path ?? null,
      line: fault instanceof UnclearFile ? fault.line : 1,
      statement: '',
      table: '',
    };
    return [{ kind: 'refused', ...place, error: describeError(fault) }];
  }
  const { applied, changed } = partApplied(statements, context.completed);
  const planned: PlannedStatement[] = [];
  for (const statement of statements) {
    const change = changed.find((entry) => entry.statement === statement)?.error ?? null;
    const done = applied.find(({ ordinal }) => ordinal === statement.ordinal)?.applied;
    if (change !== null) planned.push(refused(statement, change));
    else if (done !== undefined) planned.push({ kind: 'applied', ...placeOf(statement), finished: done.finished });
    else if (changed.length === 0) planned.push(await planPending(statement, context, signal));
  }
  return planned;
}

async function planPending(
  statement: FileStatement,
  context: PlanContext,
  signal: AbortSignal,
): Promise<PlannedStatement> {
  const refusal = unsupported(statement) ?? notAllowed(statement, context.settings);
  if (refusal !== null) return refused(statement, refusal);
  if (context.database === null) return { kind: 'unplanned', ...placeOf(statement) };
  const table = tableOf(statement).toLowerCase();
  const followsAnother = context.touched.has(table);
  context.touched.add(table);
  try {
    // Loaded only where there is a server to ask: it brings the engine with it.
    const { planTask } = await import('./plan-task.ts');
    return { kind: 'planned', ...(await planTask(taskOf(statement), context.database, context.settings, signal)) };
  } catch (error) {
    signal.throwIfAborted();
    if (followsAnother) return { kind: 'depends', ...placeOf(statement) };
    return refused(statement, toGhostshipError(error));
  }
}

function refused(statement: FileStatement, error: GhostshipError): PlannedStatement {
  return { kind: 'refused', ...placeOf(statement), error: describeError(error) };
}

function placeOf(statement: FileStatement): PlannedPlace {
  return { file: statement.file, line: statement.line, statement: statement.text, table: tableOf(statement) };
}
