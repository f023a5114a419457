import type { TableDefinition } from '../../mysql/inspect-table.ts';
import { hasReplicas } from '../../mysql/replication.ts';
import type { ServerFacts } from '../../mysql/server-facts.ts';
import type { Session } from '../../mysql/session.ts';
import { withoutForeignKeys } from '../../sql/foreign-keys.ts';
import type { AlterStatement } from '../../sql/parser/alter.ts';
import { algorithmOf, type Tried } from '../change-on-server.ts';
import { chooseWay, type Way } from '../choose-way.ts';
import { type CopyPlan, planCopy } from '../mapping/copy-plan.ts';
import { refuseShortImages } from '../preflight/row-image.ts';
import { refuseCopy, refuseTable } from '../preflight/table.ts';
import { judgeWayBack } from '../resume/judge-way-back.ts';
import type { CloneAltered } from '../tables/alter-clone.ts';
import type { ControlConnection } from '../tables/control-connection.ts';
import { whyNoInstantColumns } from '../tables/instant-columns.ts';
import { nameTables } from '../tables/table-names.ts';
import type { PlanRequest } from './plan.ts';
import type { StatementPlan } from './statement-plan.ts';

/** A statement that was tried: how it will be carried out, and all that its definitions tell. */
export interface Judged {
  /** How the rows are copied; `null` where the server does it. */
  readonly work: CopyPlan | null;
  readonly replicas: boolean;
  /** Columns that the table has no more afterwards, under these names. */
  readonly columnsGone: readonly string[];
  readonly plan: Omit<StatementPlan, 'deferral' | 'hazards' | 'namedBy' | 'estimate'>;
}

/**
 * @param asking tells whether the server has replicas
 * @throws GhostshipError for what the migration itself refuses once it knows how it would be done
 */
export async function judgeStatement(
  request: PlanRequest,
  control: ControlConnection,
  asking: Session,
  original: TableDefinition,
  alter: AlterStatement,
  { altered, after }: Tried,
): Promise<Judged> {
  const { file, line, statement, options, replica } = request;
  const { server } = control;
  // If the test replica is a replica, it is one of the target's, so the target has replicas.
  const replicas = (await hasReplicas(asking)) || (replica !== null && isReplica(server.facts));
  const way = await chooseWay(control, { original, alter, altered, after }, options, replicas);
  const work = way.kind === 'copy' ? await planWork(control, original, after, alter, request) : null;
  const leavesKeysOut = work !== null && options.foreignKeys === 'drop';
  const notInstant = whyNoInstantColumns(server, alter);
  return {
    work,
    replicas,
    columnsGone: [...alter.droppedColumns, ...alter.columnRenames.map(({ from }) => from)],
    plan: {
      file,
      line,
      statement,
      table: original.table.name,
      algorithm: algorithmOf(way),
      reason: reasonFor(altered, way),
      rows: original.rowsEstimated,
      dataBytes: original.dataBytes,
      indexBytes: original.indexBytes,
      before: original.createStatement,
      after: leavesKeysOut ? withoutForeignKeys(after.createStatement) : after.createStatement,
      migrationKey: work === null ? null : describeKey(work),
      warnings: [...(notInstant === null ? [] : [notInstant]), ...altered.warnings],
      wayBack: judgeWayBack(algorithmOf(way), original, after, alter),
    },
  };
}

/** Refuses what the migration itself refuses once it knows that it must copy. Returns how it will copy. */
async function planWork(
  control: ControlConnection,
  original: TableDefinition,
  after: TableDefinition,
  alter: AlterStatement,
  { options, replica }: PlanRequest,
): Promise<CopyPlan> {
  // What the target logs is not for its replica to tell.
  const refuse = replica === null ? refuseCopy : refuseTable;
  await refuse(control, original, alter, options);
  const names = { ...nameTables(original.table, false), ghost: after.table };
  const plan = planCopy(names, original, after, alter, control.server, options.allow);
  if (replica === null) refuseShortImages(control.server.facts, original, plan.key);
  return plan;
}

function describeKey({ key }: CopyPlan): NonNullable<StatementPlan['migrationKey']> {
  return { name: key.index, columns: key.columns.map((column) => column.original.name), reason: key.reason };
}

function reasonFor(altered: CloneAltered, way: Way): string {
  if (way.kind === 'add-keys') {
    return 'The server adds the foreign key in place while writers go on, and then every row is checked. It is dropped again where a row refers to none.';
  }
  if (way.kind === 'only-server') return way.only.reason;
  const onServer = way.kind !== 'copy';
  if (onServer && way.way === 'whole') {
    return 'The server itself copies the table, which is small. Writers wait for less than the lock budget.';
  }
  if (altered.way === 'instant') return 'The server changes only the definition. It touches no row.';
  if (altered.way === 'inplace' && onServer)
    return 'The server changes the table in place while writers go on. It rewrites no row.';
  if (altered.way === 'inplace' && altered.rebuilds) {
    return 'The server could rebuild the table in place, but nothing could slow that down and replicas would fall behind. The table is copied instead.';
  }
  if (altered.way === 'inplace')
    return 'Replicas would fall behind while they build the index in one piece. The table is copied instead.';
  return altered.refusal === null
    ? 'The server would copy the table and block writers.'
    : `The server would copy the table and block writers: ${altered.refusal}`;
}

/** Who may not ask is taken to be on one. */
function isReplica({ sources }: ServerFacts): boolean {
  return sources === null || sources.length > 0;
}
