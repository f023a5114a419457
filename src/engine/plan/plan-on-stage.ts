import type { TableDefinition } from '../../mysql/inspect-table.ts';
import type { AlterStatement } from '../../sql/parser/alter.ts';
import { GhostshipError } from '../../support/errors.ts';
import type { Tried } from '../change-on-server.ts';
import { type ColumnMap, ghostColumnOf, mapColumns, type NameChanges } from '../mapping/column-map.ts';
import { type CopyPlan, planCopy } from '../mapping/copy-plan.ts';
import { refuseOriginal, unknownHint } from '../preflight/original.ts';
import { requireAlter } from '../preflight/read-alter.ts';
import { refuseStatement } from '../preflight/statement.ts';
import { refuseTarget } from '../preflight/target.ts';
import { type Hazard, isCertain } from '../probes/hazard.ts';
import { addedColumns } from '../probes/probe.ts';
import { probeRows } from '../probes/probe-rows.ts';
import { needsOwnSchema } from '../tables/own-schema.ts';
import { nameTables, type TableNames } from '../tables/table-names.ts';
import type { DryRun } from './dry-run.ts';
import { findNaming } from './find-naming.ts';
import { refuseFirstRows } from './first-rows.ts';
import { mayDestroy, readUse } from './gather-facts.ts';
import { judgeStatement, rewritesRows } from './judge-statement.ts';
import { namedByNobody } from './named-by.ts';
import { parentNow } from './parent-now.ts';
import {
  gatherFacts,
  type PlanRequest,
  planDeferral,
  purposeOf,
  refuseAsMigration,
  refuseNamesOf,
  warnOfCopy,
} from './plan.ts';
import type { Stage } from './stage.ts';
import type { Standing } from './standings.ts';
import type { RecentUse } from './statement-facts.ts';
import type { Estimate, StatementPlan } from './statement-plan.ts';

/**
 * As `planStatement`, among other statements of the run: the statement is tried on what those before it leave.
 *
 * @throws GhostshipError for everything that the migration itself refuses before it copies
 */
export async function planOnStage(
  request: PlanRequest,
  dryRun: DryRun,
  stage: Stage,
  signal: AbortSignal,
): Promise<StatementPlan> {
  signal.throwIfAborted();
  const { tables } = stage;
  const { session, server } = dryRun.control;
  if (!dryRun.isOnReplica) refuseTarget(server);
  const alter = requireAlter(request.statement, server);
  refuseStatement(alter);
  const table = { schema: alter.table.schema ?? request.target.database, name: alter.table.name };
  const found = await tables.look(table);
  if (found === null) throw await tables.unknown(table, unknownHint);
  await refuseOriginal(session, server, found, purposeOf(dryRun));
  const use = mayDestroy(alter) ? await readUse(dryRun, (found.source ?? found).table) : null;
  const standing = await tables.bring(table);
  const original = await tables.look(table);
  if (standing === null || original === null) throw await tables.unknown(table, unknownHint);
  const apart = needsOwnSchema(original, alter, server.flavor, request.options.foreignKeys);
  const own = standing.isAltered ? null : request.statement;
  const names = nameTables(original.table, apart);
  await refuseAsMigration(dryRun, original, names, own, tables);
  const tried = await stage.alter(original, alter, request.options, dryRun);
  try {
    return await judge(request, dryRun, stage, { standing, original, alter, names, tried, use }, signal);
  } catch (error) {
    await tried.undo();
    throw error;
  }
}

interface TriedOnStage {
  readonly standing: Standing;
  readonly original: TableDefinition;
  readonly alter: AlterStatement;
  readonly names: TableNames;
  readonly tried: Tried;
  readonly use: RecentUse | null;
}

