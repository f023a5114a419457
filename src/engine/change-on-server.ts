import { alterClone, type CloneAltered } from './alter-clone.ts';
import type { Change } from './change.ts';
import { hasRelatives } from './family.ts';
import { recreateGhost } from './ghost.ts';
import { keepOutOfBinlog } from './keep-out-of-binlog.ts';
import { openClone } from './plan-clone.ts';
import { hasReplicas, isWorthDoingOnServer, letServerAlter } from './server-alter.ts';

/** Unless it is `done` the table must be copied, into a ghost that is altered already or not. */
export type ServerAttempt = 'done' | 'ghost-altered' | 'ghost-not-altered';

/**
 * Lets the server do what it can do instantly, or in place at little cost.
 *
 * @throws GhostshipError `invalid-statement` with the server's words, and what {@link letServerAlter} throws
 */
export async function changeOnServer(change: Change, signal: AbortSignal): Promise<ServerAttempt> {
  const { request, desk, original, alter, names, journal } = change;
  const { lockBudgetMs } = request.options;
  const isRehearsed = hasRelatives(original);
  const altered = isRehearsed ? await rehearse(change) : await tryOnGhost(change);
  if (altered.way === 'copy' || !isWorthDoingOnServer(altered, alter, original, await hasReplicas(desk.session)))
    return isRehearsed ? 'ghost-not-altered' : 'ghost-altered';
  const done = await letServerAlter(desk.sessions, original.table, alter, altered.way, lockBudgetMs, signal);
  if (done === null) {
    journal.notice('The server can do this on an empty table but not on this one; it is copied.');
    await using session = await desk.sessions.open('making the ghost anew');
    await recreateGhost(session, names, original);
    return 'ghost-not-altered';
  }
  journal.algorithm = altered.way;
  journal.cutoverAttempt(done.attempts, done.lockedMs, null);
  return 'done';
}

/** @throws GhostshipError `invalid-statement` with the server's words */
export async function alterGhost({ desk, original, alter, names }: Change): Promise<void> {
  await using session = await desk.sessions.open('altering the ghost');
  await alterClone(session, names.ghost, original.table, alter, desk.server.flavor, false);
}

/** What the server says depends on foreign keys too, which the ghost has not. */
async function rehearse({ request, desk, original, alter }: Change): Promise<CloneAltered> {
  const { algorithm, foreignKeys } = request.options;
  const { flavor } = desk.server;
  await using session = await desk.sessions.openWithChecks('trying the statement');
  await keepOutOfBinlog(session, false);
  await using clone = await openClone(session, { original, alter, flavor, foreignKeys, purpose: 'migration' });
  return await alterClone(session, clone.name, original.table, alter, flavor, algorithm === 'auto');
}

async function tryOnGhost({ request, desk, original, alter, names }: Change): Promise<CloneAltered> {
  await using session = await desk.sessions.open('altering the ghost');
  const tryCheapWays = request.options.algorithm === 'auto';
  return await alterClone(session, names.ghost, original.table, alter, desk.server.flavor, tryCheapWays);
}
