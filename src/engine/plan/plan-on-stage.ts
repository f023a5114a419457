import type { TableDefinition } from '../../mysql/inspect-table.ts';
import { ServerError } from '../../mysql/server-errors.ts';
import type { TableName } from '../../sql/inspect.ts';
import type { AlterStatement } from '../../sql/parser/alter.ts';
import { tableName } from '../../sql/sql.ts';
import type { Tried } from '../change-on-server.ts';
import { type DataWork, refusedByServer } from '../direct/check-data.ts';
import { type Creation, explainCreating } from '../direct/create-table.ts';
import { type ColumnMap, mapColumns } from '../mapping/column-map.ts';
import { refuseKind } from '../preflight/original.ts';
import { requireAlter } from '../preflight/read-alter.ts';
import { refuseStatement } from '../preflight/statement.ts';
import { type Hazard, isCertain } from '../probes/hazard.ts';
import { probeRows } from '../probes/probe-rows.ts';
import { commentsOf, refuseLeftovers } from '../tables/ghost.ts';
import { needsOwnSchema } from '../tables/own-schema.ts';
import { nameTables } from '../tables/table-names.ts';
import { findNaming } from './find-naming.ts';
import { judgeStatement } from './judge-statement.ts';
import { namedByNobody } from './named-by.ts';
import type { PlanRequest } from './plan.ts';
import type { Stage } from './stage.ts';
import type { Standing } from './standings.ts';
import type { StatementPlan } from './statement-plan.ts';

/**
 * As `planStatement`, for a table that earlier statements of the run make, or change: the statement is tried on what they leave.
 *
 * @throws GhostshipError for everything that the migration itself refuses before it copies
 */
export async function planOnStage(request: PlanRequest, stage: Stage, signal: AbortSignal): Promise<StatementPlan> {
  signal.throwIfAborted();
  const { control } = stage;
  const alter = requireAlter(request.statement, control.server);
  refuseStatement(alter);
  const table = { schema: alter.table.schema ?? request.target.database, name: alter.table.name };
  await stage.tables.bring(table);
  const original = await stage.tables.look(table);
  if (original === null)
    throw await stage.tables.unknown(table, 'Check the name in the statement and the database in the target URL.');
  refuseKind(original);
  await refuseTakenNames(request, stage, original, alter);
  const tried = await stage.alter(original, alter);
  try {
    return await judge(request, stage, original, alter, tried, signal);
  } catch (error) {
    await tried.undo();
    throw error;
  }
}

/** Of the tables of the migration: an earlier statement may have taken one, or freed it. */
async function refuseTakenNames(
  { options }: PlanRequest,
  stage: Stage,
  original: TableDefinition,
  alter: AlterStatement,
): Promise<void> {
  const { session, server } = stage.control;
  const apart = needsOwnSchema(original, alter, server.flavor, options.foreignKeys);
  const names = nameTables(original.table, apart);
  const comments = await commentsOf(session, names);
  for (const name of [names.ghost, names.changelog, names.retired]) {
    if (stage.tables.isGone(name)) comments.delete(name);
    else if (stage.tables.standingOf(name) !== null && !comments.has(name)) comments.set(name, '');
  }
  refuseLeftovers(names, comments);
}

async function judge(
  request: PlanRequest,
  stage: Stage,
  original: TableDefinition,
  alter: AlterStatement,
  tried: Tried,
  signal: AbortSignal,
): Promise<StatementPlan> {
  const { control, asking } = stage;
  const { plan, columnsGone } = await judgeStatement(request, control, asking, original, alter, tried);
  const standing = stage.tables.standingOf(original.table);
  const source = standing?.source ?? null;
  const { after } = tried;
  return {
    ...plan,
    deferral: null,
    hazards:
      standing === null
        ? []
        : await hazardsOn(stage, standing, original, after, mapColumns(original, after, alter), signal),
    namedBy:
      source === null
        ? namedByNobody
        : await findNaming(control.session, control.server, source.table, columnsGone, signal),
    estimate: null,
  };
}

/** What the rows that are there by now say of the table as it will be, and what only those that will be there could say. */
async function hazardsOn(
  stage: Stage,
  standing: Standing,
  original: TableDefinition,
  after: TableDefinition,
  step: ColumnMap,
  signal: AbortSignal,
): Promise<Hazard[]> {
  const { source, map, rowsChanged } = standing;
  if (source === null) return rowsChanged ? unknowable(original, after, step, false) : [];
  const { asking, control } = stage;
  const found = await probeRows(asking, control.server, source, after, map, signal);
  const counted = found.filter(({ message }) => !standing.told.has(message));
  for (const { message } of counted) standing.told.add(message);
  const added = step.filter(({ to }) => !map.some((pair) => pair.to.name === to.name));
  const open = source.rowsEstimated === 0 && !rowsChanged ? [] : unknowable(original, after, added, !rowsChanged);
  return [...counted.map((hazard) => (rowsChanged ? inDoubt(hazard) : hazard)), ...open];
}

