import { currentPosition } from '../binlog/position.ts';
import { inspectTable, type TableDefinition } from '../mysql/inspect-table.ts';
import type { Session } from '../mysql/session.ts';
import type { AlterStatement } from '../sql/alter.ts';
import type { Key } from '../sql/keys.ts';
import { alterClone } from './alter-clone.ts';
import { type Apparatus, assemble } from './apparatus.ts';
import { needsOwnSchema } from './check-names.ts';
import { copyAllRows } from './copier.ts';
import { planCopy } from './copy-plan.ts';
import { cutOver } from './cutover.ts';
import { chooseDeferral } from './deferral.ts';
import { type Desk, openDesk } from './desk.ts';
import type { Observe } from './events.ts';
import { Fingerprint } from './fingerprint.ts';
import { buildIndexes, carryAutoIncrement, createGhost, dropRetired, recreateGhost, removeIndexes } from './ghost.ts';
import { Journal } from './journal.ts';
import { openLockWatch } from './lock-watch.ts';
import { type NameLock, takeNameLock } from './name-lock.ts';
import type { Outcome } from './outcome.ts';
import { inspectOriginal, refuseCopy, refuseStatement } from './preflight.ts';
import type { MigrateOptions, MigrateRequest } from './request.ts';
import { limitRuntime } from './runtime-limit.ts';
import { hasReplicas, isWorthDoingOnServer, letServerAlter } from './server-alter.ts';
import { Sessions } from './sessions.ts';
import { readChange } from './statement.ts';
import { nameTables, type TableNames } from './table-names.ts';
import { type VerifyWork, verify, verifyKeys } from './verify.ts';
import { waitForPreparedXa } from './xa-preflight.ts';

/*
 * One online change, top to bottom:
 *
 *   preflight ─┬─ instant, in place: the server does it
 *              └─ ghost ─ stream ─ copying ‖ applying ─ catching up ─ indexes ─ verifying ─ gate ─ cutover ─ tidying up
 */

/**
 * Changes one table. Never throws: whatever happens is told by the outcome.
 * @param observe hears of every step; it must return at once
 */
export async function migrate(request: MigrateRequest, observe: Observe, signal: AbortSignal): Promise<Outcome> {
  const journal = new Journal(request, observe);
  using limited = limitRuntime(request.options.maxRuntimeMs, signal);
  try {
    await changeTable(request, journal, limited.signal);
    return journal.completed();
  } catch (error) {
    return journal.failed(limited.reason ?? error);
  }
}

async function changeTable(request: MigrateRequest, journal: Journal, signal: AbortSignal): Promise<void> {
  journal.enter('preflight');
  const { target, options } = request;
  refuseStatement(readChange(request.statement, null));
  await using desk = await openDesk(target);
  const alter = readChange(request.statement, desk.server);
  const original = await inspectOriginal(
    desk.session,
    desk.server,
    { schema: alter.table.schema ?? target.database, name: alter.table.name },
    'migration',
  );
  journal.table = original.table.name;
  if (options.algorithm === 'copy') await refuseCopy(desk.server, original, alter, options);

  const names = nameTables(original.table, needsOwnSchema(original, alter, desk.server.flavor));
  await using nameLock = await takeNameLock(desk.sessions, original.table);
  await using _ghost = await createGhost(
    (purpose) => desk.sessions.open(purpose),
    names,
    original,
    JSON.stringify(journal.status()),
  );
  if (await changeOnServer(request, desk, original, alter, names, journal, signal)) return;

  await refuseCopy(desk.server, original, alter, options);
  journal.algorithm = 'copy';
  await copyTable(request, desk, nameLock, original, alter, names, journal, signal);
}

/** @returns false where the table must be copied; the ghost is altered then */
async function changeOnServer(
  { options }: MigrateRequest,
  { server, sessions }: Desk,
  original: TableDefinition,
  alter: AlterStatement,
  names: TableNames,
  journal: Journal,
  signal: AbortSignal,
): Promise<boolean> {
  await using session = await sessions.open('altering the ghost');
  const altered = await alterClone(session, names.ghost, alter, server.flavor, options.algorithm === 'auto');
  if (options.algorithm === 'copy' || !isWorthDoingOnServer(altered, alter, original, await hasReplicas(session)))
    return false;
  if (altered.way === 'copy') return false;
  const done = await letServerAlter(sessions, original.table, alter, altered.way, options.lockBudgetMs, signal);
  if (done === null) {
    journal.notice('The server can do this on an empty table but not on this one; it is copied.');
    await recreateGhost(session, names, original);
    await alterClone(session, names.ghost, alter, server.flavor, false);
    return false;
  }
  journal.algorithm = altered.way;
  journal.cutoverAttempt(done.attempts, done.lockedMs, null);
  return true;
}

