import { inspectTable, sameName, type TableDefinition } from '../mysql/inspect-table.ts';
import { hasReplicas } from '../mysql/replication.ts';
import type { Server } from '../mysql/server.ts';
import { alterGhost } from './change-on-server.ts';
import { type DeferredIndex, deferIndexes } from './indexes/deferral.ts';
import { removeIndexes } from './indexes/index-build.ts';
import { KeyIndex } from './indexes/key-index.ts';
import { refuseZeroUnderCounter } from './mapping/auto-increment.ts';
import { type CopyPlan, planCopy } from './mapping/copy-plan.ts';
import { refuseMisplaced } from './preflight/misplaced-rows.ts';
import { refuseShortImages } from './preflight/row-image.ts';
import { refuseHazards } from './probes/refuse-hazards.ts';
import { ForeignKeys } from './relations/foreign-keys.ts';
import { Triggers } from './relations/triggers.ts';
import { copyDigest, discardCheckpoint } from './resume/checkpoint.ts';
import type { Unchanging } from './resume/checkpoints.ts';
import { describeCopy } from './resume/describe-copy.ts';
import type { KeptWork } from './resume/kept-work.ts';
import { planRevert } from './resume/plan-revert.ts';
import type { MigrationContext } from './run/context.ts';
import { recreateGhost } from './tables/ghost.ts';

/** The ghost is ready to be filled, and it is known how. */
export interface PreparedCopy {
  readonly plan: CopyPlan;
  readonly triggers: Triggers;
  readonly foreignKeys: ForeignKeys;
  readonly keyIndex: KeyIndex;
  /** Indexes that are still to be built. */
  readonly deferred: readonly DeferredIndex[];
  readonly kept: KeptWork | null;
  /** What every checkpoint of this copy says alike. */
  readonly unchanging: Omit<Unchanging, 'knowsPrepared'>;
}

/**
 * Makes the ghost ready, or looks how the run before has made it ready.
 *
 * @throws GhostshipError what cannot be copied, whichever part finds it first
 */
export async function prepareCopy(
  context: MigrationContext,
  found: KeptWork | null,
  signal: AbortSignal,
): Promise<PreparedCopy> {
  const { request, control, original, names, replication } = context;
  const { session, server, sessions } = control;
  const { options } = request;
  const { plan, ghost, kept } = await planWith(context, found);
  refuseShortImages(server.facts, original, plan.key);
  // Rows that came since the first look are refused while they are copied.
  if (kept === null) {
    await refuseHazards(control, original, ghost, plan.map, true, signal);
    await refuseMisplaced(sessions, original, plan.key, signal);
  }
  await refuseZeroUnderCounter(session, original, plan.map);
  const triggers = new Triggers(names, original.triggers);
  const foreignKeys = new ForeignKeys(names, original, plan.map, options.foreignKeys);
  // On a replica they would stand in the way of what is replicated, and lock other tables.
  if (replication === null) {
    await triggers.tryOut(sessions);
    await foreignKeys.tryOut(sessions, options.lockBudgetMs);
  }
  const deferred = kept?.checkpoint.deferred ?? (await removeDeferred(context, plan, ghost));
  const keyIndex = new KeyIndex(plan);
  if (keyIndex.isNeeded) await keyIndex.restore(session);
  // The run before may have built them.
  const isBuilt = ({ name }: DeferredIndex): boolean =>
    kept !== null && ghost.indexes.some((index) => sameName(index.name, name));
  return {
    plan,
    triggers,
    foreignKeys,
    keyIndex,
    deferred: deferred.filter((index) => !isBuilt(index)),
    kept,
    unchanging: await describeCopy(context, plan, deferred, keyIndex.isNeeded ? plan.key.onGhost.name : null),
  };
}

/**
 * Columns in the plan are those of the ghost that it gives, and are known by identity.
 * Where the copy would be another one now, such as by a newer version of Ghostship, the ghost is made anew.
 */
async function planWith(
  context: MigrationContext,
  kept: KeptWork | null,
): Promise<{ readonly plan: CopyPlan; readonly ghost: TableDefinition; readonly kept: KeptWork | null }> {
  const { request, control, original, alter, names, recorder, forward } = context;
  const { server } = control;
  const planFor = (ghost: TableDefinition): CopyPlan =>
    forward === null
      ? planCopy(names, original, ghost, alter, server, request.options.allow)
      : planRevert(context, ghost);
  const found = await inspectGhost(context);
  if (kept === null) return { plan: planFor(found), ghost: found, kept };
  const { keyIndex, pinnedSeconds } = kept.checkpoint;
  const ghost = { ...found, indexes: found.indexes.filter(({ name }) => name !== keyIndex) };
  const plan = planFor(ghost);
  if (copyDigest(plan, server.timeZone) === kept.checkpoint.copyDigest) {
    return { plan: { ...plan, settings: { ...plan.settings, pinnedSeconds } }, ghost, kept };
  }
  if (forward !== null) {
    const doubt = { lacks: 'all', reason: whyAnother(kept.checkpoint, server) } as const;
    return { plan, ghost, kept: { ...kept, doubt } };
  }
  recorder.notice(`What the last run has copied cannot be used: ${whyAnother(kept.checkpoint, server)}.`);
  recorder.keepsChunks = false;
  await using session = await control.sessions.open('making the ghost anew');
  await discardCheckpoint(session, names.changelog);
  await recreateGhost(session, names, original);
  await alterGhost(context);
  const anew = await inspectGhost(context);
  return { plan: planFor(anew), ghost: anew, kept: null };
}

/** Why values would be copied in another way than the last run has copied them. */
function whyAnother({ sqlMode: before }: KeptWork['checkpoint'], { sqlMode: now }: Server): string {
  const said = (mode: string): string => (mode === '' ? 'empty' : mode);
  return before === undefined || before === now
    ? 'values would be copied in another way now'
    : `the server’s sql_mode was ${said(before)} then, and is ${said(now)} now`;
}

async function inspectGhost({ control, names, original }: MigrationContext): Promise<TableDefinition> {
  return (await inspectTable(control.session, names.ghost)) ?? original;
}

async function removeDeferred(
  { control: { session }, names, original, request: { options } }: MigrationContext,
  plan: CopyPlan,
  ghost: TableDefinition,
): Promise<readonly DeferredIndex[]> {
  const replicas = await hasReplicas(session);
  const deferral = await deferIndexes(session, ghost, original, options.indexes, replicas, plan.key.onGhost.name);
  const deferred = deferral?.indexes ?? [];
  await removeIndexes(session, names.ghost, deferred);
  return deferred;
}