async function judge(
  request: PlanRequest,
  dryRun: DryRun,
  stage: Stage,
  { standing, original, alter, names, tried, use }: TriedOnStage,
  signal: AbortSignal,
): Promise<StatementPlan> {
  const { source } = standing;
  const { after } = tried;
  const judged = await judgeStatement(request, dryRun, original, alter, tried);
  const { plan, columnsGone, work } = judged;
  await refuseNamesOf(dryRun, names, work, stage.tables);
  const { warnings } = standing;
  const changes = { original, after, step: mapColumns(original, after, alter), rewritten: rewritesRows(judged) };
  const estimate =
    work === null || source === null ? null : await estimateOn(request, stage, source, after, work, standing.map);
  const hazards = request.rows === 'leave' ? [] : await hazardsOn(stage, standing, changes, signal);
  if (request.rows === 'look' && source !== null && !standing.rowsChanged) {
    const { step: map, rewritten } = changes;
    const { server } = stage.control;
    const step = { server, original, altered: after, map, added: addedColumns(after, map), rewritten };
    const clone = stage.tables.staged(original.table);
    await refuseFirstRows({ dryRun, alter: step, source, map: standing.map, clone, hazards });
  }
  const found = {
    ...plan,
    warnings: [
      ...warnings,
      ...plan.warnings,
      ...(await warnOfCopy(request, dryRun, { original, alter, work, estimate })),
    ],
    deferral: await planDeferral(request, dryRun, original, after, work),
    hazards,
    namedBy: source === null ? namedByNobody : await findNaming(dryRun, source.table, columnsGone, signal),
    estimate,
    facts: await gatherFacts(dryRun, { original, alter, after, work, use, estimate }),
  };
  // A statement that is refused leaves nothing behind.
  standing.warnings = [];
  if (work !== null && request.options.retired === 'keep') stage.tables.keep(names.retired);
  return found;
}

/** The rows are in the table as it is now, before any statement. */
async function estimateOn(
  { options }: PlanRequest,
  stage: Stage,
  source: TableDefinition,
  after: TableDefinition,
  work: CopyPlan,
  map: ColumnMap,
): Promise<Estimate | null> {
  if (!stage.dryRun.isOnReplica) return null;
  const names = { ...nameTables(source.table, false), ghost: work.names.ghost };
  try {
    const fromSource = planCopy(
      names,
      source,
      after,
      changesOf(source, after, map),
      stage.control.server,
      options.allow,
    );
    return await stage.estimate(fromSource, source);
  } catch (error) {
    // Only the steps between can be made, not all of them at once.
    if (error instanceof GhostshipError) return null;
    throw error;
  }
}

/** What all statements so far have done to the names. */
function changesOf(source: TableDefinition, after: TableDefinition, map: ColumnMap): NameChanges {
  const renames = map.filter(({ from, to }) => from.name !== to.name);
  return {
    columnRenames: renames.map(({ from, to }) => ({ from: from.name, to: to.name })),
    droppedColumns: source.columns.map(({ name }) => name).filter((name) => ghostColumnOf(map, name) === undefined),
    addedColumns: after.columns.map(({ name }) => name).filter((name) => !map.some(({ to }) => to.name === name)),
  };
}

/** One statement, from the table before it. */
interface Step {
  readonly original: TableDefinition;
  readonly after: TableDefinition;
  readonly step: ColumnMap;
  readonly rewritten: boolean;
}

/** What the rows that are there by now say of the table as it will be, and what only those that will be there could say. */
async function hazardsOn(
  stage: Stage,
  standing: Standing,
  { original, after, step, rewritten }: Step,
  signal: AbortSignal,
): Promise<Hazard[]> {
  const { source, map, rowsChanged } = standing;
  if (source === null) return rowsChanged ? unknowable(original, after, step, false) : [];
  const { asking, control } = stage;
  const added = addedColumns(after, step);
  const { tables } = stage;
  const probed = {
    server: control.server,
    original: source,
    altered: after,
    map,
    added,
    rewritten,
    parentNow: parentNow(tables),
  };
  const found = await probeRows(asking, probed, signal);
  const counted = found.filter(({ message }) => !standing.told.has(message));
  for (const { message } of counted) standing.told.add(message);
  const filled = step.filter(({ to }) => !map.some((pair) => pair.to.name === to.name));
  const open = source.rowsEstimated === 0 && !rowsChanged ? [] : unknowable(original, after, filled, !rowsChanged);
  const parentsChanged = (key: string | null): boolean =>
    after.foreignKeys.some(({ name, parent }) => name === key && tables.standingOf(parent)?.rowsChanged === true);
  return [...counted.map((hazard) => (rowsChanged || parentsChanged(hazard.key) ? inDoubt(hazard) : hazard)), ...open];
}

const onlyThen = 'that can only be counted once the statements before it have run';

/** A statement in between may mend it. */
function inDoubt(hazard: Hazard): Hazard {
  if (!isCertain(hazard)) return hazard;
  const message = `${hazard.message} A statement before it changes rows, so ${onlyThen}.`;
  const hint = `Unless that statement does it: ${hazard.hint.charAt(0).toLowerCase()}${hazard.hint.slice(1)}`;
  return { ...hazard, count: 'unknown', message, hint };
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
