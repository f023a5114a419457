import { currentPosition } from '../binlog/position.ts';
import { inspectTable, readCreateStatement } from '../mysql/inspect-table.ts';
import { GhostshipError } from '../support/errors.ts';
import { alterClone } from './alter-clone.ts';
import { type Apparatus, assemble } from './apparatus.ts';
import type { Change } from './change.ts';
import { copyAllRows } from './copier.ts';
import { type CopyPlan, planCopy } from './copy-plan.ts';
import { refuseZeroUnderCounter } from './counter.ts';
import { cutOver } from './cutover.ts';
import { chooseDeferral } from './deferral.ts';
import { openDesk } from './desk.ts';
import type { Observe } from './events.ts';
import { Fingerprint } from './fingerprint.ts';
import { ForeignKeys } from './foreign-keys.ts';
import { createGhost, dropRetired, recreateGhost } from './ghost.ts';
import { buildIndexes, removeIndexes } from './index-build.ts';
import { Journal } from './journal.ts';
import { takeNameLock } from './name-lock.ts';
import type { Outcome } from './outcome.ts';
import { needsOwnSchema } from './own-schema.ts';
import { inspectOriginal, refuseCopy, refuseNewRelations, refuseStatement } from './preflight.ts';
import { type Company, type Proof, prepareCutover } from './prepare-cutover.ts';
import { waitForPreparedXa } from './prepared-xa.ts';
import { refuseHazards } from './probes/refuse-hazards.ts';
import type { MigrateRequest } from './request.ts';
import { limitRuntime } from './runtime-limit.ts';
import { hasReplicas, isWorthDoingOnServer, letServerAlter } from './server-alter.ts';
import { Sessions } from './sessions.ts';
import { readChange } from './statement.ts';
import { SwapWitness } from './swap-witness.ts';
import { nameTables } from './table-names.ts';
import { Triggers } from './triggers.ts';
import { type VerifyWork, verify } from './verify.ts';

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
  const { server, session, sessions } = desk;
  const alter = readChange(request.statement, server);
  const table = { schema: alter.table.schema ?? target.database, name: alter.table.name };
  const original = await inspectOriginal(session, server, table, 'migration');
  journal.table = original.table.name;
  const fingerprint = await Fingerprint.take(session, original.table, original.createStatement, server.flavor);
  if (options.algorithm === 'copy') await refuseCopy(desk, original, alter, options);

  const names = nameTables(original.table, needsOwnSchema(original, alter, server.flavor, options.foreignKeys));
  await using nameLock = await takeNameLock(sessions, original.table);
  await using _ghost = await createGhost(sessions, names, original, nameLock, JSON.stringify(journal.status()));
  const change: Change = { request, desk, alter, original, fingerprint, names, nameLock, journal };
  if (await changeOnServer(change, signal)) return;

  await refuseCopy(desk, original, alter, options);
  journal.algorithm = 'copy';
  await copyTable(change, signal);
}

