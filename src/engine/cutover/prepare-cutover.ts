import { readCreateStatement } from '../../mysql/inspect-table.ts';
import type { Session } from '../../mysql/session.ts';
import { countUnloggedReplications } from '../../mysql/unlogged-replication.ts';
import type { Key } from '../../sql/keys.ts';
import { GhostshipError } from '../../support/errors.ts';
import { settleAll } from '../../support/settle-all.ts';
import type { KeyIndex } from '../indexes/key-index.ts';
import type { ForeignKeys } from '../relations/foreign-keys.ts';
import { sequencesIn } from '../relations/sequences.ts';
import type { Triggers } from '../relations/triggers.ts';
import type { MigrationContext } from '../run/context.ts';
import type { Pipeline } from '../run/pipeline.ts';
import type { Fingerprint } from '../tables/fingerprint.ts';
import type { Sessions } from '../tables/sessions.ts';
import { type VerifyWork, verifyKeys } from '../verify/verify.ts';
import { blockerNames, type SeenBlocker } from './blockers.ts';
import type { Approach, CutoverWork, OneSessionSwap } from './cutover-work.ts';
import { endBlockers, whyNobodyIsEnded } from './end-blockers.ts';
import { NotNow } from './errors.ts';
import { LockBudget } from './lock-budget.ts';
import { type LockWatch, openLockWatch } from './lock-watch.ts';
import { ProvenGhost } from './proven-ghost.ts';
import { refuseNull } from './refuse-null.ts';
import type { SwapLog } from './swap-log.ts';
import type { SwapWitness } from './swap-witness.ts';

/** What was proven before the cutover, and what is needed to prove the rest under the lock. */
export interface Proof {
  readonly work: VerifyWork;
  readonly ghost: Fingerprint;
  /** Keys that changed at every look, so that they could not be compared yet. */
  readonly unsettled: readonly Key[];
}

export interface CutoverParts {
  readonly context: MigrationContext;
  readonly pipeline: Pipeline;
  readonly sessions: Sessions;
  readonly proof: Proof;
  readonly triggers: Triggers;
  readonly foreignKeys: ForeignKeys;
  readonly keyIndex: KeyIndex;
  readonly witness: SwapWitness;
  readonly log: SwapLog;
  /** See the checkpoint. */
  readonly unloggedReplications: number;
}

const preparedChanges =
  'an XA transaction that changed the table is prepared, and neither committed nor rolled back (XA RECOVER lists it)';

/** The next attempt finds out, before it locks, whether that is for good. */
const takenValues = 'rows that came last have values of a unique key that other rows have';

/** Connects the cutover with the rest of the migration: who applies the last changes, and what must hold under the lock. */
export async function prepareCutover(parts: CutoverParts): Promise<CutoverWork> {
  const { context, sessions, proof } = parts;
  const { request, control, names, recorder } = context;
  const ghost = new ProvenGhost(context, proof.ghost);
  const { keeps } = proof.work.tables.copy;
  const watch = await watchLocks(parts);
  let isNobodyToldOf = false;
  return {
    names,
    besides: [
      ...sequencesIn(await readCreateStatement(control.session, names.ghost)),
      ...(keeps === null ? [] : [keeps.setAside]),
    ],
    lockBudgetMs: request.options.lockBudgetMs,
    oneSession: oneSessionSwap(parts),
    open: (purpose) => sessions.open(purpose),
    watch,
    approach: (signal) => approach(parts, ghost, signal),
    finish: (locker, signal) => finish(parts, ghost, locker, signal),
    async endBlockers(blockers) {
      const look = (): Promise<readonly SeenBlocker[]> => watch.blockers();
      const { killBlockers } = request.options;
      const nobody = whyNobodyIsEnded(blockers, { mode: killBlockers, flavor: control.server.flavor });
      if (nobody !== null && !isNobodyToldOf) recorder.notice(nobody);
      isNobodyToldOf ||= nobody !== null;
      for (const told of await endBlockers(control.session, look, blockers, killBlockers)) recorder.notice(told);
    },
    onWait: (blockers) => recorder.waits.tell(blockers, blockers === null ? null : blockerNames(blockers)),
    onAttempt: (...attempt) => recorder.cutoverAttempt(...attempt),
  };
}

