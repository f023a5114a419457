import { readCreateStatement } from '../../mysql/inspect-table.ts';
import type { Session } from '../../mysql/session.ts';
import type { Key } from '../../sql/keys.ts';
import { settleAll } from '../../support/settle-all.ts';
import type { ForeignKeys } from '../relations/foreign-keys.ts';
import { sequencesIn } from '../relations/sequences.ts';
import type { Triggers } from '../relations/triggers.ts';
import type { Change } from '../run/context.ts';
import type { Apparatus } from '../run/pipeline.ts';
import type { Fingerprint } from '../tables/fingerprint.ts';
import { carryAutoIncrement } from '../tables/ghost.ts';
import type { Sessions } from '../tables/sessions.ts';
import { type VerifyWork, verifyKeys } from '../verify/verify.ts';
import type { CutoverWork } from './cutover.ts';
import { NotNow } from './errors.ts';
import { openLockWatch } from './lock-watch.ts';
import type { SwapWitness } from './swap-witness.ts';

/** What was proven before the cutover, and how it is proven once more under the lock. */
export interface Proof {
  readonly work: VerifyWork;
  readonly ghost: Fingerprint;
  /** Keys that would not hold still. */
  readonly unsettled: readonly Key[];
}

/** What goes through the cutover besides the rows: what belongs to the original, and who sees to it that nothing was missed. */
export interface Company {
  readonly triggers: Triggers;
  readonly foreignKeys: ForeignKeys;
  readonly witness: SwapWitness;
}

const preparedChanges =
  'an XA transaction that changed the table is prepared, and neither committed nor rolled back (XA RECOVER lists it)';

/** Ties the cutover to what runs beside it: who brings the last changes over, and what must hold under the lock. */
export async function prepareCutover(
  { request, desk, alter, fingerprint, names, nameLock, journal }: Change,
  proof: Proof,
  { triggers, foreignKeys, witness }: Company,
  { applier, stream, dirty, desk: helper }: Apparatus,
  sessions: Sessions,
): Promise<CutoverWork> {
  let { ghost } = proof;
  /** It must be the ghost that was proven before it is altered; what becomes of it then counts as proven, too. */
  const confirmGhost = async (writer: Session): Promise<void> => {
    await ghost.confirm(desk.session);
    if (alter.setsAutoIncrement) return;
    if (await carryAutoIncrement(desk.session, writer, names)) ghost = await ghost.renewed(desk.session);
  };
  const bringLastChanges = async (locker: Session, signal: AbortSignal): Promise<void> => {
    do {
      await applier.drainThrough(locker, signal);
      if (stream.hasPreparedChanges) throw new NotNow(preparedChanges);
      // On MariaDB the lock does not wait for what a connection prepared that is gone, nor its commit for the lock.
    } while (stream.changeCount > dirty.addedCount || dirty.count > 0);
    witness.settle();
  };
  const watch = await openLockWatch(desk, names, () => [...sessions.ids, ...desk.sessions.ids]);
  return {
    names,
    sequences: sequencesIn(await readCreateStatement(desk.session, names.ghost)),
    lockBudgetMs: request.options.lockBudgetMs,
    alone:
      desk.server.flavor === 'mysql' && foreignKeys.parents.length > 0
        ? { parents: foreignKeys.parents, afterSwap: (locker) => foreignKeys.dropFromRetired(locker) }
        : null,
    open: (purpose) => sessions.open(purpose),
    watch: {
      ...watch,
      // No list of locks has those of a transaction whose connection is gone, and writers would wait behind it with us.
      waitUntilQuiet: async (inner) =>
        (await watch.waitUntilQuiet(inner)) ?? (stream.hasPreparedChanges ? preparedChanges : null),
    },
    async approach(signal) {
      await confirmGhost(helper);
      await applier.catchUp(signal);
      const rest = await applier.rest(signal);
      return {
        // In this order: with triggers on the ghost every change of ours would run them, and its foreign keys would be in the
        // way of the parents' writers. Where they cannot be taken back nothing is applied any more.
        async withdraw() {
          await triggers.takeBack((purpose) => sessions.open(purpose));
          await foreignKeys.takeBack((purpose) => sessions.open(purpose));
          await rest[Symbol.asyncDispose]();
        },
      };
    },
    async settle(locker, signal) {
      await settleAll([bringLastChanges(locker, signal), fingerprint.confirm(desk.session), nameLock.confirm()]);
      await confirmGhost(locker);
      await verifyKeys(proof.work, locker, proof.unsettled);
      await triggers.place(locker);
      await foreignKeys.place(locker);
    },
    onAttempt: (attempt, lockedMs, failure) => journal.cutoverAttempt(attempt, lockedMs, failure),
  };
}
