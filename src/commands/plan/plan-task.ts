import { checkRenames } from '../../engine/direct/check-renames.ts';
import { takesIfExists } from '../../engine/direct/look-for-table.ts';
import { refuseRetiring } from '../../engine/direct/refuse-retiring.ts';
import { goneHint, retiredNameTaken } from '../../engine/direct/retire-table.ts';
import { definedAs, madeAs } from '../../engine/plan/circumstances.ts';
import type { DryRun } from '../../engine/plan/dry-run.ts';
import { findNaming } from '../../engine/plan/find-naming.ts';
import { readUse } from '../../engine/plan/gather-facts.ts';
import { joinNaming, type NamedBy } from '../../engine/plan/named-by.ts';
import { createOnStage } from '../../engine/plan/others-on-stage.ts';
import { planStatement } from '../../engine/plan/plan.ts';
import { planOnStage } from '../../engine/plan/plan-on-stage.ts';
import type { StatementPlan } from '../../engine/plan/statement-plan.ts';
import { takenByRun } from '../../engine/tables/leftovers.ts';
import { nameTables } from '../../engine/tables/table-names.ts';
import { unknownTable } from '../../mysql/find-table.ts';
import type { TableDefinition } from '../../mysql/inspect-table.ts';
import type { TableName } from '../../sql/inspect.ts';
import { GhostshipError } from '../../support/errors.ts';
import { tellWhoKeeps } from '../ledger/who-keeps.ts';
import { engineOptions } from '../options/engine-options.ts';
import { creationOf } from '../statements/creation-of.ts';
import { type FileStatement, labelOf } from '../statements/file-statement.ts';
import { qualify, type RenameTask, renamesIn, type TableTask, type Task } from '../statements/task.ts';
import { namedTables } from './named-tables.ts';
import { notInnoDb } from './not-innodb.ts';
import { planData } from './plan-data.ts';
import { emptyPlan, lookOf, type TaskPlanning, withTables } from './task-planning.ts';
import { tellWhatWaits, tellWhoMigrates } from './who-migrates.ts';

const notThere = 'The table is not there, so nothing is done.';

/** @throws GhostshipError for what the migration itself would refuse before it changes anything */
export async function planTask(
  statement: FileStatement,
  task: Task,
  planning: TaskPlanning,
  signal: AbortSignal,
): Promise<StatementPlan> {
  try {
    return await planKind(statement, task, planning, signal);
  } catch (error) {
    const { dryRun } = planning;
    const { target: place } = dryRun.place;
    const tables = namedTables(statement.parsed).map((table) => qualify(table, place.database));
    if (error instanceof GhostshipError && error.code === 'leftover-tables') {
      const labels = tables.map(({ schema, name }) => labelOf(schema, name, place.database));
      const { message, hint } = await tellWhoKeeps(error, labels, place);
      throw new GhostshipError(error.code, message, { hint, cause: error });
    }
    const target = await dryRun.target();
    if (typeof target === 'string') throw error;
    throw await tellWhoMigrates(error, tables, target.control.session, place);
  }
}

