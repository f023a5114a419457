import { inspectTable, type TableDefinition } from '../../mysql/inspect-table.ts';
import type { Server } from '../../mysql/server.ts';
import { isServerError } from '../../mysql/server-errors.ts';
import type { Session } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import { type TableName, withoutBinlog } from '../../sql/inspect.ts';
import type { AlterStatement } from '../../sql/parser/alter.ts';
import { GhostshipError } from '../../support/errors.ts';
import { chooseDeferral } from '../indexes/deferral.ts';
import { mapColumns } from '../mapping/column-map.ts';
import { type CopyPlan, planCopy } from '../mapping/copy-plan.ts';
import { inspectOriginal, refuseStatement, refuseTable, type TableOptions } from '../preflight/preflight.ts';
import { readChange } from '../preflight/read-alter.ts';
import { probeRows } from '../probes/probe-rows.ts';
import type { MigrateOptions } from '../request.ts';
import { hasReplicas, isReplica, isWorthDoingOnServer } from '../server-alter.ts';
import { alterClone, type CloneAltered } from '../tables/alter-clone.ts';
import { type Desk, openDesk } from '../tables/control-session.ts';
import { openClone } from '../tables/empty-clone.ts';
import { needsOwnSchema } from '../tables/own-schema.ts';
import { Sessions } from '../tables/sessions.ts';
import { nameTables } from '../tables/table-names.ts';
import { estimateCopy } from './estimate.ts';
import { findNaming } from './find-naming.ts';
import type { Estimate, StatementPlan } from './statement-plan.ts';

export interface PlanRequest {
  readonly target: Target;
  /** Where the dry run happens; without one, on the target, on an empty clone as well. */
  readonly replica: Target | null;
  readonly file: string | null;
  /** Line in the file where the statement starts, from 1. */
  readonly line: number;
  readonly statement: string;
  readonly options: PlanOptions;
}

export type PlanOptions = TableOptions & Pick<MigrateOptions, 'allow' | 'indexes'>;

/**
 * The dry run: alters an empty clone, outside the binlog, and tells what the migration will do. The original is only
 * looked at.
 *
 * @throws GhostshipError for everything that the migration itself would refuse before it copies, and `leftover-tables`
 */
export async function planStatement(request: PlanRequest, signal: AbortSignal): Promise<StatementPlan> {
  signal.throwIfAborted();
  refuseStatement(readChange(request.statement, null));
  const { database } = request.target;
  await using desk = await openDesk(request.replica ?? request.target);
  const alter = readChange(request.statement, desk.server);
  const table = { schema: alter.table.schema ?? database, name: alter.table.name };
  const original = await inspectOriginal(desk.session, desk.server, table, 'dry run');
  await using session = await desk.sessions.open('the dry run');
  await keepOutOfBinlog(session, request.replica !== null);
  await using clone = await openClone(
    session,
    original,
    needsOwnSchema(original, alter, desk.server.flavor, request.options.foreignKeys),
  );

  const altered = await alterClone(session, clone.name, alter, desk.server.flavor, true);
  const after = await inspectTable(session, clone.name);
  if (after === null) throw cloneGone(original.table);
  // A test replica that replicates is one of the target's.
  const replicas = (await hasReplicas(session)) || (request.replica !== null && (await isReplica(session)));
  const onServer = isWorthDoingOnServer(altered, alter, original, replicas);
  const work = onServer ? null : await planWork(desk, original, after, alter, request.options);
  const deferral = onServer ? null : chooseDeferral(after, original, request.options.indexes, replicas);
  const map = mapColumns(original, after, alter);
  const hazards = await probeRows(session, desk.server, original, after, map, signal);
  const columnsGone = [...alter.droppedColumns, ...alter.columnRenames.map(({ from }) => from)];
  const namedBy = await findNaming(desk.session, desk.server, original.table, columnsGone, signal);
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
    after: after.createStatement.replaceAll(clone.name.name, original.table.name),
    migrationKey: work === null ? null : describeKey(work),
    deferral: deferral && { ...deferral, indexes: deferral.indexes.map(({ name }) => name) },
    warnings: altered.warnings,
    hazards,
    namedBy,
    estimate: work === null ? null : await estimate(request, desk.server, work, original),
  };
}

/** What the migration itself would refuse once it knows that it must copy, and how it would copy. */
async function planWork(
  desk: Desk,
  original: TableDefinition,
  after: TableDefinition,
  alter: AlterStatement,
  options: PlanOptions,
): Promise<CopyPlan> {
  await refuseTable(desk, original, alter, options);
  const names = { ...nameTables(original.table, false), ghost: after.table };
  return planCopy(names, original, after, alter, desk.server, options.allow);
}

/** On the replica alone: the target has other things to do. */
async function estimate(
  { replica }: PlanRequest,
  server: Server,
  work: CopyPlan,
  original: TableDefinition,
): Promise<Estimate | null> {
  if (replica === null) return null;
  await using sessions = new Sessions(replica, server, work.settings);
  await using session = await sessions.open('measuring a sample');
  await keepOutOfBinlog(session, true);
  return await estimateCopy(session, work, original);
}

function describeKey({ key }: CopyPlan): NonNullable<StatementPlan['migrationKey']> {
  return { name: key.index, columns: key.columns.map((column) => column.original.name), reason: key.reason };
}

function reasonFor(altered: CloneAltered, onServer: boolean): string {
  if (altered.way === 'instant') return 'The server changes the definition alone; no row is touched.';
  if (altered.way === 'inplace' && onServer)
    return 'The server changes it in place while writers go on; no row is written anew.';
  if (altered.way === 'inplace' && altered.rebuilds) {
    return 'The server could rebuild the table in place, but nothing could slow that down and replicas would fall behind; it is copied instead.';
  }
  if (altered.way === 'inplace')
    return 'Replicas would fall behind while they build the index in one piece; it is copied instead.';
  return altered.refusal === null
    ? 'The server would copy the table and block writers.'
    : `The server would copy the table and block writers: ${altered.refusal}`;
}

/** On a replica a clone in the binlog would be a transaction that its source never had. */
async function keepOutOfBinlog(session: Session, isReplica: boolean): Promise<void> {
  try {
    await session.run(withoutBinlog);
  } catch (error) {
    if (!isServerError(error, 'ER_SPECIFIC_ACCESS_DENIED_ERROR') || !isReplica) return;
    throw new GhostshipError('missing-privileges', 'The user of the test replica may not switch its binary log off.', {
      hint: 'Grant SYSTEM_VARIABLES_ADMIN (MySQL) or BINLOG ADMIN (MariaDB) on the replica: otherwise the dry run would leave transactions there that the source never had.',
      cause: error,
    });
  }
}

function cloneGone(original: TableName): GhostshipError {
  return new GhostshipError('server-error', `The empty clone of ${original.name} disappeared during the dry run.`, {
    hint: 'Another dry run of the same table may be running; run this one again.',
  });
}