const onlyThen = 'that can only be counted once the statements before it have run';

/** A statement in between may mend it. */
function inDoubt(hazard: Hazard): Hazard {
  if (!isCertain(hazard)) return hazard;
  const message = `${hazard.message} A statement before it changes rows, so ${onlyThen}.`;
  return { ...hazard, count: 'unknown', message };
}

/** Questions about columns that no row has yet. */
function unknowable(
  original: TableDefinition,
  after: TableDefinition,
  columns: ColumnMap,
  isFilledByDefault: boolean,
): Hazard[] {
  return columns.flatMap(({ from, to }): Hazard[] => {
    const becomesUnique = after.indexes.some(
      ({ name, unique, columns: parts }) =>
        unique &&
        parts.some(({ column }) => column === to.name) &&
        !original.indexes.some((index) => index.name === name && index.unique),
    );
    const changes = from.columnType !== to.columnType || (from.nullable && !to.nullable) || becomesUnique;
    const common = {
      columns: [to.name],
      key: null,
      atLeast: false,
      sampleKeys: [],
      hint: `Look at ${to.name} between the two.`,
    };
    if (!changes) return [];
    if (isFilledByDefault && from.nullable && !from.hasDefault && !to.nullable && original.rowsEstimated > 0) {
      const count = original.rowsEstimated;
      const message = `${to.name} is NULL in all rows, about ${count}, and it becomes NOT NULL.`;
      return [
        {
          ...common,
          kind: 'null-in-not-null',
          count,
          message,
          hint: 'Give the column a default where it is added, or fill it before.',
        },
      ];
    }
    const kind = becomesUnique
      ? 'duplicate-key'
      : from.nullable && !to.nullable
        ? 'null-in-not-null'
        : 'not-convertible';
    const message = `It is not known whether ${to.name} fits in every row: statements before it add or fill this column, and ${onlyThen}.`;
    return [{ ...common, kind, count: 'unknown', message }];
  });
}

/** Does on the stage what has been tried elsewhere, for the statements that follow. */
export async function repeatOnStage(plan: StatementPlan, table: TableName, stage: Stage): Promise<void> {
  const standing = await stage.tables.bring(table);
  const original = await stage.tables.look(table);
  if (standing === null || original === null) return;
  await stage.alter(original, requireAlter(plan.statement, stage.control.server));
  for (const { message } of plan.hazards) standing.told.add(message);
}

/**
 * A CREATE TABLE, tried.
 *
 * @param tables that it names
 * @param inPlace gives the statement with every table as the function says
 * @throws GhostshipError `invalid-statement` with the server's words
 */
export async function createOnStage(
  stage: Stage,
  table: TableName,
  tables: readonly TableName[],
  creation: Creation,
  inPlace: (name: (table: TableName) => string) => string,
): Promise<void> {
  for (const named of tables) await stage.tables.bring(named);
  await stage.tables.prepare(table.schema);
  try {
    await stage.create(
      table,
      inPlace((named) => tableName(stage.tables.staged(named)).text),
    );
  } catch (error) {
    throw explainCreating(error, creation);
  }
}

/**
 * A statement that changes rows of tables that are not there yet, or not like this: only its text and its names can be tried.
 *
 * @throws GhostshipError `unknown-table`, `invalid-statement` with the server's words
 */
export async function explainOnStage(
  stage: Stage,
  { tables, place }: DataWork,
  inPlace: (name: (table: TableName) => string) => string,
): Promise<void> {
  for (const table of tables) {
    if ((await stage.tables.bring(table)) === null)
      throw await stage.tables.unknown(table, 'Check its name, and the database of target.');
  }
  try {
    await stage.explain(inPlace((named) => tableName(stage.tables.staged(named)).text));
  } catch (error) {
    throw error instanceof ServerError ? refusedByServer(error, place) : error;
  }
}

/** What is known of the rows of these tables is in doubt from now on. */
export async function changeRowsOnStage(stage: Stage, tables: readonly TableName[]): Promise<void> {
  for (const table of tables) {
    const standing = await stage.tables.bring(table);
    if (standing !== null) standing.rowsChanged = true;
  }
}
