import { currentPosition } from '../binlog/position.ts';
import { inspectTable, readCreateStatement, type TableDefinition } from '../mysql/inspect-table.ts';
import type { AlterStatement } from '../sql/alter.ts';
import type { Key } from '../sql/keys.ts';
import { GhostshipError } from '../support/errors.ts';
import { alterClone } from './alter-clone.ts';
import { type Apparatus, assemble } from './apparatus.ts';
import { needsOwnSchema } from './check-names.ts';
import { mapColumns } from './column-map.ts';
import { copyAllRows } from './copier.ts';
import { planCopy } from './copy-plan.ts';
import { refuseZeroUnderCounter } from './counter.ts';
import { type CutoverWork, cutOver, NotNow } from './cutover.ts';
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
import { refuseHazards } from './probes/refuse-hazards.ts';
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
    const isDecided = error instanceof GhostshipError && error.tableState !== 'unchanged';
    return journal.failed(isDecided ? error : (limited.reason ?? error));
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
  const fingerprint = await Fingerprint.take(
    desk.session,
    original.table,
    original.createStatement,
    desk.server.flavor,
  );
  if (options.algorithm === 'copy') await refuseCopy(desk.server, original, alter);

  const names = nameTables(original.table, needsOwnSchema(original, alter, desk.server.flavor));
  await using nameLock = await takeNameLock(desk.sessions, original.table);
  await using _ghost = await createGhost(
    (purpose) => desk.sessions.open(purpose),
    names,
    original,
    nameLock,
    JSON.stringify(journal.status()),
  );
  if (await changeOnServer(request, desk, original, alter, names, journal, signal)) return;

  await refuseCopy(desk.server, original, alter);
  journal.algorithm = 'copy';
  await copyTable(request, desk, nameLock, original, fingerprint, alter, names, journal, signal);
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
  { target, options }: MigrateRequest,
  desk: Desk,
  nameLock: NameLock,
  original: TableDefinition,
  fingerprint: Fingerprint,
  alter: AlterStatement,
  names: TableNames,
  journal: Journal,
  signal: AbortSignal,
): Promise<void> {
  const { server, session } = desk;
  const ghost = (await inspectTable(session, names.ghost)) ?? original;
  const plan = planCopy(names, original, ghost, alter, server, options.allow);
  await refuseHazards(desk, original, ghost, mapColumns(original, ghost, alter), signal);
  const deferral = chooseDeferral(ghost, original, options.indexes, await hasReplicas(session));
  await refuseZeroUnderCounter(session, original, ghost);
  await removeIndexes(
    session,
    names.ghost,
    deferral.indexes.map(({ name }) => name),
  );

  await using sessions = new Sessions(target, server, plan.settings);
  const position = await currentPosition(session, server.flavor);
  await waitForPreparedXa(session, signal);
  await using apparatus = await assemble(plan, sessions, position, target, options, journal, nameLock, signal);
  const { group, heart, applier, stream, workers } = apparatus;

  journal.enter('copying');
  await group.lead(heart.drain(group.signal));
  const onCopied = (rows: number): void => journal.addCopied(rows);
  await group.lead(copyAllRows({ ...apparatus, tables: plan.tables, onCopied }, workers, group.signal));

  journal.enter('catching_up');
  await group.lead(
    buildIndexes(
      desk.sessions,
      names.ghost,
      deferral.indexes.map(({ definition }) => definition),
      group.signal,
    ),
  );
  await group.lead(applier.catchUp(group.signal));

  const ghostFingerprint = await Fingerprint.take(
    session,
    names.ghost,
    await readCreateStatement(session, names.ghost),
    server.flavor,
  );
  const proof: VerifyWork = { ...apparatus, tables: plan.verify, orderedHere: plan.key.orderedHere };
  const unsettled = options.verify === 'off' ? [] : await verifyAll(proof, apparatus, journal);

  if (options.cutover === 'wait') {
    journal.enter('waiting_for_cutover');
    await group.lead(apparatus.commands.gate(group.signal));
  }

  journal.enter('cutting_over');
  const cutover: CutoverWork = {
    names,
    lockBudgetMs: options.lockBudgetMs,
    open: (purpose) => sessions.open(purpose),
    watch: await openLockWatch(session, names, () => [...sessions.ids, ...desk.sessions.ids]),
    async approach(inner) {
      if (!alter.setsAutoIncrement) await carryAutoIncrement(session, apparatus.desk, names);
      await applier.catchUp(inner);
      return applier.rest(inner);
    },
    async settle(locker, deadline) {
      await applier.drainThrough(locker, deadline);
      if (stream.hasPreparedChanges) throw new NotNow('an XA transaction that changed the table is prepared');
      await fingerprint.confirm(session);
      await ghostFingerprint.confirm(session);
      await nameLock.confirm();
      if (!alter.setsAutoIncrement) await carryAutoIncrement(session, locker, names);
      await verifyKeys(proof, locker, unsettled);
    },
    onAttempt: (attempt, lockedMs, failure) => journal.cutoverAttempt(attempt, lockedMs, failure),
  };
  await group.lead(cutOver(cutover, group.signal));
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