/** @returns false where the table must be copied; the ghost is altered then */
async function changeOnServer(
  { request, desk, original, alter, names, journal }: Change,
  signal: AbortSignal,
): Promise<boolean> {
  const { algorithm, lockBudgetMs } = request.options;
  const { server, sessions } = desk;
  await using session = await sessions.open('altering the ghost');
  const altered = await alterClone(session, names.ghost, alter, server.flavor, algorithm === 'auto');
  if (altered.way === 'copy' || !isWorthDoingOnServer(altered, alter, original, await hasReplicas(session)))
    return false;
  const done = await letServerAlter(sessions, original.table, alter, altered.way, lockBudgetMs, signal);
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

async function copyTable(change: Change, signal: AbortSignal): Promise<void> {
  const { request, desk, alter, original, names, journal } = change;
  const { server, session } = desk;
  const { options } = request;
  const ghost = (await inspectTable(session, names.ghost)) ?? original;
  const plan = planCopy(names, original, ghost, alter, server, options.allow);
  await refuseHazards(desk, original, ghost, plan.map, signal);
  await refuseZeroUnderCounter(session, original, plan.map);
  const triggers = new Triggers(names, original.triggers);
  await triggers.tryOut(desk.sessions);
  const foreignKeys = new ForeignKeys(names, original, plan.map, options.foreignKeys);
  await foreignKeys.tryOut(desk.sessions, options.lockBudgetMs);
  const deferred = chooseDeferral(ghost, original, options.indexes, await hasReplicas(session))?.indexes ?? [];
  await removeIndexes(session, names.ghost, deferred);

  await using sessions = new Sessions(request.target, plan.settings);
  const position = await currentPosition(session, server.flavor);
  await refuseNewRelations(session, original);
  await waitForPreparedXa(session, signal);
  await using apparatus = await assemble(change, plan, sessions, position, signal);
  const { group, heart, applier, copiers } = apparatus;

  journal.enter('copying');
  await group.lead(heart.drain(group.signal));
  const onCopied = (rows: number): void => journal.addCopied(rows);
  await group.lead(copyAllRows({ ...apparatus, tables: plan.tables, onCopied }, copiers, group.signal));

  journal.enter('catching_up');
  await group.lead(buildIndexes(change, deferred, apparatus, group.signal));
  await group.lead(applier.catchUp(group.signal));

  const proof = await prove(change, plan, apparatus);

  if (options.cutover === 'wait') {
    journal.enter('waiting_for_cutover');
    await group.lead(apparatus.commands.gate(group.signal));
  }

  journal.enter('cutting_over');
  const witness = new SwapWitness(apparatus.stream, names);
  const company = { triggers, foreignKeys, witness };
  const cutover = await prepareCutover(change, proof, company, apparatus, sessions);
  await group.lead(cutOver(cutover, group.signal));
  await tidyUp(change, company, signal);
}

/** Compares original and ghost. What is proven then must still hold when the tables are swapped. */
async function prove(change: Change, plan: CopyPlan, apparatus: Apparatus): Promise<Proof> {
  const { desk, names, journal, request } = change;
  const createStatement = await readCreateStatement(desk.session, names.ghost);
  const ghost = await Fingerprint.take(desk.session, names.ghost, createStatement, desk.server.flavor);
  const { orderedHere } = plan.key;
  const work: VerifyWork = { ...apparatus, tables: plan.verify, orderedHere, rowBytes: plan.rowBytes };
  if (request.options.verify === 'off') return { work, ghost, unsettled: [] };
  journal.enter('verifying');
  const { group, workers } = apparatus;
  const { unsettled, ...verified } = await group.lead(verify(work, workers, group.signal));
  journal.verified = verified;
  return { work, ghost, unsettled };
}

/** The swap is done; what fails from here on leaves something to clean up, but no doubt about the table. */
async function tidyUp(
  { request, names, desk, journal }: Change,
  { triggers, foreignKeys, witness }: Company,
  signal: AbortSignal,
): Promise<void> {
  const { retired, original } = names;
  const name = retired.schema === original.schema ? retired.name : `${retired.schema}.${retired.name}`;
  journal.retired = name;
  const isProven = await witness.confirm();
  // Before the retired table goes, which has their names as long as it has them.
  for (const notice of await triggers.giveNames(desk.sessions, signal)) journal.notice(notice);
  await foreignKeys.dropFromRetired(desk.session).catch(() => {
    journal.notice(
      `${name} still has its foreign keys, and rows it refers to cannot be deleted as long as it is there.`,
    );
  });
  if (!isProven) {
    journal.notice(`The binary log could not be read up to the swap; ${name}, the table as it was before, is kept.`);
  } else if (request.options.retired === 'drop') {
    await dropRetired(desk.session, names).then(
      () => {
        journal.retired = null;
      },
      () => journal.notice(`${name}, the table as it was before, could not be dropped; \`ghostship cleanup\` does it.`),
    );
  }
}
