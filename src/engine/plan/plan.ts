import type { TableDefinition } from '../../mysql/inspect-table.ts';
import type { Target } from '../../mysql/target.ts';
import type { TableName } from '../../sql/inspect.ts';
import type { AlterStatement } from '../../sql/parser/alter.ts';
import { tryOnClone } from '../change-on-server.ts';
import { deferIndexes } from '../indexes/deferral.ts';
import { mapColumns } from '../mapping/column-map.ts';
import type { CopyPlan } from '../mapping/copy-plan.ts';
import { lostStatistics } from '../preflight/lost-statistics.ts';
import { inspectOriginal } from '../preflight/original.ts';
import { requireAlter } from '../preflight/read-alter.ts';
import { type GapOptions, retentionWarning } from '../preflight/retention.ts';
import { refuseStatement } from '../preflight/statement.ts';
import type { TableOptions } from '../preflight/table.ts';
import { refuseTarget } from '../preflight/target.ts';
import type { Hazard } from '../probes/hazard.ts';
import { addedColumns, type ProbedAlter } from '../probes/probe.ts';
import { probeRows } from '../probes/probe-rows.ts';
import type { MigrateOptions } from '../request.ts';
import { openClone } from '../tables/empty-clone.ts';
import { commentsOf } from '../tables/ghost.ts';
import { refuseLeftovers, refuseNames } from '../tables/leftovers.ts';
import { needsOwnSchema } from '../tables/own-schema.ts';
import { nameTables, type TableNames } from '../tables/table-names.ts';
import { dropFromClone } from '../tables/unchecked-keys.ts';
import { DryRun } from './dry-run.ts';
import { findNaming } from './find-naming.ts';
import { refuseFirstRows } from './first-rows.ts';
import { deriveSpace, findDestroyed, mayDestroy, readUse } from './gather-facts.ts';
import { judgeStatement, rewritesRows } from './judge-statement.ts';
import { nextOriginal } from './next-original.ts';
import type { Standings } from './standings.ts';
import type { RecentUse, StatementFacts } from './statement-facts.ts';
import type { Estimate, StatementPlan } from './statement-plan.ts';
import { takeStage } from './target-side.ts';

export interface PlanRequest {
  readonly target: Target;
  /** Where the dry run happens. Without a replica it happens on the target, also on an empty clone. */
  readonly replica: Target | null;
  readonly file: string | null;
  /** Line in the file where the statement starts, from 1. */
  readonly line: number;
  readonly statement: string;
  readonly options: PlanOptions;
  /** Whether the rows are looked at, which may take long: `look` unless it is given. */
  readonly rows?: 'look' | 'leave';
}

export type PlanOptions = TableOptions & Pick<MigrateOptions, 'indexes' | 'algorithm' | 'retired'> & GapOptions;

/**
 * The dry run: alters an empty clone, outside the binlog, and says what the migration will do. It only reads the original.
 *
 * @param shared what the statements of one plan share; `null` where this is the only one
 * @throws GhostshipError for everything that the migration itself refuses before it copies, and `leftover-tables`
 */
export async function planStatement(
  request: PlanRequest,
  signal: AbortSignal,
  shared: DryRun | null = null,
): Promise<StatementPlan> {
  signal.throwIfAborted();
  if (shared !== null) return await planOnClone(request, shared, signal);
  await using own = await DryRun.open(request, request.options.allow);
  return await planOnClone(request, own, signal);
}

async function planOnClone(request: PlanRequest, dryRun: DryRun, signal: AbortSignal): Promise<StatementPlan> {
  const { control, asking, isOnReplica } = dryRun;
  const { server } = control;
  if (!isOnReplica) refuseTarget(server);
  const alter = requireAlter(request.statement, server);
  refuseStatement(alter);
  const table = { schema: alter.table.schema ?? request.target.database, name: alter.table.name };
  const use = mayDestroy(alter) ? await readUse(dryRun, table) : null;
  const found = await inspectOriginal(control.session, server, table, purposeOf(dryRun), (it) => dryRun.look(it));
  const { original, unchecked, warnings } = await nextOriginal(control.session, found);
  const { foreignKeys } = request.options;
  const apart = needsOwnSchema(original, alter, server.flavor, foreignKeys);
  const names = nameTables(original.table, apart);
  await refuseAsMigration(dryRun, original, names, request.statement, null);
  const asked = { original, alter, server, foreignKeys, purpose: 'plan' } as const;
  await using clone = await openClone(asking, asked);
  await dropFromClone(asking, clone.name, unchecked);
  const ways = await dryRun.waysFor(original, alter, request.options);
  const tried = await tryOnClone({ asking, altering: await dryRun.altering() }, clone, asked, ways);
  const judged = await judgeStatement(request, dryRun, original, alter, tried);
  const { work, columnsGone } = judged;
  await refuseNamesOf(dryRun, names, work, null);
  const map = mapColumns(original, tried.after, alter);
  const changed = {
    server,
    original,
    altered: tried.after,
    map,
    added: addedColumns(tried.after, map),
    rewritten: rewritesRows(judged),
  };
  const estimate = work === null ? null : await dryRun.estimate(work, original);
  return {
    ...judged.plan,
    deferral: await planDeferral(request, dryRun, original, tried.after, work),
    warnings: [
      ...warnings,
      ...judged.plan.warnings,
      ...(await warnOfCopy(request, dryRun, { original, alter, work, estimate })),
    ],
    hazards: request.rows === 'leave' ? [] : await lookAtRows(dryRun, changed, clone.name, signal),
    namedBy: await findNaming(dryRun, original.table, columnsGone, signal),
    estimate,
    facts: await gatherFacts(dryRun, { original, alter, after: tried.after, work, use, estimate }),
  };
}

