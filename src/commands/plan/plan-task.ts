import { checkData } from '../../engine/direct/check-data.ts';
import { checkRenames, type Look } from '../../engine/direct/check-renames.ts';
import { refuseRetiring } from '../../engine/direct/refuse-retiring.ts';
import { goneHint, retiredNameTaken } from '../../engine/direct/retire-table.ts';
import { findNaming } from '../../engine/plan/find-naming.ts';
import { joinNaming, type NamedBy, namedByNobody } from '../../engine/plan/named-by.ts';
import { planStatement } from '../../engine/plan/plan.ts';
import {
  changeRowsOnStage,
  createOnStage,
  explainOnStage,
  planOnStage,
  repeatOnStage,
} from '../../engine/plan/plan-on-stage.ts';
import type { Stage } from '../../engine/plan/stage.ts';
import type { StatementPlan } from '../../engine/plan/statement-plan.ts';
import { refuseTarget, refuseTargetOf } from '../../engine/preflight/target.ts';
import { type ControlConnection, openControlConnection } from '../../engine/tables/control-connection.ts';
import { nameTables } from '../../engine/tables/table-names.ts';
import { unknownTable } from '../../mysql/find-table.ts';
import { inspectTable } from '../../mysql/inspect-table.ts';
import { connect } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import type { TableName } from '../../sql/inspect.ts';
import { replaceSpans } from '../../sql/parser/references.ts';
import { engineOptions } from '../options/engine-options.ts';
import type { Settings } from '../options/settings.ts';
import { dataWork } from '../statements/data-work.ts';
import { type FileStatement, labelOf, placeOf } from '../statements/file-statement.ts';
import { type DataTask, qualify, type RenameTask, type TableTask, type Task } from '../statements/task.ts';
import { namedTables } from './named-tables.ts';

/** Where dry runs happen. */
export interface PlanDatabase {
  readonly target: Target;
  readonly replica: Target | null;
}

/** Where, and under what options, a statement is planned. */
export interface TaskPlanning {
  readonly database: PlanDatabase;
  readonly settings: Settings;
  /** Where statements of the run meet; `null` for one that no other has to do with. */
  readonly stage: Stage | null;
}

/** @throws GhostshipError for what the migration itself would refuse before it changes anything */
export async function planTask(
  statement: FileStatement,
  task: Task,
  planning: TaskPlanning,
  signal: AbortSignal,
): Promise<StatementPlan> {
  switch (task.kind) {
    case 'change':
      return planChange(statement, task, planning, signal);
    case 'create':
      await refuseForCreating(planning);
      await tryCreating(statement, task, planning);
      return {
        ...emptyPlan(statement),
        reason: 'A new table: it has no rows, and nobody uses it yet.',
        after: statement.text,
      };
    case 'drop':
      return planDrop(statement, task, planning, signal);
    case 'rename':
      return planRename(statement, task, planning, signal);
    case 'data':
      return planData(statement, task, planning);
  }
}

async function planChange(
  statement: FileStatement,
  task: TableTask,
  { database, settings, stage }: TaskPlanning,
  signal: AbortSignal,
): Promise<StatementPlan> {
  const { file, line, text, table, parsed } = statement;
  const { target } = database;
  const options = engineOptions(settings.valuesFor(file, table), settings);
  const request = { ...database, file, line, statement: text, options };
  const names = namedTables(parsed).map((named) => qualify(named, target.database));
  const isKnown = stage?.tables.knows(names) === true;
  const plan =
    stage !== null && isKnown ? await planOnStage(request, stage, signal) : await planStatement(request, signal);
  if (stage !== null && !isKnown) await repeatOnStage(plan, qualify(task.table, target.database), stage);
  return { ...plan, table: labelOf(task.table.schema, plan.table, target.database) };
}

/** Only the target can tell, and it is not asked where there is a replica. */
async function refuseForCreating({ database: { target, replica }, stage }: TaskPlanning): Promise<void> {
  if (replica !== null) return;
  if (stage !== null) return refuseTarget(stage.control.server);
  await using session = await connect(target, 'planning a new table');
  await refuseTargetOf(session);
}