async function planKind(
  statement: FileStatement,
  task: Task,
  planning: TaskPlanning,
  signal: AbortSignal,
): Promise<StatementPlan> {
  switch (task.kind) {
    case 'change':
      return planChange(statement, task, planning, signal);
    case 'create':
      return planCreate(statement, task, planning);
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
  planning: TaskPlanning,
  signal: AbortSignal,
): Promise<StatementPlan> {
  const { dryRun, settings, stage, rows } = planning;
  const { file, line, text, table } = statement;
  const { target } = dryRun.place;
  const mayBeGone = task.ifExists && takesIfExists(dryRun.control.server);
  if (mayBeGone && (await lookOf(planning)(qualify(task.table, target.database))) === null)
    return { ...(await emptyPlan(statement, planning)), reason: notThere };
  const options = engineOptions(settings.valuesFor(file, table), settings);
  const request = { ...dryRun.place, file, line, statement: text, options, rows };
  const plan = await (stage === null
    ? planStatement(request, signal, dryRun)
    : planOnStage(request, dryRun, stage, signal));
  const warnings = [...(await whatWaits(qualify(task.table, target.database), dryRun)), ...plan.warnings];
  return { ...plan, warnings, table: labelOf(task.table.schema, plan.table, target.database) };
}

async function whatWaits(table: TableName, dryRun: DryRun): Promise<string[]> {
  const side = await dryRun.target();
  if (typeof side === 'string' || !side.hasBegun(table)) return [];
  const waits = await tellWhatWaits(table, side.control.session, dryRun.place.target);
  return waits === null ? [] : [waits];
}

async function planCreate(statement: FileStatement, task: TableTask, planning: TaskPlanning): Promise<StatementPlan> {
  const table = qualify(task.table, planning.dryRun.place.target.database);
  const there = await lookOf(planning)(table);
  const isThere = task.ifExists && there !== null;
  // Only tables have clones, which say so themselves.
  if (there !== null && there.kind !== 'table' && !isThere) throw nameOfOther(there);
  const made = await tryCreating(statement, task, planning);
  const warnings = made === null ? [] : notInnoDb(made.engine);
  const empty = { ...(await emptyPlan(statement, planning)), warnings };
  if (isThere) return { ...empty, reason: 'The table is there already, so nothing is done.' };
  return {
    ...empty,
    reason: 'A new table: it has no rows, and nobody uses it yet.',
    after: statement.text,
    circumstances: made === null ? [] : [madeAs(made)],
  };
}

function nameOfOther({ table, kind }: TableDefinition): GhostshipError {
  const what = kind === 'view' || kind === 'sequence' ? `, and it is a ${kind}` : '';
  return new GhostshipError('invalid-statement', `There is ${table.name} already in ${table.schema}${what}.`, {
    hint: 'Choose another name for the table.',
  });
}

/** @returns the table as the server makes it; `null` where it could not be tried */
async function tryCreating(
  statement: FileStatement,
  task: TableTask,
  { dryRun, stage }: TaskPlanning,
): Promise<TableDefinition | null> {
  if (stage === null) return null;
  const { target } = dryRun.place;
  const tables = namedTables(statement.parsed).map((table) => qualify(table, target.database));
  const creation = creationOf(statement, target.database);
  const table = qualify(task.table, target.database);
  await createOnStage(stage, table, tables, creation, (name) => withTables(statement, target.database, name));
  return await stage.tables.look(table);
}

async function planDrop(
  statement: FileStatement,
  task: TableTask,
  planning: TaskPlanning,
  signal: AbortSignal,
): Promise<StatementPlan> {
  const { dryRun, stage } = planning;
  const { target } = dryRun.place;
  const asked = qualify(task.table, target.database);
  const { control } = dryRun;
  const look = lookOf(planning);
  const definition = await look(asked);
  if (definition === null) {
    if (task.ifExists) return { ...(await emptyPlan(statement, planning)), reason: notThere };
    throw await (stage === null
      ? unknownTable(control.session, asked, goneHint)
      : stage.tables.unknown(asked, goneHint));
  }
  const { table } = definition;
  await refuseRetiring(control.session, definition, control.server);
  const { retired } = nameTables(table, false);
  if (stage?.tables.isTaken(retired) === true) throw takenByRun(retired, null);
  if ((await look(retired)) !== null || (await isLeftOnTarget(retired, planning))) throw retiredNameTaken(retired);
  await stage?.retire(table, retired);
  const empty = await emptyPlan(statement, planning);
  const source = stage?.tables.standingOf(retired)?.source ?? definition;
  return {
    ...empty,
    table: labelOf(asked.schema, table.name, target.database),
    reason: `It is renamed to ${labelOf(asked.schema, retired.name, target.database)} and keeps its rows until \`ghostship cleanup --retired drop\` drops it.`,
    rows: definition.rowsEstimated,
    dataBytes: definition.dataBytes,
    indexBytes: definition.indexBytes,
    before: definition.createStatement,
    namedBy: await findNaming(dryRun, table, 'table', signal),
    facts: {
      ...empty.facts,
      destroyed: {
        isTable: true,
        columns: definition.columns.map(({ name }) => name),
        indexes: definition.indexes.map(({ name }) => name),
        partitions: [],
        rows: definition.rowsEstimated,
      },
      use: await readUse(dryRun, source.table),
    },
  };
}

/** What an earlier migration has left there may not have come to the replica. */
async function isLeftOnTarget(table: TableName, { dryRun, stage }: TaskPlanning): Promise<boolean> {
  const target = await dryRun.target();
  if (typeof target === 'string' || !dryRun.isOnReplica || stage?.tables.isGone(table) === true) return false;
  return await target.has(table);
}

async function planRename(
  statement: FileStatement,
  { renames, ifExists }: RenameTask,
  planning: TaskPlanning,
  signal: AbortSignal,
): Promise<StatementPlan> {
  const { dryRun, stage } = planning;
  const { database } = dryRun.place.target;
  const asked = renamesIn({ renames }, database);
  const checked = await checkRenames(dryRun.control.session, { renames: asked, ifExists }, lookOf(planning));
  for (const { from, to } of checked.renames) await stage?.rename(from, to);
  const inWords = ({ schema, name }: TableName): string => labelOf(schema, name, database);
  const changes = checked.renames.map(({ from, to }) => `${inWords(from)} becomes ${inWords(to)}`);
  const naming: NamedBy[] = [];
  for (const { table } of checked.tables) {
    const goes = checked.freed.some(({ schema, name }) => schema === table.schema && name === table.name);
    naming.push(await findNaming(dryRun, table, goes ? 'table' : [], signal));
  }
  const total = (size: (table: TableDefinition) => number): number =>
    checked.tables.reduce((sum, table) => sum + size(table), 0);
  return {
    ...(await emptyPlan(statement, planning)),
    rows: total(({ rowsEstimated }) => rowsEstimated),
    dataBytes: total(({ dataBytes }) => dataBytes),
    indexBytes: total(({ indexBytes }) => indexBytes),
    reason:
      changes.length === 0
        ? 'None of the tables is there, so nothing is done.'
        : `The server changes names alone, all at once: ${changes.join(', ')}.`,
    namedBy: joinNaming(naming),
    circumstances: checked.tables.map((definition) => definedAs(inWords(definition.table), definition)),
  };
}