async function lookAtRows(
  dryRun: DryRun,
  alter: ProbedAlter,
  clone: TableName,
  signal: AbortSignal,
): Promise<readonly Hazard[]> {
  const hazards = await probeRows(dryRun.asking, alter, signal);
  await refuseFirstRows({ dryRun, alter, source: alter.original, map: alter.map, clone, hazards });
  return hazards;
}

/**
 * What a migration would be refused before it makes anything. Where the target cannot be asked, its replica tells of leftovers.
 *
 * @param statement `null` where an earlier one of the run comes before it
 */
export async function refuseAsMigration(
  dryRun: DryRun,
  original: TableDefinition,
  names: TableNames,
  statement: string | null,
  stage: Standings | null,
): Promise<void> {
  const target = await dryRun.target();
  if (typeof target !== 'string') return await target.refuse(original, names, statement, stage);
  refuseLeftovers(names, await namesTaken(dryRun, names, stage));
}

/**
 * The same for one that copies. It asks when the way is known.
 *
 * @param work `null` where nothing is copied
 */
export async function refuseNamesOf(
  dryRun: DryRun,
  names: TableNames,
  work: CopyPlan | null,
  stage: Standings | null,
): Promise<void> {
  if (work !== null) refuseNames(names, await namesTaken(dryRun, names, stage));
}

async function namesTaken(
  dryRun: DryRun,
  names: TableNames,
  stage: Standings | null,
): Promise<ReadonlyMap<TableName, string>> {
  const target = await dryRun.target();
  const { session } = typeof target === 'string' ? dryRun.control : target.control;
  const comments = await commentsOf(session, names);
  takeStage(comments, names, stage);
  return comments;
}

/** What is known of a statement that was tried. */
interface Known {
  readonly original: TableDefinition;
  readonly alter: AlterStatement;
  readonly after: TableDefinition;
  readonly work: CopyPlan | null;
  readonly use: RecentUse | null;
  readonly estimate: Estimate | null;
}

export async function gatherFacts(
  dryRun: DryRun,
  { original, alter, after, work, use, estimate }: Known,
): Promise<StatementFacts> {
  const destroyed = findDestroyed(original, after, alter);
  const goes = destroyed.columns.length + destroyed.indexes.length > 0;
  return {
    asked: await dryRun.describe(),
    destroyed,
    space: work === null ? null : deriveSpace(original),
    unmeasured: work === null || estimate !== null ? null : whyUnmeasured(dryRun),
    use: goes ? use : null,
  };
}

/** A sample is copied on a replica alone: the target must not do this work. */
function whyUnmeasured({ isOnReplica }: DryRun): string {
  return isOnReplica
    ? 'Time and the wait at the cutover are not measured: no rows could be copied to measure them with.'
    : 'No replica was given, so time, replica lag and the wait at the cutover are not measured; `max-lag` and `lock-budget` limit the last two.';
}

/** What a person must know of a copy. What is logged is for the target to tell. */
export async function warnOfCopy(
  { options }: PlanRequest,
  dryRun: DryRun,
  { original, alter, work, estimate }: Pick<Known, 'original' | 'alter' | 'work' | 'estimate'>,
): Promise<string[]> {
  if (work === null) return [];
  const { control } = dryRun;
  const lost = await lostStatistics(control.session, control.server.flavor, original, alter);
  const target = await dryRun.target();
  const retention =
    typeof target === 'string'
      ? null
      : await retentionWarning(
          target.control.session,
          target.control.server.facts,
          options,
          estimate?.durationMs ?? null,
        );
  return [lost, retention].filter((warning) => warning !== null);
}

/** On the target it is the user who migrates: what the migration would be denied is denied here. */
export function purposeOf({ isOnReplica }: DryRun): 'migration' | 'dry run' {
  return isOnReplica ? 'dry run' : 'migration';
}

/** @param work `null` where nothing is copied */
export async function planDeferral(
  { options }: PlanRequest,
  dryRun: DryRun,
  original: TableDefinition,
  after: TableDefinition,
  work: CopyPlan | null,
): Promise<StatementPlan['deferral']> {
  if (work === null) return null;
  const keyIndex = work.key.onGhost.name;
  const replicas = await dryRun.hasReplicas();
  const deferral = await deferIndexes(dryRun.asking, after, original, options.indexes, replicas, keyIndex);
  return deferral && { ...deferral, indexes: deferral.indexes.map(({ name }) => name) };
}
