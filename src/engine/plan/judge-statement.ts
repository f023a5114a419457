import type { TableDefinition } from '../../mysql/inspect-table.ts';
import { withoutForeignKeys } from '../../sql/foreign-keys.ts';
import type { AlterStatement } from '../../sql/parser/alter.ts';
import { GhostshipError } from '../../support/errors.ts';
import { afterBy, algorithmOf, type Tried } from '../change-on-server.ts';
import { chooseWay, type Way } from '../choose-way.ts';
import { refuseZeroUnderCounter } from '../mapping/auto-increment.ts';
import { mapColumns } from '../mapping/column-map.ts';
import { type CopyPlan, planCopy } from '../mapping/copy-plan.ts';
import { refuseMisplacedInTime } from '../preflight/misplaced-rows.ts';
import { refuseShortImages } from '../preflight/row-image.ts';
import { changesWholePartitions } from '../preflight/statement.ts';
import { hasCopy, refuseCopy, refuseTable } from '../preflight/table.ts';
import { ForeignKeys } from '../relations/foreign-keys.ts';
import { Triggers } from '../relations/triggers.ts';
import { judgeWayBack } from '../resume/judge-way-back.ts';
import type { CloneAltered } from '../tables/alter-clone.ts';
import { nameTables } from '../tables/table-names.ts';
import { convertingBy } from './circumstances.ts';
import type { DryRun } from './dry-run.ts';
import type { PlanRequest } from './plan.ts';
import type { StatementPlan } from './statement-plan.ts';

/** A statement that was tried: how it will be carried out, and all that its definitions tell. */
export interface Judged {
  /** How the rows are copied; `null` where the server does it. */
  readonly work: CopyPlan | null;
  /** Columns that the table has no more afterwards, under these names. */
  readonly columnsGone: readonly string[];
  readonly plan: Omit<StatementPlan, 'deferral' | 'hazards' | 'namedBy' | 'estimate' | 'facts'>;
}

/** @throws GhostshipError for what the migration itself refuses once it knows how it would be done */
export async function judgeStatement(
  request: PlanRequest,
  dryRun: DryRun,
  original: TableDefinition,
  alter: AlterStatement,
  { altered, after: tried, isTriedWith }: Tried,
): Promise<Judged> {
  const { file, line, statement, options } = request;
  const { control } = dryRun;
  const { server } = control;
  if (options.algorithm === 'copy' && hasCopy(alter, server)) await refuseAsCopy(dryRun, original, alter, options);
  const asked = { original, alter, altered, after: tried, ...(isTriedWith === undefined ? {} : { isTriedWith }) };
  const way = await chooseWay(control, asked, options, await dryRun.hasReplicas());
  const after = afterBy(way, original, tried);
  const work = way.kind === 'copy' ? await planWork(dryRun, original, after, alter, request) : null;
  const leavesKeysOut = work !== null && options.foreignKeys === 'drop';
  const isRewritten = !['instant', 'inplace'].includes(algorithmOf(way));
  const conversion = { original, after: tried, map: mapColumns(original, tried, alter) };
  const notInstant = options.algorithm === 'auto' ? await dryRun.whyNotInstant(original, alter) : null;
  return {
    work,
    columnsGone: [...alter.droppedColumns, ...alter.columnRenames.map(({ from }) => from)],
    plan: {
      file,
      line,
      statement,
      table: original.table.name,
      algorithm: algorithmOf(way),
      reason: reasonFor(altered, way, {
        algorithm: options.algorithm,
        isAtOnce: changesWholePartitions(alter, original),
      }),
      rows: original.rowsEstimated,
      dataBytes: original.dataBytes,
      indexBytes: original.indexBytes,
      before: original.createStatement,
      after: leavesKeysOut ? withoutForeignKeys(after.createStatement) : after.createStatement,
      migrationKey: work === null ? null : describeKey(work),
      warnings: [...(notInstant === null ? [] : [notInstant]), ...altered.warnings],
      circumstances: isRewritten ? await convertingBy(dryRun, conversion) : [],
      wayBack: judgeWayBack(algorithmOf(way), { original, after, changes: alter }, server, options.allow),
    },
  };
}

/** Whether rows are written anew. Where the server changes the table in another way, it decides alone what fits. */
export function rewritesRows({ plan: { algorithm } }: Judged): boolean {
  return algorithm !== 'instant' && algorithm !== 'inplace';
}

