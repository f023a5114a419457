import type { TableDefinition } from '../../mysql/inspect-table.ts';
import { hasReplicas } from '../../mysql/replication.ts';
import type { ServerFacts } from '../../mysql/server-facts.ts';
import type { Target } from '../../mysql/target.ts';
import { withoutForeignKeys } from '../../sql/foreign-keys.ts';
import type { AlterStatement } from '../../sql/parser/alter.ts';
import { algorithmOf, tryOnClone } from '../change-on-server.ts';
import { chooseWay, type Way } from '../choose-way.ts';
import { deferIndexes } from '../indexes/deferral.ts';
import { mapColumns } from '../mapping/column-map.ts';
import { type CopyPlan, planCopy } from '../mapping/copy-plan.ts';
import { inspectOriginal } from '../preflight/original.ts';
import { requireAlter } from '../preflight/read-alter.ts';
import { refuseAll } from '../preflight/refusals.ts';
import { refuseShortImages } from '../preflight/row-image.ts';
import { refuseStatement } from '../preflight/statement.ts';
import { refuseCopy, refuseTable, type TableOptions } from '../preflight/table.ts';
import { refuseTarget } from '../preflight/target.ts';
import { tryPrivileges } from '../preflight/try-privileges.ts';
import { probeRows } from '../probes/probe-rows.ts';
import type { MigrateOptions } from '../request.ts';
import { judgeWayBack } from '../resume/judge-way-back.ts';
import { type CloneAltered, cheapWays } from '../tables/alter-clone.ts';
import { type ControlConnection, openControlConnection } from '../tables/control-connection.ts';
import { openClone } from '../tables/empty-clone.ts';
import { commentsOf, refuseLeftovers } from '../tables/ghost.ts';
import { whyNoInstantColumns } from '../tables/instant-columns.ts';
import { keepOutOfBinlog } from '../tables/keep-out-of-binlog.ts';
import { needsOwnSchema } from '../tables/own-schema.ts';
import { Sessions } from '../tables/sessions.ts';
import { nameTables } from '../tables/table-names.ts';
import { dropFromClone } from '../tables/unchecked-keys.ts';
import { estimateCopy } from './estimate.ts';
import { findNaming } from './find-naming.ts';
import { nextOriginal } from './next-original.ts';
import type { Estimate, StatementPlan } from './statement-plan.ts';

export interface PlanRequest {
  readonly target: Target;
  /** Where the dry run happens. Without a replica it happens on the target, also on an empty clone. */
  readonly replica: Target | null;
  readonly file: string | null;
  /** Line in the file where the statement starts, from 1. */
  readonly line: number;
  readonly statement: string;
  readonly options: PlanOptions;
}

export type PlanOptions = TableOptions & Pick<MigrateOptions, 'indexes'>;

/**
 * The dry run: alters an empty clone, outside the binlog, and says what the migration will do. It only reads the original.
 *
 * @throws GhostshipError for everything that the migration itself refuses before it copies, and `leftover-tables`
 */
export async function planStatement(request: PlanRequest, signal: AbortSignal): Promise<StatementPlan> {
  signal.throwIfAborted();
  const { database } = request.target;
  await using control = await openControlConnection(request.replica ?? request.target, request.options.allow);
  if (request.replica === null) refuseTarget(control.server);
  const alter = requireAlter(request.statement, control.server);
  refuseStatement(alter);
  const table = { schema: alter.table.schema ?? database, name: alter.table.name };
  // On the target it is the user who migrates: what the migration would be denied is denied here.
  const purpose = request.replica === null ? 'migration' : 'dry run';
  const found = await inspectOriginal(control.session, control.server, table, purpose);
  const { original, unchecked, warnings } = await nextOriginal(control.session, found);
  await using session = await control.sessions.openWithChecks('the dry run');
  await using altering = await control.sessions.openAsGiven('trying the statement', 'with checks');
  for (const own of [session, altering]) await keepOutOfBinlog(own, request.replica !== null);
  const { server } = control;
  const { foreignKeys } = request.options;
  const apart = needsOwnSchema(original, alter, server.flavor, foreignKeys);
  const names = nameTables(original.table, apart);
  refuseLeftovers(names, await commentsOf(control.session, names));
  if (request.replica === null) refuseAll([await tryPrivileges(session, original.table, 'plan', apart)]);
  const asked = { original, alter, server, foreignKeys, purpose: 'plan' } as const;
  await using clone = await openClone(session, asked);
  await dropFromClone(session, clone.name, unchecked);
  const { altered, after } = await tryOnClone({ asking: session, altering }, clone, asked, cheapWays);
  // If the test replica is a replica, it is one of the target's, so the target has replicas.
  const replicas = (await hasReplicas(session)) || (request.replica !== null && isReplica(server.facts));
  const way = await chooseWay(control, { original, alter, altered, after }, request.options, replicas);
  const work = way.kind === 'copy' ? await planWork(control, original, after, alter, request) : null;
  const leavesKeysOut = work !== null && foreignKeys === 'drop';
  const keyIndexName = work?.key.onGhost.name ?? '';
  const deferral =
    work && (await deferIndexes(session, after, original, request.options.indexes, replicas, keyIndexName));
  const map = mapColumns(original, after, alter);
  const notInstant = whyNoInstantColumns(control.server, alter);
  const hazards = await probeRows(session, control.server, original, after, map, signal);
  const columnsGone = [...alter.droppedColumns, ...alter.columnRenames.map(({ from }) => from)];
  const namedBy = await findNaming(control.session, control.server, original.table, columnsGone, signal);
  return {
    file: request.file,
    line: request.line,
    statement: request.statement,
    table: original.table.name,
    algorithm: algorithmOf(way),
    reason: reasonFor(altered, way),
    rows: original.rowsEstimated,
    dataBytes: original.dataBytes,
    indexBytes: original.indexBytes,
    before: original.createStatement,
    after: leavesKeysOut ? withoutForeignKeys(after.createStatement) : after.createStatement,
    migrationKey: work === null ? null : describeKey(work),
    deferral: deferral && { ...deferral, indexes: deferral.indexes.map(({ name }) => name) },
    warnings: [...warnings, ...(notInstant === null ? [] : [notInstant]), ...altered.warnings],
    hazards,
    wayBack: judgeWayBack(algorithmOf(way), original, after, alter),
    namedBy,
    estimate: work === null ? null : await estimate(request, work, original, control),
  };
}

/** Refuses what the migration itself refuses once it knows that it must copy. Returns how it will copy. */
export async function planWork(
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

/** Only on the replica: the target must not do this work. */
async function estimate(
  { replica }: PlanRequest,
  work: CopyPlan,
  original: TableDefinition,
  { sessions: { naming } }: ControlConnection,
): Promise<Estimate | null> {
  if (replica === null) return null;
  await using sessions = new Sessions(replica, work.settings, { naming });
  await using session = await sessions.open('measuring a sample');
  await keepOutOfBinlog(session, true);
  return await estimateCopy(session, work, original);
}

export function describeKey({ key }: CopyPlan): NonNullable<StatementPlan['migrationKey']> {
  return { name: key.index, columns: key.columns.map((column) => column.original.name), reason: key.reason };
}

export function reasonFor(altered: CloneAltered, way: Way): string {
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
export function isReplica({ sources }: ServerFacts): boolean {
  return sources === null || sources.length > 0;
}
