import { checkData, refuseTooMany } from '../../engine/direct/check-data.ts';
import { changeRowsOnStage, explainOnStage } from '../../engine/plan/others-on-stage.ts';
import { changeOnStage, insertOnStage } from '../../engine/plan/rows-on-stage.ts';
import type { StatementPlan } from '../../engine/plan/statement-plan.ts';
import type { TableName } from '../../sql/inspect.ts';
import { dataWork } from '../statements/data-work.ts';
import type { FileStatement } from '../statements/file-statement.ts';
import { type DataTask, qualify } from '../statements/task.ts';
import { dataCircumstances } from './data-circumstances.ts';
import { formatted, notCalled, takesAll } from './data-words.ts';
import { emptyPlan, lookOf, type TaskPlanning, withTables } from './task-planning.ts';

export async function planData(
  statement: FileStatement,
  task: DataTask,
  planning: TaskPlanning,
): Promise<StatementPlan> {
  const { dryRun, settings, stage } = planning;
  const { target } = dryRun.place;
  const work = dataWork(statement, task, target, settings);
  const circumstances = await dataCircumstances(work, dryRun, lookOf(planning));
  const isKnown = stage?.tables.knows(work.tables) === true;
  const transaction = 'It changes rows, in one transaction of its own.';
  const limit = `up to ${work.maxRows} are allowed`;
  const warnings = task.takesAll ? [takesAll(task)] : [];
  const inPlace = (name: (table: TableName) => string): string => withTables(statement, target.database, name);
  const tryRows = async (calls: readonly string[]): Promise<void> => {
    if (stage === null) return;
    const table = qualify(task.table, target.database);
    const tried = { work, table, bearsDuplicates: task.bearsDuplicates, rows: planning.rows, inPlace };
    if (task.isSelfContained && calls.length === 0)
      await (task.verb === 'INSERT' ? insertOnStage(stage, tried) : changeOnStage(stage, tried));
    await changeRowsOnStage(stage, work.tables);
  };
  if (stage !== null && isKnown) {
    refuseTooMany(work, work.rows);
    const calls = await explainOnStage(stage, work, inPlace);
    await tryRows(calls);
    const examines =
      task.isSelfContained && task.verb === 'INSERT'
        ? `It writes ${formatted(work.rows, 'row')}; ${limit}.${notCalled(calls)}`
        : `How many it examines can only be counted once the statements before it have run; ${limit}.${notCalled(calls)}`;
    const reason = `${transaction} ${examines}`;
    return { ...(await emptyPlan(statement, planning)), reason, warnings, circumstances, rows: work.rows };
  }
  // Where the target can be asked, it is its user who will run this, and its rows that count.
  const side = await dryRun.target();
  const { session, server } = typeof side === 'string' ? dryRun.control : side.control;
  const { rows, calls } = await checkData(session, work, server);
  await tryRows(calls);
  const about =
    rows === null ? 'an unknown number of rows' : `about ${formatted(rows, 'row')}, by the estimate of the server`;
  const examines = `It examines ${about}; ${limit}.${notCalled(calls)}`;
  const reason = `${transaction} ${examines}`;
  return { ...(await emptyPlan(statement, planning)), reason, warnings, circumstances, rows: rows ?? work.rows };
}
