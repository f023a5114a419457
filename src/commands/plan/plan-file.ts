import type { HomeDatabase } from '../../lint/home-database.ts';
import type { TableReference } from '../../sql/parser/span.ts';
import type { GhostshipError } from '../../support/errors.ts';
import { toGhostshipError } from '../known-error.ts';
import { partApplied } from '../ledger/applied.ts';
import type { CompletedStatement } from '../ledger/ledger.ts';
import { describeError } from '../migrate/run-outcome.ts';
import type { Settings } from '../options/settings.ts';
import { type FileStatement, labelOf, UnclearFile } from '../statements/file-statement.ts';
import { notAllowed } from '../statements/refusal.ts';
import type { SourceFile } from '../statements/source.ts';
import type { Task } from '../statements/task.ts';
import type { PlanDatabase } from './plan-task.ts';
import type { PlannedPlace, PlannedStatement } from './planned-statement.ts';

export interface FilePlanning {
  readonly completed: readonly CompletedStatement[];
  readonly settings: Settings;
  readonly home: HomeDatabase | null;
  /** `null` if there is none to ask. */
  readonly database: PlanDatabase | null;
  /** Tables that earlier statements of the run change; every planned statement adds its own. */
  readonly touched: Set<string>;
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
  if (planning.database === null) return { kind: 'unplanned', ...plannedPlace(statement) };
  const names = namesOf(task, statement.label, planning.home?.name ?? null);
  const followsAnother = names.some((name) => planning.touched.has(name));
  for (const name of names) planning.touched.add(name);
  try {
    // Loaded only where there is a server to ask: it brings the engine with it.
    const { planTask } = await import('./plan-task.ts');
    const { database, settings, touched } = planning;
    return { kind: 'planned', ...(await planTask(statement, task, database, settings, touched, signal)) };
  } catch (error) {
    signal.throwIfAborted();
    if (followsAnother) return { kind: 'depends', ...plannedPlace(statement) };
    return refused(statement, toGhostshipError(error));
  }
}

function refused(statement: FileStatement, error: GhostshipError): PlannedStatement {
  return { kind: 'refused', ...plannedPlace(statement), error: describeError(error) };
}

function plannedPlace({ file, line, text, label }: FileStatement): PlannedPlace {
  return { file, line, statement: text, table: label };
}

/** Tables that are others after the statement, or that it needs, in lower case. */
export function namesOf(task: Task, label: string, home: string | null): string[] {
  const tables = tablesOf(task);
  const labels = tables.map(({ schema, name }) => labelOf(schema, name, home));
  return [label, ...labels].map((name) => name.toLowerCase());
}

function tablesOf(task: Task): readonly TableReference[] {
  if (task.kind === 'data') return task.tables;
  return task.kind === 'rename' ? task.renames.flatMap(({ from, to }) => [from, to]) : [];
}