/** Refuses what the migration itself refuses once it knows that it must copy. Returns how it will copy. */
async function planWork(
  dryRun: DryRun,
  original: TableDefinition,
  after: TableDefinition,
  alter: AlterStatement,
  { options }: PlanRequest,
): Promise<CopyPlan> {
  const { control } = dryRun;
  await refuseAsCopy(dryRun, original, alter, options);
  const target = await dryRun.target();
  const names = { ...nameTables(original.table, false), ghost: after.table };
  const plan = planCopy(names, original, after, alter, control.server, options.allow);
  if (typeof target !== 'string') refuseShortImages(target.control.server.facts, original, plan.key);
  // Rows of a table that earlier statements alter are not there yet as they will be.
  if (original.source === undefined) {
    await refuseZeroUnderCounter(control.session, original, plan.map);
    await refuseMisplacedInTime(control.session, control.server.flavor, original, plan.key);
  }
  await tryRelations(dryRun, original, plan, options);
  return plan;
}

/** What the target logs, and denies its user, is not for its replica to tell. */
async function refuseAsCopy(
  dryRun: DryRun,
  original: TableDefinition,
  alter: AlterStatement,
  options: PlanRequest['options'],
): Promise<void> {
  const target = await dryRun.target();
  if (typeof target === 'string') await refuseTable(dryRun.control, original, alter, options);
  else await refuseCopy(target.control, original, alter, options);
}

/** What is to be carried over to the altered table; what a migration tries on its ghost is tried on the clone. */
async function tryRelations(
  dryRun: DryRun,
  original: TableDefinition,
  { names, map }: CopyPlan,
  options: PlanRequest['options'],
): Promise<void> {
  // It refuses what cannot follow. Whether the server takes the keys has been asked with the clone, which has them.
  void new ForeignKeys(names, original, map, options.foreignKeys);
  try {
    await new Triggers(names, original.triggers).tryOn(dryRun.asking);
  } catch (error) {
    const isAboutUser = error instanceof GhostshipError && error.code === 'missing-privileges';
    // The user of the test replica is another one.
    if (!(dryRun.isOnReplica && isAboutUser)) throw error;
  }
  const target = await dryRun.target();
  if (dryRun.isOnReplica && typeof target !== 'string') await target.tryTriggers(original);
}

function describeKey({ key }: CopyPlan): NonNullable<StatementPlan['migrationKey']> {
  return { name: key.index, columns: key.columns.map((column) => column.original.name), reason: key.reason };
}

interface Asked {
  readonly algorithm: 'auto' | 'copy';
  /** Whether whole partitions come or go. */
  readonly isAtOnce: boolean;
}

function reasonFor(altered: CloneAltered, way: Way, { algorithm, isAtOnce }: Asked): string {
  if (way.kind === 'add-keys') {
    return 'The server adds the foreign key in place while writers go on, and then every row is checked. It is dropped again where a row refers to none.';
  }
  if (way.kind === 'only-server') return way.only.reason;
  const onServer = way.kind !== 'copy';
  if (onServer && way.way === 'whole') {
    return 'The server itself copies the table, which is small. Writers wait for less than the lock budget.';
  }
  if (!onServer && algorithm === 'copy') return 'The option algorithm asks for a copy.';
  if (altered.way === 'instant') return 'The server changes only the definition. It touches no row.';
  if (altered.way === 'inplace' && onServer && isAtOnce)
    return 'The server changes whole partitions, at once, and writers wait for a moment. No row moves.';
  if (altered.way === 'inplace' && onServer && altered.rebuilds)
    return 'The server rebuilds the table in place while writers go on. A copy is not possible here, so nothing slows this down, and replicas fall behind for as long as it takes.';
  if (altered.way === 'inplace' && onServer)
    return 'The server changes the table in place while writers go on. It rewrites no row.';
  if (altered.way === 'inplace' && altered.rebuilds) {
    return 'The server could rebuild the table in place, but nothing could slow that down and replicas would fall behind. The table is copied instead, while writers go on.';
  }
  if (altered.way === 'inplace')
    return 'Replicas would fall behind while they build the index in one piece. The table is copied instead, while writers go on.';
  return altered.refusal === null
    ? 'The rows are copied while writers go on. The server itself would block them.'
    : `The rows are copied while writers go on. The server itself would block them: ${altered.refusal}`;
}
