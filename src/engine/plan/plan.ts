import type { TableDefinition } from '../../mysql/inspect-table.ts';
import type { Target } from '../../mysql/target.ts';
import { tryOnClone } from '../change-on-server.ts';
import { deferIndexes } from '../indexes/deferral.ts';
import { mapColumns } from '../mapping/column-map.ts';
import type { CopyPlan } from '../mapping/copy-plan.ts';
import { inspectOriginal } from '../preflight/original.ts';
import { requireAlter } from '../preflight/read-alter.ts';
import { refuseAll } from '../preflight/refusals.ts';
import { refuseStatement } from '../preflight/statement.ts';
import type { TableOptions } from '../preflight/table.ts';
import { refuseTarget } from '../preflight/target.ts';
import { tryPrivileges } from '../preflight/try-privileges.ts';
import { probeRows } from '../probes/probe-rows.ts';
import type { MigrateOptions } from '../request.ts';
import { cheapWays } from '../tables/alter-clone.ts';
import { type ControlConnection, openControlConnection } from '../tables/control-connection.ts';
import { openClone } from '../tables/empty-clone.ts';
import { commentsOf, refuseLeftovers } from '../tables/ghost.ts';
import { keepOutOfBinlog } from '../tables/keep-out-of-binlog.ts';
import { needsOwnSchema } from '../tables/own-schema.ts';
import { Sessions } from '../tables/sessions.ts';
import { nameTables } from '../tables/table-names.ts';
import { dropFromClone } from '../tables/unchecked-keys.ts';
import { estimateCopy } from './estimate.ts';
import { findNaming } from './find-naming.ts';
import { judgeStatement } from './judge-statement.ts';
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
  const judged = await judgeStatement(request, control, session, original, alter, { altered, after });
  const { work, replicas, columnsGone } = judged;
  const keyIndexName = work?.key.onGhost.name ?? '';
  const deferral =
    work && (await deferIndexes(session, after, original, request.options.indexes, replicas, keyIndexName));
  const map = mapColumns(original, after, alter);
  const hazards = await probeRows(session, control.server, original, after, map, signal);
  const namedBy = await findNaming(control.session, control.server, original.table, columnsGone, signal);
  return {
    ...judged.plan,
    deferral: deferral && { ...deferral, indexes: deferral.indexes.map(({ name }) => name) },
    warnings: [...warnings, ...judged.plan.warnings],
    hazards,
    namedBy,
    estimate: work === null ? null : await estimate(request, work, original, control),
  };
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