async function tryCreating(
  statement: FileStatement,
  task: TableTask,
  { database: { target }, stage }: TaskPlanning,
): Promise<void> {
  if (stage === null) return;
  const tables = namedTables(statement.parsed).map((table) => qualify(table, target.database));
  const creation = { statement: statement.text, table: statement.label, place: placeOf(statement) };
  const table = qualify(task.table, target.database);
  await createOnStage(stage, table, tables, creation, (name) => withTables(statement, target.database, name));
}

/** The text of the statement with other tables in it. */
function withTables({ parsed, text }: FileStatement, database: string, name: (table: TableName) => string): string {
  const spans = namedTables(parsed).map((table) => ({
    start: table.start - parsed.start,
    end: table.end - parsed.start,
    by: name(qualify(table, database)),
  }));
  return replaceSpans(text, spans);
}

async function planDrop(
  statement: FileStatement,
  task: TableTask,
  planning: TaskPlanning,
  signal: AbortSignal,
): Promise<StatementPlan> {
  const { stage } = planning;
  const { target, replica } = planning.database;
  const asked = qualify(task.table, target.database);
  await using opened = await openControl(planning);
  const { control } = opened;
  if (replica === null) refuseTarget(control.server);
  const look: Look = (name) => (stage === null ? inspectTable(control.session, name) : stage.tables.look(name));
  const definition = await look(asked);
  if (definition === null) {
    if (task.ifExists) return { ...emptyPlan(statement), reason: 'The table is not there, so nothing is done.' };
    throw await (stage === null
      ? unknownTable(control.session, asked, goneHint)
      : stage.tables.unknown(asked, goneHint));
  }
  const { table } = definition;
  await refuseRetiring(control.session, definition);
  const { retired } = nameTables(table, false);
  if ((await look(retired)) !== null) throw retiredNameTaken(retired);
  await stage?.retire(table, retired);
  return {
    ...emptyPlan(statement),
    table: labelOf(asked.schema, table.name, target.database),
    reason: `It is renamed to ${labelOf(asked.schema, retired.name, target.database)} and keeps its rows until cleanup drops it.`,
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
  planning: TaskPlanning,
  signal: AbortSignal,
): Promise<StatementPlan> {
  const { stage } = planning;
  const { database } = planning.database.target;
  await using opened = await openControl(planning);
  const { control } = opened;
  const look: Look = (name) => (stage === null ? inspectTable(control.session, name) : stage.tables.look(name));
  const asked = renames.map(({ from, to }) => ({ from: qualify(from, database), to: qualify(to, database) }));
  const checked = await checkRenames(control.session, { renames: asked, ifExists }, look);
  for (const { from, to } of checked.renames) await stage?.rename(from, to);
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

/** That of the stage where there is one: it is open already. */
async function openControl({
  database: { target, replica },
  stage,
}: TaskPlanning): Promise<{ readonly control: ControlConnection } & AsyncDisposable> {
  const control = stage?.control ?? (await openControlConnection(replica ?? target));
  return {
    control,
    [Symbol.asyncDispose]: () => (stage === null ? control[Symbol.asyncDispose]() : Promise.resolve()),
  };
}

async function planData(
  statement: FileStatement,
  task: DataTask,
  { database: { target, replica }, settings, stage }: TaskPlanning,
): Promise<StatementPlan> {
  const work = dataWork(statement, task, target, settings);
  const isKnown = stage?.tables.knows(work.tables) === true;
  const transaction = 'It changes rows, in one transaction of its own.';
  const limit = `up to ${work.maxRows} are allowed`;
  if (stage !== null && isKnown) {
    await explainOnStage(stage, work, (name) => withTables(statement, target.database, name));
    await changeRowsOnStage(stage, work.tables);
    const reason = `${transaction} How many it examines can only be counted once the statements before it have run; ${limit}.`;
    return { ...emptyPlan(statement), reason, rows: work.rows };
  }
  await using session = await connect(replica ?? target, 'asking what a statement examines');
  const rows = await checkData(session, work);
  if (stage !== null) await changeRowsOnStage(stage, work.tables);
  const reason = `${transaction} It examines about ${formatted(rows, 'row')}, by the estimate of the server; ${limit}.`;
  return { ...emptyPlan(statement), reason, rows };
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
