import { hasReplicas } from '../mysql/replication.ts';
import type { MigrationContext } from './run/context.ts';
import { isWorthDoingOnServer, letServerAlter } from './server-alter.ts';
import { alterClone, type CloneAltered } from './tables/alter-clone.ts';
import { openClone } from './tables/empty-clone.ts';
import { hasRelatives } from './tables/family.ts';
import { recreateGhost } from './tables/ghost.ts';
import { whyNoInstantColumns } from './tables/instant-columns.ts';
import { keepOutOfBinlog } from './tables/keep-out-of-binlog.ts';

/** Unless it is `done` the table must be copied, into a ghost that is altered already or not. */
export type ServerAttempt = 'done' | 'ghost-altered' | 'ghost-not-altered';

/**
 * Lets the server do what it can do instantly, or in place at little cost.
 *
 * @throws GhostshipError `invalid-statement` with the server's words, and what {@link letServerAlter} throws
 */
export async function changeOnServer(context: MigrationContext, signal: AbortSignal): Promise<ServerAttempt> {
  const { request, control, original, alter, names, recorder } = context;
  const { lockBudgetMs } = request.options;
  const notInstant = whyNoInstantColumns(control.server, alter);
  if (notInstant !== null && request.options.algorithm === 'auto') recorder.notice(notInstant);
  const isRehearsed = hasRelatives(original);
  const altered = isRehearsed ? await rehearse(context) : await tryOnGhost(context);
  if (altered.way === 'copy' || !isWorthDoingOnServer(altered, alter, original, await hasReplicas(control.session)))
    return isRehearsed ? 'ghost-not-altered' : 'ghost-altered';
  const done = await letServerAlter(control.sessions, original.table, alter, altered.way, lockBudgetMs, signal);
  if (done === null) {
    recorder.notice('The server can do this on an empty table but not on this one; it is copied.');
    await using session = await control.sessions.open('making the ghost anew');
    await recreateGhost(session, names, original);
    return 'ghost-not-altered';
  }
  recorder.algorithm = altered.way;
  recorder.cutoverAttempt(done.attempts, done.lockedMs, null);
  return 'done';
}

/** @throws GhostshipError `invalid-statement` with the server's words */
export async function alterGhost({ control, original, alter, names }: MigrationContext): Promise<void> {
  await using session = await control.sessions.open('altering the ghost');
  await alterClone(session, names.ghost, original.table, alter, control.server, false);
}

/** What the server says depends on foreign keys too, which the ghost has not. */
async function rehearse({ request, control, original, alter }: MigrationContext): Promise<CloneAltered> {
  const { algorithm, foreignKeys } = request.options;
  const { flavor } = control.server;
  await using session = await control.sessions.openWithChecks('trying the statement');
  await keepOutOfBinlog(session, false);
  await using clone = await openClone(session, { original, alter, flavor, foreignKeys, purpose: 'migration' });
  return await alterClone(session, clone.name, original.table, alter, control.server, algorithm === 'auto');
}

async function tryOnGhost({ request, control, original, alter, names }: MigrationContext): Promise<CloneAltered> {
  await using session = await control.sessions.open('altering the ghost');
  const tryCheapWays = request.options.algorithm === 'auto';
  return await alterClone(session, names.ghost, original.table, alter, control.server, tryCheapWays);
}