async function copyTable(
  request: MigrateRequest,
  desk: Desk,
  nameLock: NameLock,
  original: TableDefinition,
  alter: AlterStatement,
  names: TableNames,
  journal: Journal,
  signal: AbortSignal,
): Promise<void> {
  const { target, options } = request;
  const ghost = (await inspectTable(desk.session, names.ghost)) ?? original;
  const plan = planCopy(names, original, ghost, alter, desk.server);
  const deferral = chooseDeferral(ghost, original, options.indexes, await hasReplicas(desk.session));
  await using ddl = await desk.sessions.open('building indexes');
  if (deferral.indexes.length > 0)
    await removeIndexes(
      ddl,
      names.ghost,
      deferral.indexes.map(({ name }) => name),
    );

  await waitForPreparedXa(desk.session, signal);
  await using sessions = new Sessions(target, desk.server, plan.settings);
  const position = await currentPosition(desk.session, desk.server.flavor);
  await using apparatus = await assemble(
    plan,
    sessions,
    position,
    target,
    options,
    journal,
    () => journal.status(),
    signal,
  );
  const { group, heart, applier } = apparatus;
  const fingerprint = await Fingerprint.take(desk.session, names.original, desk.server.flavor);

  journal.enter('copying');
  await group.lead(heart.drain(group.signal));
  await group.lead(
    copyAllRows(
      { ...apparatus, tables: plan.tables, onCopied: (rows) => journal.addCopied(rows) },
      apparatus.workers,
      group.signal,
    ),
  );

  journal.enter('catching_up');
  if (deferral.indexes.length > 0)
    await group.lead(
      buildIndexes(
        ddl,
        names.ghost,
        deferral.indexes.map(({ definition }) => definition),
      ),
    );
  await group.lead(applier.drain(group.signal));

  const proof: VerifyWork = { ...apparatus, tables: plan.verify, orderedHere: plan.key.orderedHere };
  const unsettled = options.verify === 'off' ? [] : await verifyAll(proof, apparatus, journal);

  if (options.cutover === 'wait') {
    journal.enter('waiting_for_cutover');
    await group.lead(apparatus.commands.gate(group.signal));
  }

  journal.enter('cutting_over');
  await carryAutoIncrement(desk.session, ddl, names);
  const open = (purpose: string) => sessions.open(purpose);
  const watch = await openLockWatch(desk.session, names, () => sessions.ids);
  const work = {
    names,
    lockBudgetMs: options.lockBudgetMs,
    open,
    watch,
    approach: async (inner: AbortSignal) => {
      await heart.drain(inner);
      await applier.settle(inner);
      return applier.rest(inner);
    },
    settle: async (locker: Session, deadline: AbortSignal) => {
      await applier.drainThrough(locker, deadline);
      await fingerprint.confirm(desk.session);
      await nameLock.confirm();
      await carryAutoIncrement(desk.session, locker, names);
      await verifyKeys(proof, locker, unsettled);
    },
    onAttempt: (attempt: number, lockedMs: number, failure: string | null) =>
      journal.cutoverAttempt(attempt, lockedMs, failure),
  };
  await group.lead(cutOver(work, group.signal));
  await retire(options, names, desk, journal);
}

async function verifyAll(proof: VerifyWork, apparatus: Apparatus, journal: Journal): Promise<readonly Key[]> {
  journal.enter('verifying');
  const { unsettled, ...verified } = await apparatus.group.lead(
    verify(proof, apparatus.workers, apparatus.group.signal),
  );
  journal.verified = verified;
  return unsettled;
}

/** The swap is done; what fails from here on leaves something to clean up, but no doubt about the table. */
async function retire(options: MigrateOptions, names: TableNames, desk: Desk, journal: Journal): Promise<void> {
  const apart = names.retired.schema !== names.original.schema;
  const retiredName = apart ? `${names.retired.schema}.${names.retired.name}` : names.retired.name;
  if (options.retired === 'keep') {
    journal.retired = retiredName;
    return;
  }
  await dropRetired(desk.session, names).catch(() => {
    journal.retired = retiredName;
    journal.notice(`${retiredName}, the table as it was before, could not be dropped; \`ghostship cleanup\` does it.`);
  });
}