function oneSessionSwap({ context: { control }, foreignKeys }: CutoverParts): OneSessionSwap | null {
  if (control.server.flavor !== 'mysql' || foreignKeys.parents.length === 0) return null;
  return { parents: foreignKeys.parents, afterSwap: (locker) => foreignKeys.dropFromRetired(locker) };
}

async function watchLocks({ context, sessions, pipeline: { stream } }: CutoverParts): Promise<LockWatch> {
  const { control, names } = context;
  const watch = await openLockWatch(control, names, () => [...sessions.ids, ...control.sessions.ids]);
  return {
    ...watch,
    // A prepared transaction whose connection is gone is in no list of locks. Writers would wait behind it together with us.
    waitUntilQuiet: async (tell, signal) =>
      (await watch.waitUntilQuiet(tell, signal)) ?? (stream.hasPreparedChanges ? new NotNow(preparedChanges) : null),
  };
}

async function approach(parts: CutoverParts, ghost: ProvenGhost, signal: AbortSignal): Promise<Approach> {
  const { sessions, triggers, foreignKeys, keyIndex, context } = parts;
  const { applier, spareSession } = parts.pipeline;
  await ghost.confirm(spareSession);
  await parts.log.open();
  await applier.catchUp(LockBudget.finishMs(context.request.options.lockBudgetMs), signal);
  const suspended = await applier.suspend(signal);
  return {
    // The applier goes on last. With triggers on the ghost each of its changes would run them, and foreign keys on the ghost would
    // hold up writers of the parents. While they cannot be taken back, nothing is applied. Nor is it without the index of the key.
    async withdraw() {
      await triggers.takeBack((purpose) => sessions.open(purpose));
      await foreignKeys.takeBack((purpose) => sessions.open(purpose));
      if (keyIndex.mayBeGone) await ghost.change(() => keyIndex.restore(spareSession));
      await suspended[Symbol.asyncDispose]();
    },
  };
}

async function finish(parts: CutoverParts, ghost: ProvenGhost, locker: Session, signal: AbortSignal): Promise<void> {
  const { context, proof, triggers, foreignKeys, keyIndex } = parts;
  const { fingerprint, control, nameLock } = context;
  await settleAll([
    applyLastChanges(parts, locker, signal),
    fingerprint.confirm(control.session),
    refuseUnlogged(parts),
    nameLock.confirm(),
  ]);
  await refuseNull(locker, proof.work.tables.copy);
  await ghost.confirm(locker);
  await verifyKeys(proof.work, locker, proof.unsettled);
  if (keyIndex.isNeeded) {
    await ghost.change(() => keyIndex.drop(locker));
    await parts.log.renewIds();
  }
  await triggers.place(locker);
  await foreignKeys.place(locker);
}

/** Nothing is applied to a table that is locked. So what is not known by now is not in it. */
async function refuseUnlogged({ context: { control, names }, unloggedReplications }: CutoverParts): Promise<void> {
  if ((await countUnloggedReplications(control.session, control.server.facts)) === unloggedReplications) return;
  throw new GhostshipError(
    'stream-broken',
    `The server has begun to replicate, and does not log what it applies, so changes of ${names.original.name} may be missing in the copy.`,
    { hint: 'Run the migration again when the replication is over: it compares what is copied.' },
  );
}

async function applyLastChanges(
  { pipeline: { applier, stream, dirty }, witness, log }: CutoverParts,
  locker: Session,
  signal: AbortSignal,
): Promise<void> {
  do {
    if ((await applier.applyAllThrough(locker, signal)) === 'blocked') throw new NotNow(takenValues);
    if (stream.hasPreparedChanges) throw new NotNow(preparedChanges);
    // On MariaDB a transaction that was prepared on a closed connection holds no lock, so its commit can still come in.
  } while (stream.changeCount > dirty.addedCount || dirty.count > 0);
  witness.markLastChange();
  await log.seal();
}
