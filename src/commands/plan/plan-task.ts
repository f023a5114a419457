import { refuseRetiring } from '../../engine/direct/refuse-retiring.ts';
import { findNaming } from '../../engine/plan/find-naming.ts';
import { namedByNobody } from '../../engine/plan/named-by.ts';
import { planStatement } from '../../engine/plan/plan.ts';
import type { StatementPlan } from '../../engine/plan/statement-plan.ts';
import { openControlConnection } from '../../engine/tables/control-connection.ts';
import { nameTables } from '../../engine/tables/table-names.ts';
import { unknownTable } from '../../mysql/find-table.ts';
import { inspectTable } from '../../mysql/inspect-table.ts';
import type { Target } from '../../mysql/target.ts';
import { engineOptions } from '../options/engine-options.ts';
import type { Settings } from '../options/settings.ts';
import type { Task } from '../statements/task.ts';

/** Where dry runs happen. */
export interface PlanDatabase {
  readonly target: Target;
  readonly replica: Target | null;
}

/**
 * @param changed names, in lower case, of tables that earlier statements change
 * @throws GhostshipError for what the migration itself would refuse before it changes anything
 */
export async function planTask(
  task: Task,
  database: PlanDatabase,
  settings: Settings,
  changed: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<StatementPlan> {
  const { file, line, text } = task.statement;
  switch (task.kind) {
    case 'change': {
      const options = engineOptions(settings.valuesFor(file, task.table.name), settings);
      return planStatement({ ...database, file, line, statement: text, options }, signal);
    }
    case 'create':
      return { ...emptyPlan(task), reason: 'A new table: it has no rows, and nobody uses it yet.', after: text };
    case 'drop':
      return planDrop(task, database, changed, signal);
  }
}

async function planDrop(
  task: Task,
  { target, replica }: PlanDatabase,
  changed: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<StatementPlan> {
  const asked = { schema: task.table.schema ?? target.database, name: task.table.name };
  await using control = await openControlConnection(replica ?? target);
  const definition = await inspectTable(control.session, asked);
  if (definition === null) {
    throw await unknownTable(control.session, asked, 'Check its name, and the database of the dry run.');
  }
  const { table } = definition;
  await refuseRetiring(control.session, definition, changed);
  return {
    ...emptyPlan(task),
    table: table.name,
    reason: `It is renamed to ${nameTables(table, false).retired.name} and keeps its rows until cleanup drops it.`,
    rows: definition.rowsEstimated,
    dataBytes: definition.dataBytes,
    indexBytes: definition.indexBytes,
    before: definition.createStatement,
    namedBy: await findNaming(control.session, control.server, table, [], signal),
  };
}

function emptyPlan({ statement, table }: Task): StatementPlan {
  return {
    file: statement.file,
    line: statement.line,
    statement: statement.text,
    table: table.name,
    algorithm: 'direct',
    reason: '',
    rows: 0,
    dataBytes: 0,
    indexBytes: 0,
    before: '',
    after: '',
    migrationKey: null,
    deferral: null,
    warnings: [],
    hazards: [],
    namedBy: namedByNobody,
    estimate: null,
  };
}
