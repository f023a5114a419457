import { checkData } from '../../engine/direct/check-data.ts';
import { checkRenames } from '../../engine/direct/check-renames.ts';
import { refuseRetiring } from '../../engine/direct/refuse-retiring.ts';
import { goneHint } from '../../engine/direct/retire-table.ts';
import { findNaming } from '../../engine/plan/find-naming.ts';
import { joinNaming, type NamedBy, namedByNobody } from '../../engine/plan/named-by.ts';
import { planStatement } from '../../engine/plan/plan.ts';
import type { StatementPlan } from '../../engine/plan/statement-plan.ts';
import { refuseTarget, refuseTargetOf } from '../../engine/preflight/target.ts';
import { openControlConnection } from '../../engine/tables/control-connection.ts';
import { nameTables } from '../../engine/tables/table-names.ts';
import { unknownTable } from '../../mysql/find-table.ts';
import { inspectTable } from '../../mysql/inspect-table.ts';
import { connect } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import type { TableName } from '../../sql/inspect.ts';
import { engineOptions } from '../options/engine-options.ts';
import type { Settings } from '../options/settings.ts';
import { dataWork } from '../statements/data-work.ts';
import { type FileStatement, labelOf } from '../statements/file-statement.ts';
import { type DataTask, qualify, type RenameTask, type TableTask, type Task } from '../statements/task.ts';

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
  statement: FileStatement,
  task: Task,
  database: PlanDatabase,
  settings: Settings,
  changed: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<StatementPlan> {
  const { file, line, text, table } = statement;
  switch (task.kind) {
    case 'change': {
      const options = engineOptions(settings.valuesFor(file, table), settings);
      const plan = await planStatement({ ...database, file, line, statement: text, options }, signal);
      return { ...plan, table: labelOf(task.table.schema, plan.table, database.target.database) };
    }
    case 'create':
      await refuseForCreating(database);
      return { ...emptyPlan(statement), reason: 'A new table: it has no rows, and nobody uses it yet.', after: text };
    case 'drop':
      return planDrop(statement, task, database, changed, signal);
    case 'rename':
      return planRename(statement, task, database, signal);
    case 'data':
      return planData(statement, task, database, settings);
  }
}

/** Only the target can tell, and it is not asked where there is a replica. */
async function refuseForCreating({ target, replica }: PlanDatabase): Promise<void> {
  if (replica !== null) return;
  await using session = await connect(target, 'planning a new table');
  await refuseTargetOf(session);
}

async function planDrop(
  statement: FileStatement,
  task: TableTask,
  { target, replica }: PlanDatabase,
  changed: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<StatementPlan> {
  const asked = qualify(task.table, target.database);
  await using control = await openControlConnection(replica ?? target);
  if (replica === null) refuseTarget(control.server);
  const definition = await inspectTable(control.session, asked);
  if (definition === null) {
    if (task.ifExists) return { ...emptyPlan(statement), reason: 'The table is not there, so nothing is done.' };
    throw await unknownTable(control.session, asked, goneHint);
  }
  const { table } = definition;
  await refuseRetiring(control.session, definition, changed);
  return {
    ...emptyPlan(statement),
    table: labelOf(asked.schema, table.name, target.database),
    reason: `It is renamed to ${labelOf(asked.schema, nameTables(table, false).retired.name, target.database)} and keeps its rows until cleanup drops it.`,
    rows: definition.rowsEstimated,
    dataBytes: definition.dataBytes,
    indexBytes: definition.indexBytes,
    before: definition.createStatement,
    namedBy: await findNaming(control.session, control.server, table, [], signal),
  };
}

async function planRename(
  statement: FileStatement,
  { renames, ifExists }: RenameTask,
  { target, replica }: PlanDatabase,
  signal: AbortSignal,
): Promise<StatementPlan> {
  const { database } = target;
  await using control = await openControlConnection(replica ?? target);
  const asked = renames.map(({ from, to }) => ({ from: qualify(from, database), to: qualify(to, database) }));
  const checked = await checkRenames(control.session, { renames: asked, ifExists });
  const inWords = ({ schema, name }: TableName): string => labelOf(schema, name, database);
  const changes = checked.renames.map(({ from, to }) => `${inWords(from)} becomes ${inWords(to)}`);
  const naming: NamedBy[] = [];
  for (const { table } of checked.tables)
    naming.push(await findNaming(control.session, control.server, table, [], signal));
  return {
    ...emptyPlan(statement),
    reason:
      changes.length === 0
        ? 'None of the tables is there, so nothing is done.'
        : `The server changes names alone, all at once: ${changes.join(', ')}.`,
    namedBy: joinNaming(naming),
  };
}

async function planData(
  statement: FileStatement,
  task: DataTask,
  { target, replica }: PlanDatabase,
  settings: Settings,
): Promise<StatementPlan> {
  await using session = await connect(replica ?? target, 'asking what a statement examines');
  const work = dataWork(statement, task, target, settings);
  const rows = await checkData(session, work);
  return {
    ...emptyPlan(statement),
    reason: `It changes rows, in one transaction of its own. It examines about ${formatted(rows, 'row')}, by the estimate of the server; up to ${work.maxRows} are allowed.`,
    rows,
  };
}

function formatted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function emptyPlan({ file, line, text, label }: FileStatement): StatementPlan {
  return {
    file,
    line,
    statement: text,
    table: label,
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
    wayBack: null,
    namedBy: namedByNobody,
    estimate: null,
  };
}
