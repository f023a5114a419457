import { inspectTable, type TableDefinition } from '../../mysql/inspect-table.ts';
import type { Target } from '../../mysql/target.ts';
import { withoutForeignKeys } from '../../sql/foreign-keys.ts';
import type { TableName } from '../../sql/inspect.ts';
import type { AlterStatement } from '../../sql/parser/alter.ts';
import { GhostshipError } from '../../support/errors.ts';
import { chooseDeferral } from '../indexes/deferral.ts';
import { mapColumns } from '../mapping/column-map.ts';
import { type CopyPlan, planCopy } from '../mapping/copy-plan.ts';
import { refuseForeignKeyAdded } from '../preflight/foreign-keys.ts';
import { inspectOriginal } from '../preflight/original.ts';
import { requireAlter } from '../preflight/read-alter.ts';
import { refuseStatement } from '../preflight/statement.ts';
import { refuseTable, type TableOptions } from '../preflight/table.ts';
import { probeRows } from '../probes/probe-rows.ts';
import type { MigrateOptions } from '../request.ts';
import { hasReplicas, isReplica, isWorthDoingOnServer } from '../server-alter.ts';
import { alterClone, type CloneAltered, cheapWays } from '../tables/alter-clone.ts';
import { type ControlConnection, openControlConnection } from '../tables/control-connection.ts';
import { openClone } from '../tables/empty-clone.ts';
import { keepOutOfBinlog } from '../tables/keep-out-of-binlog.ts';
import { Sessions } from '../tables/sessions.ts';
import { nameTables } from '../tables/table-names.ts';
import { estimateCopy } from './estimate.ts';
import { findNaming } from './find-naming.ts';
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

export type PlanOptions = TableOptions & Pick<MigrateOptions, 'allow' | 'indexes'>;

/**
 * The dry run: alters an empty clone, outside the binlog, and says what the migration will do. It only reads the original.
 *
 * @throws GhostshipError for everything that the migration itself refuses before it copies, and `leftover-tables`
 */
export async function planStatement(request: PlanRequest, signal: AbortSignal): Promise<StatementPlan> {
  signal.throwIfAborted();
  refuseStatement(requireAlter(request.statement, null));
  const { database } = request.target;
  await using control = await openControlConnection(request.replica ?? request.target, request.options.allow);
  const alter = requireAlter(request.statement, control.server);
  const table = { schema: alter.table.schema ?? database, name: alter.table.name };
  const original = await inspectOriginal(control.session, control.server, table, 'dry run');
  refuseForeignKeyAdded(alter, original.table, control.server);
  await using session = await control.sessions.openWithChecks('the dry run');
  await keepOutOfBinlog(session, request.replica !== null);
  const { flavor } = control.server;
  const { foreignKeys } = request.options;
  await using clone = await openClone(session, { original, alter, flavor, foreignKeys, purpose: 'plan' });

  const altered = await alterClone(session, clone.name, original.table, alter, flavor, cheapWays);
  const after = await inspectTable(session, clone.name);
  if (after === null) throw cloneGone(original.table);
  // If the test replica is a replica, it is one of the target's, so the target has replicas.
  const replicas = (await hasReplicas(session)) || (request.replica !== null && (await isReplica(session)));
  const onServer = isWorthDoingOnServer(altered, alter, original, replicas);
  const leavesKeysOut = !onServer && foreignKeys === 'drop';
  const work = onServer ? null : await planWork(control, original, after, alter, request.options);
  const deferral = onServer ? null : chooseDeferral(after, original, request.options.indexes, replicas);
  const map = mapColumns(original, after, alter);
  const hazards = await probeRows(session, control.server, original, after, map, signal);
  const columnsGone = [...alter.droppedColumns, ...alter.columnRenames.map(({ from }) => from)];
  const namedBy = await findNaming(control.session, control.server, original.table, columnsGone, signal);
  return {
    file: request.file,
    line: request.line,
    statement: request.statement,
    table: original.table.name,
    algorithm: onServer && altered.way !== 'copy' ? altered.way : 'copy',
    reason: reasonFor(altered, onServer),
    rows: original.rowsEstimated,
    dataBytes: original.dataBytes,
    indexBytes: original.indexBytes,
    before: original.createStatement,
    after: clone.inTheirNames(leavesKeysOut ? withoutForeignKeys(after.createStatement) : after.createStatement),
    migrationKey: work === null ? null : describeKey(work),
    deferral: deferral && { ...deferral, indexes: deferral.indexes.map(({ name }) => name) },
    warnings: altered.warnings,
    hazards,
    namedBy,
    estimate: work === null ? null : await estimate(request, work, original, control),
  };
}

/** Refuses what the migration itself refuses once it knows that it must copy. Returns how it will copy. */
async function planWork(
  control: ControlConnection,
  original: TableDefinition,
  after: TableDefinition,
  alter: AlterStatement,
  options: PlanOptions,
): Promise<CopyPlan> {
  await refuseTable(control, original, alter, options);
  const names = { ...nameTables(original.table, false), ghost: after.table };
  return planCopy(names, original, after, alter, control.server, options.allow);
}

/** Only on the replica: the target must not do this work. */
async function estimate(
  { replica }: PlanRequest,
  work: CopyPlan,
  original: TableDefinition,
  { sessions: { naming } }: ControlConnection,
): Promise<Estimate | null> {
  if (replica === null) return null;
  await using sessions = new Sessions(replica, work.settings, naming);
  await using session = await sessions.open('measuring a sample');
  await keepOutOfBinlog(session, true);
  return await estimateCopy(session, work, original);
}

function describeKey({ key }: CopyPlan): NonNullable<StatementPlan['migrationKey']> {
  return { name: key.index, columns: key.columns.map((column) => column.original.name), reason: key.reason };
}

function reasonFor(altered: CloneAltered, onServer: boolean): string {
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

function cloneGone(original: TableName): GhostshipError {
  return new GhostshipError('server-error', `The empty clone of ${original.name} disappeared during the dry run.`, {
    hint: 'Another dry run of the same table may be running; run this one again.',
  });
}
